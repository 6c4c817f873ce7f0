// The core as the screen sees it: one method per command, each rejecting with a `Failure`.
// Not here: how it is reached. `tauri.ts` is the real one, `fake.ts` a book in memory for tests and for a browser.
import type { ExchangeHost } from './host-exchange';
import type { HandoverHost } from './host-handover';
import type { SafetyHost } from './host-safety';
import type { ShelfHost } from './host-shelf';
import type {
  About,
  AimsView,
  CardView,
  ComingView,
  Change,
  Changed,
  Contents,
  Handed,
  Failure,
  HelpLineEdit,
  HelpView,
  HistoryItem,
  How,
  Id,
  Laid,
  Language,
  Lock,
  OverTime,
  PageView,
  Preferences,
  Preview,
  ReviewView,
  Inbox,
  PreviewPage,
  PrintOrder,
  ReaderView,
  Saved,
  Secret,
  SharesView,
  SheetAnswer,
  Start,
  Status,
  TalkView,
  VisitPage,
  VisitRecord,
  VisitsView,
  WaysIn,
} from './types';

export interface Host extends SafetyHost, ExchangeHost, HandoverHost, ShelfHost {
  start(): Promise<Start>;
  setPreferences(preferences: Preferences): Promise<void>;
  createBook(lock: Lock): Promise<string[]>;
  renewWords(): Promise<string[]>;
  sheetPreview(): Promise<Preview>;
  saveSheet(): Promise<Saved>;
  forgetWords(): Promise<void>;
  unlock(secret: Secret): Promise<Status>;
  lock(): Promise<Status>;
  /** After a problem: another window was closed, a stick put back. */
  tryAgain(): Promise<Status>;
  contents(): Promise<Contents>;
  page(id: string): Promise<PageView>;
  change(change: Change): Promise<Changed>;
  undo(): Promise<Changed>;
  redo(): Promise<Changed>;
  historyOfLine(id: Id): Promise<HistoryItem[]>;
  historyOfChapter(id: string): Promise<HistoryItem[]>;
  help(): Promise<HelpView>;
  savePhonePicture(language: Language): Promise<Saved>;
  openSaved(): Promise<void>;
  openSample(): Promise<Status>;
  closeSample(): Promise<Status>;
  about(): Promise<About>;
  /** The window wants to close: everything is saved first, then `closed` is called. Gives a function that stops listening. */
  onClosing(callback: () => void): () => void;
  /** Something is not on disk yet: the window stays, and the person is told. */
  stayOpen(): Promise<void>;
  closed(): Promise<void>;
  /** Five words, drawn anew each time. */
  suggestPassphrase(): Promise<string>;
  /** `present` may be null once after the words opened the book. */
  changePassphrase(present: Secret | null, passphrase: string): Promise<void>;
  confirmWord(number: number, typed: string): Promise<boolean>;
  sheetDue(): Promise<boolean>;
  answerSheet(answer: SheetAnswer): Promise<void>;
  card(): Promise<CardView>;
  setCard(chosen: Id[]): Promise<CardView>;
  setAside(): Promise<Status>;
  /** All help lines, to be written on. */
  helpLines(): Promise<HelpLineEdit[]>;
  /** One's own suggestions after a crisis, beside what stands in the plan. */
  aims(): Promise<AimsView>;
  review(): Promise<ReviewView>;
  /** Whether the day to look through the plan has come. */
  reviewDue(): Promise<boolean>;
  visits(): Promise<VisitsView>;
  visitRecord(id: Id): Promise<VisitRecord>;
  /** What waits for an answer on a page, and whose words its lines were. */
  visitPage(id: string, most: number): Promise<VisitPage>;
  inbox(most: number): Promise<Inbox>;
  readyProposals(): Promise<Id[]>;
  /** What was agreed and has a day, the nearest first; empty in a visit. */
  coming(): Promise<ComingView[]>;
  visitTalk(): Promise<TalkView>;
  /** To a guest, or back to the citizen (an empty id); told with it what stands beside this page, as by `visitPage`. */
  holdPen(person: Id, page?: string, most?: number): Promise<Handed>;
  /** `secret` is asked for where the book has a lock; to open chapters only when it is more than before. */
  openChapters(id: Id, chapters: string[], secret: Secret | null): Promise<Changed>;
  pauseVisit(secret: Secret | null): Promise<void>;
  resumeVisit(id: Id): Promise<void>;
  endVisit(id: Id, secret: Secret | null): Promise<Changed>;
  support(): Promise<OverTime>;
  visitPreview(id: Id): Promise<Preview>;
  saveVisit(id: Id): Promise<Saved>;
  saveVisitRecord(id: Id): Promise<Saved>;
  eraseVisit(id: Id): Promise<Changed>;
  /** What one may come in with, besides the words; needs no key. */
  waysIn(): Promise<WaysIn>;
  /** A new book that the computer's keyring and the words open; `keyring` when there is none to use. */
  createInKeyring(): Promise<string[]>;
  unlockWithKeyring(): Promise<Status>;
  /** `present` may be null once after the words opened the book. */
  useKeyring(present: Secret | null): Promise<WaysIn>;
  leaveKeyring(): Promise<WaysIn>;
  shares(): Promise<SharesView>;
  reader(id: string): Promise<ReaderView>;
  /** Sets the pages and draws the first. */
  layPrint(order: PrintOrder): Promise<Laid>;
  /** Another page of the print with this number, from 0. */
  printPage(number: number, page: number): Promise<PreviewPage>;
  savePrint(number: number): Promise<Saved>;
  /** Stops what is being set, and lets go of what was. */
  leavePrint(): Promise<void>;
  /** Puts the print into the register. The same `id` twice is the same copy. */
  recordShare(id: Id, number: number, whom: string, how: How): Promise<Changed>;
  /** The computer goes to sleep or its screen is locked: save, then lock. */
  onLockNow(callback: () => void): () => void;
  /** It was locked without waiting for the screen. */
  onLocked(callback: () => void): () => void;
  /** It was said where a file goes after what it was of had been shut: there is no file. */
  onNotSaved(callback: () => void): () => void;
  /** The page is loaded anew, so that nothing of the book stays in the webview but the name of the page one was
   * on. `hidden`: it comes back blank. */
  freshPage(hidden: boolean, left: string): void;
  /** The page one was on before. */
  leftPage(): string;
  /** Whether the page was loaded anew to be blank; asked once. */
  cameHidden(): boolean;
}

/** What is shown when something was thrown that the core did not word. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown && 'wayOut' in thrown) {
    return thrown as Failure;
  }
  return { code: 'other', message: '', wayOut: '' };
}
