// *Sikkerhed og kopier* in the real host. As in `tauri.ts`.
import type { SafetyHost } from './host-safety';

type Call = <T>(command: string, args?: Record<string, unknown>) => Promise<T>;

export const safetyHost = (call: Call): SafetyHost => ({
  safety: () => call('safety'),
  safetyTold: () => call('safety_told'),
  makeRoom: () => call('make_room'),
  progress: () => call('progress'),
  stop: () => call('stop'),
  backUpNow: () => call('back_up_now'),
  safeCopy: () => call('safe_copy'),
  previewBackup: (number) => call('preview_backup', { number }),
  restoreBackup: (number) => call('restore_backup', { number }),
  chooseCopy: () => call('choose_copy'),
  openCopy: (secret) => call('open_copy', { secret }),
  restoreCopy: () => call('restore_copy'),
  forgetCopy: () => call('forget_copy'),
  moveIn: (secret) => call('move_in', { secret }),
  trash: () => call('trash'),
  takeFromTrash: (id) => call('take_from_trash', { id }),
  erase: (id) => call('erase', { id }),
  rekey: (present, passphrase) => call('rekey', { present, passphrase }),
});
