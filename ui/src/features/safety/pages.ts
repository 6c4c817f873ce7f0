// The pages of *Sikkerhed og kopier*, by their screens.
import Backups from './Backups.svelte';
import Rekey from './Rekey.svelte';
import Restore from './Restore.svelte';
import SafeCopy from './SafeCopy.svelte';
import Safety from './Safety.svelte';
import Trash from './Trash.svelte';
import type { Pages } from '../room/room.svelte';

export default {
  backups: Backups,
  rekey: Rekey,
  restore: Restore,
  'safe-copy': SafeCopy,
  safety: Safety,
  trash: Trash,
} satisfies Pages;
