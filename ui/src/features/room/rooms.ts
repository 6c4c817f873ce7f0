// The rooms of the screen and which of them each page stands in.
import type { Screen } from '../session/session.svelte';
import { Room, type Pages } from './room.svelte';

/** What one meets before a book is open. */
export const doors = new Room(() => import('../lock/doors'));
/** The open book: contents, a page, and what stands around them. */
export const book = new Room(() => import('../shell/Shell.svelte'));
export const share = new Room(() => import('../share/pages'));

const pages = (fetch: () => Promise<{ default: Pages }>): Room<{ default: Pages }> => new Room(fetch);
const settings = pages(() => import('../settings/pages'));
const review = pages(() => import('../review/pages'));
const print = pages(() => import('../print/pages'));
const safety = pages(() => import('../safety/pages'));
const exchange = pages(() => import('../exchange/pages'));
const visit = pages(() => import('../visit/pages'));
const handover = pages(() => import('../handover/pages'));

const ROOM: Partial<Record<Screen, Room<{ default: Pages }>>> = {
  settings,
  passphrase: settings,
  card: settings,
  shelf: settings,
  'the-lock': settings,
  numbers: settings,
  review,
  practice: review,
  print,
  advance: print,
  safety,
  backups: safety,
  restore: safety,
  'safe-copy': safety,
  trash: safety,
  rekey: safety,
  out: exchange,
  'book-out': exchange,
  'file-in': exchange,
  'text-out': exchange,
  'people-in': exchange,
  reader: share,
  blank: share,
  visits: visit,
  'visit-start': visit,
  'visit-end': visit,
  'visit-record': visit,
  inbox: visit,
  handover,
  'guest-open': handover,
};

/** The room a screen stands in; none for the pages of the book and for what is always here. */
export const roomOf = (screen: Screen): Room<{ default: Pages }> | null => ROOM[screen] ?? null;

const ALL: Room[] = [book, doors, settings, print, share, visit, review, safety, exchange, handover];

/** Fetches all of them, one after the other, with a breath between: what one looks for next is then already here. */
export async function fillHouse(breath: () => Promise<void>): Promise<void> {
  for (const room of ALL) {
    if (room.here) continue;
    await breath();
    await room.come();
  }
}
