// The screens there are, and which of them stands under which (docs/decisions/0106). Not here: what is on them.

export type Screen =
  | 'page'
  | 'help'
  | 'numbers'
  | 'review'
  | 'practice'
  | 'advance'
  | 'print'
  | 'settings'
  | 'chapters'
  | 'passphrase'
  | 'card'
  | 'shelf'
  | 'the-lock'
  | 'visits'
  | 'visit-start'
  | 'visit-end'
  | 'visit-record'
  | 'inbox'
  | 'handover'
  | 'guest-open'
  | 'safety'
  | 'backups'
  | 'restore'
  | 'safe-copy'
  | 'trash'
  | 'rekey'
  | 'out'
  | 'book-out'
  | 'file-in'
  | 'text-out'
  | 'people-in'
  | 'reader'
  | 'blank';

/** Where *Tilbage* leads from a page that stands under another. */
export const ABOVE: Partial<Record<Screen, Screen>> = {
  numbers: 'settings',
  practice: 'review',
  'the-lock': 'settings',
  passphrase: 'the-lock',
  card: 'the-lock',
  shelf: 'settings',
  safety: 'settings',
  backups: 'safety',
  restore: 'backups',
  'safe-copy': 'safety',
  trash: 'safety',
  rekey: 'safety',
  out: 'settings',
  'book-out': 'out',
  'file-in': 'out',
  'text-out': 'out',
  'people-in': 'out',
  'visit-record': 'visits',
  handover: 'visits',
  'guest-open': 'handover',
};
