// A book as it is handed over for somebody else to write in.
import type { GuestBookView } from '../lib/ipc/types';

/** Anne's, to Karen. */
export const handed: GuestBookView = {
  owner: 'Anne',
  name: 'Karen',
  role: 'staff',
  roleWord: 'medarbejder',
  agenda: '',
  made: 'i dag',
  chapters: 1,
  written: 0,
  resumed: 'nothing',
};
