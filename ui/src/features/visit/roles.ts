// Who somebody is to the one whose book it is, in the order they are picked from.
import { m } from '../../lib/i18n/messages';
import type { Role } from '../../lib/ipc/types';

export const ROLES: readonly [Role, () => string][] = [
  ['staff', m.visitPickStaff],
  ['peer', m.visitPickPeer],
  ['relative', m.visitPickRelative],
  ['other', m.visitPickOther],
];
