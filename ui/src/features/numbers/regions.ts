// The regions of Denmark, by the ids the numbers know them by. Their names are names: the same in both languages.
export const REGIONS: Record<string, string> = {
  hovedstaden: 'Region Hovedstaden',
  sjaelland: 'Region Sjælland',
  syddanmark: 'Region Syddanmark',
  midtjylland: 'Region Midtjylland',
  nordjylland: 'Region Nordjylland',
};
