// Writing together on two computers, as the screen sees it. As in `host.ts`.
import type {
  AnswerTaken,
  Changed,
  CowriterFields,
  GuestBookView,
  HandedBack,
  HandoverFile,
  HandoverMade,
  HandoversView,
  HandoverWanted,
  Id,
  OwnKey,
  Saved,
  Status,
} from './types';

export interface HandoverHost {
  handovers(): Promise<HandoversView>;
  /** Locks, asks where, saves. The words come back once. */
  handOver(wanted: HandoverWanted): Promise<HandoverMade>;
  /** Asks for a file that came back, and takes its proposals in. */
  takeAnswer(): Promise<AnswerTaken>;
  closeHandover(id: Id, closed: boolean): Promise<Changed>;
  saveHandoverRecord(id: Id): Promise<Saved>;
  eraseHandover(id: Id): Promise<Changed>;
  keepCowriter(fields: CowriterFields): Promise<Changed>;
  dropCowriter(id: Id): Promise<Changed>;
  ownKey(): Promise<OwnKey>;
  saveOwnKey(): Promise<Saved>;
  /** Asks for a file somebody gave. */
  chooseHandover(): Promise<HandoverFile>;
  /** `words` are empty where the own book's key opens it. */
  readHandover(words: string): Promise<GuestBookView>;
  beginGuest(name: string): Promise<Status>;
  handBack(): Promise<HandedBack>;
  /** Something was written that is in no answer yet. */
  isToBeHandedBack(): Promise<boolean>;
  leaveGuest(): Promise<Status>;
  /** Back to a guest's book that was locked for a while. */
  wakeGuest(secret: string): Promise<Status>;
}
