// The part of the core behind *Sikkerhed og kopier*: copies, going back, the trash, another key. As in `host.ts`.
import type {
  Changed,
  CopyFound,
  Erased,
  Id,
  ProgressView,
  Rekeyed,
  RestorePreview,
  SafeCopyMade,
  SafetyView,
  Secret,
  Status,
  TrashLine,
} from './types';

export interface SafetyHost {
  safety(): Promise<SafetyView>;
  /** What opening put right has been read. */
  safetyTold(): Promise<void>;
  /** Whether there is room again. */
  makeRoom(): Promise<boolean>;
  /** How far a copy, another key or a file that comes in has come; never waits for it. */
  progress(): Promise<ProgressView>;
  /** Stops a file that is read or taken in, with nothing changed; false when it is too late. */
  stop(): Promise<boolean>;
  backUpNow(): Promise<SafetyView>;
  /** Asks for a folder; null when the dialog was closed. */
  safeCopy(): Promise<SafeCopyMade | null>;
  previewBackup(number: number): Promise<RestorePreview>;
  restoreBackup(number: number): Promise<Changed>;
  /** Asks for the folder of a copy; null when the dialog was closed. */
  chooseCopy(): Promise<CopyFound | null>;
  openCopy(secret: Secret | null): Promise<RestorePreview>;
  restoreCopy(): Promise<Changed>;
  forgetCopy(): Promise<void>;
  /** The chosen copy becomes the book, where there is none or nobody can unlock it. */
  moveIn(secret: Secret | null): Promise<Status>;
  trash(): Promise<TrashLine[]>;
  takeFromTrash(id: Id): Promise<Changed>;
  /** Null: every line that has lain there for 30 days. */
  erase(id: Id | null): Promise<Erased>;
  rekey(present: Secret | null, passphrase: string): Promise<Rekeyed>;
}
