// Where one stands in a list of lines, and the nearest place still there when that line is gone.
// Not here: what takes lines away.

/** The fields of the list one stands in, nearest first: the lines above, then those below, the empty one last. */
export type Place = HTMLElement[];

const fieldOf = (item: Element): HTMLElement | null => item.querySelector<HTMLElement>('textarea[id^="field-"]');

export function placeOf(element: Element | null): Place {
  const item = element?.closest('li');
  const items = [...(item?.parentElement?.children ?? [])];
  const at = item ? items.indexOf(item) : -1;
  if (at < 0) return [];
  return [...items.slice(0, at).reverse(), ...items.slice(at + 1)]
    .map(fieldOf)
    .filter((field): field is HTMLElement => field !== null);
}

/** Puts the caret at the end of the nearest field. False when none of them is there any more. */
export function standAgain(place: Place): boolean {
  const field = place.find((each) => each.isConnected);
  field?.focus();
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
  return field !== undefined;
}
