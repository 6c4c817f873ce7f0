// What goes between screen and core, in the shapes serde gives it. Written by hand only until the generated bindings stand beside it.
// Not here: the commands themselves (`host.ts`).

export type Id = string;
export type Language = 'da' | 'en';

export type Mark = 'hard-day' | 'personal-medicine' | 'private';
export type Choice = 'unset' | 'preferred' | 'acceptable' | 'not';
export type Wanted = 'unset' | 'yes' | 'no';
export type LinkKind = 'tool' | 'person';
export type Place = { at: 'first' } | { at: 'last' } | { at: 'after'; id: Id };

export type PersonFields = { name: string; relation: string; phone: string; wanted: Wanted; why: string };

export type Change =
  | { kind: 'addLine'; id: Id; section: string; prompt: string; text: string; place: Place }
  | { kind: 'writeLine'; id: Id; text: string }
  | { kind: 'writeBecause'; id: Id; because: string }
  | { kind: 'pasteLines'; section: string; text: string; place: Place }
  | { kind: 'moveLine'; id: Id; place: Place }
  | { kind: 'markLine'; id: Id; mark: Mark; on: boolean }
  | { kind: 'chooseLine'; id: Id; choice: Choice }
  | { kind: 'removeLine'; id: Id }
  | { kind: 'restoreLine'; id: Id; revision: number }
  | { kind: 'addLink'; id: Id; from: Id; toKind: LinkKind; to: Id }
  | { kind: 'removeLink'; id: Id }
  | { kind: 'addPerson'; id: Id; fields: PersonFields; place: Place }
  | { kind: 'writePerson'; id: Id; fields: PersonFields }
  | { kind: 'movePerson'; id: Id; place: Place }
  | { kind: 'removePerson'; id: Id }
  | { kind: 'addChapter'; id: Id; title: string }
  | { kind: 'renameChapter'; id: string; title: string }
  | { kind: 'hideChapter'; id: string; hidden: boolean }
  | { kind: 'moveChapter'; id: string; place: Place }
  | { kind: 'removeChapter'; id: Id }
  | { kind: 'addSection'; id: Id; page: string; title: string; place: Place }
  | { kind: 'renameSection'; id: string; title: string }
  | { kind: 'hideSection'; id: string; hidden: boolean }
  | { kind: 'moveSection'; id: string; place: Place }
  | { kind: 'removeSection'; id: Id }
  | { kind: 'nameMe'; name: string };

export type Group = 'plan' | 'who' | 'time';
export type Kind = 'list' | 'text' | 'choice' | 'people' | 'questions' | 'scale' | 'derived';
export type Perspective = 'first' | 'second' | 'third';

export type Step = { what: string; page: string };

export type ContentsPage = { id: string; title: string; begun: boolean };
export type ContentsChapter = {
  id: string;
  title: string;
  drawing: string;
  own: boolean;
  begun: boolean;
  pages: ContentsPage[];
};
export type ContentsGroup = { group: Group; title: string; chapters: ContentsChapter[] };
export type Contents = {
  groups: ContentsGroup[];
  hidden: ContentsChapter[];
  undo: Step | null;
  redo: Step | null;
  me: string;
  sample: boolean;
  readOnly: boolean;
  unlockedBook: boolean;
};

export type SectionName = { id: string; title: string };
export type QuestionView = { id: string; title: string; help: string; short: boolean };
export type LinkView = { id: Id; kind: LinkKind; to: Id; text: string };
export type Line = {
  id: Id;
  text: string;
  because: string;
  prompt: string;
  choice: Choice;
  marks: Mark[];
  perspective: Perspective;
  author: string;
  links: LinkView[];
};
export type PersonView = { id: Id } & PersonFields;
export type ToolView = { id: Id; text: string; marks: Mark[] };
export type SectionView = {
  id: string;
  kind: Kind;
  title: string;
  lead: string;
  placeholder: string;
  own: boolean;
  marks: Mark[];
  links: LinkKind[];
  questions: QuestionView[];
  lines: Line[];
  from: SectionName | null;
};
export type PageView = {
  id: string;
  chapter: string;
  chapterTitle: string;
  title: string;
  drawing: string;
  own: boolean;
  why: string;
  examples: string[];
  gentle: string;
  afterwards: string;
  sections: SectionView[];
  hiddenSections: SectionName[];
  people: PersonView[];
  tools: ToolView[];
  previous: SectionName | null;
  next: SectionName | null;
};

export type Changed = {
  revision: number;
  savedAt: string;
  stale: string[];
  created: Id[];
  undo: Step | null;
  redo: Step | null;
  page: string;
};
export type HistoryItem = {
  revision: number;
  at: string;
  author: string;
  what: string;
  line: Id | null;
  text: string;
  because: string;
  restorable: boolean;
};

export type HelpLine = {
  id: string;
  name: string;
  number: string;
  whom: string;
  hours: string;
  openNow: boolean | null;
  region: string;
  source: string;
  checked: string;
  unsure: boolean;
};
export type HelpView = {
  signs: string[];
  tools: string[];
  smallest: string[];
  people: PersonView[];
  lines: HelpLine[];
};

export type Code =
  | 'wrong-secret'
  | 'locked'
  | 'disk-full'
  | 'read-only'
  | 'already-open'
  | 'newer'
  | 'foreign'
  | 'damaged'
  | 'not-found'
  | 'cancelled'
  | 'other';
export type Failure = { code: Code; message: string; wayOut: string };

export type Theme = 'system' | 'light' | 'dark' | 'contrast';
export type Preferences = {
  language: Language;
  theme: Theme;
  /** Per cent, 100 to 300. */
  textSize: number;
  /** Wider letters, words and lines for dyslexic readers. */
  wideSpacing: boolean;
  /** Nothing moves, whatever the system says. */
  calmMotion: boolean;
};

export type Status =
  | { state: 'first-run' }
  | { state: 'locked' }
  | { state: 'open' }
  /** `again`: trying once more may help. */
  | { state: 'problem'; failure: Failure; again: boolean };
export type Start = { status: Status; preferences: Preferences; version: string };
export type Lock = { kind: 'passphrase'; passphrase: string } | { kind: 'open' };
export type Secret = { kind: 'passphrase'; passphrase: string } | { kind: 'words'; words: string };
export type Saved = { saved: boolean; name: string };
export type PreviewPage = { image: string; text: string };
export type Preview = { pages: PreviewPage[] };
export type About = { folder: string; version: string };
