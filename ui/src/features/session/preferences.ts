// How the screen looks, as long as nothing else was chosen, and putting what was chosen on the page.
// Not here: keeping it (the shell).
import type { Preferences } from '../../lib/ipc/types';

export const EVERYDAY: Preferences = {
  language: 'da',
  theme: 'system',
  textSize: 100,
  wideSpacing: false,
  calmMotion: false,
  region: '',
  idleMinutes: 5,
  hideNote: 'unused',
  sheetMade: '',
  sheetAsks: true,
  cloudTold: false,
};

/** Language, colours, letters, room and motion, as the styles read them from the page. */
export function wear(preferences: Preferences): void {
  const root = document.documentElement;
  root.lang = preferences.language;
  root.dataset.theme = preferences.theme;
  root.dataset.spacing = preferences.wideSpacing ? 'wide' : 'normal';
  root.dataset.motion = preferences.calmMotion ? 'calm' : 'system';
  root.style.fontSize = `${(112.5 * preferences.textSize) / 100}%`;
}
