// The part of the core behind *Tag med og hent ind*: files, text, people, calendar, pictures. As in `host.ts`.
import type { Arriving, Changed, Exported, Found, Id, Opened, PersonFields, Saved, Style } from './types';

export interface ExchangeHost {
  /** Six words for a locked file, drawn anew each time. */
  drawWords(): Promise<string>;
  exportBook(): Promise<Exported>;
  exportSealed(words: string): Promise<Exported>;
  /** Asks for a file; null when the dialog was closed. */
  openFile(): Promise<Opened | null>;
  unlockFile(words: string): Promise<Arriving>;
  /** Without ids the whole book, into one that is empty. */
  takeIn(ids: Id[] | null, mine: boolean): Promise<Changed>;
  leaveFile(): Promise<void>;
  chaptersAsText(chapters: string[], style: Style): Promise<string>;
  saveText(chapters: string[], style: Style): Promise<Saved>;
  /** Whether the text lies in the clipboard now. */
  copyText(chapters: string[], style: Style): Promise<boolean>;
  saveCalendar(): Promise<Saved>;
  /** Asks for an address book; null when the dialog was closed. */
  choosePeople(): Promise<Found[] | null>;
  addPeople(people: PersonFields[]): Promise<Changed>;
  /** Asks for a picture or recording; null when the dialog was closed. */
  addPicture(line: Id, section: string): Promise<Changed | null>;
  /** Asks for photographs of a page filled in by hand; null when the dialog was closed. */
  addPaper(page: string): Promise<Changed | null>;
  /** As an address the page may show. */
  picture(id: Id): Promise<string>;
  savePicture(id: Id): Promise<Saved>;
}
