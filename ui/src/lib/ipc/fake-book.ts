// The rules of a book, in memory: what a change does to lines, people, chapters and headings.
// Not here: undo, views and everything around the book (`fake.ts`, `fake-views.ts`).
import { applyHelp, isOfHelp, noHelp, type FakeHelp } from './fake-help';
import { applyShare, noShares, type FakeShares } from './fake-share';
import { WORKBOOK } from './fake-workbook';
import { emptyVisits, type FakeVisits } from './fake-visit';
import type { Change, Failure, Id, Line, PersonFields, PersonView, Place } from './types';

export type FakeLine = Line & { section: string };
export type OwnSection = { id: string; page: string };
export type FakeState = {
  /** In order; a line knows its section. */
  lines: FakeLine[];
  people: PersonView[];
  /** Names the citizen gave to chapters and headings. */
  titles: Record<string, string>;
  hidden: string[];
  chapters: { id: string; own: boolean }[];
  ownSections: OwnSection[];
  /** Order of headings per page, once the citizen has moved one. */
  sectionOrder: Record<string, string[]>;
  me: string;
  help: FakeHelp;
  visits: FakeVisits;
  shares: FakeShares;
};

export function emptyState(): FakeState {
  return {
    lines: [],
    people: [],
    titles: {},
    hidden: [],
    chapters: WORKBOOK.map((chapter) => ({ id: chapter.id, own: false })),
    ownSections: [],
    sectionOrder: {},
    me: '',
    help: noHelp(),
    visits: emptyVisits(),
    shares: noShares(),
  };
}

export const failure = (code: Failure['code'], message: string, wayOut = 'Prøv igen.'): Failure => ({
  code,
  message,
  wayOut,
});

export function sectionIds(state: FakeState, page: string): string[] {
  const template = WORKBOOK.flatMap((chapter) => chapter.pages).find((each) => each.id === page);
  const ids = [
    ...(template?.sections.map((section) => section.id) ?? []),
    ...state.ownSections.filter((own) => own.page === page).map((own) => own.id),
  ];
  const order = state.sectionOrder[page];
  return order ? [...order.filter((id) => ids.includes(id)), ...ids.filter((id) => !order.includes(id))] : ids;
}

export function pageOfSection(state: FakeState, section: string): string {
  if (section.endsWith(PAPER)) return section.slice(0, -PAPER.length);
  const own = state.ownSections.find((each) => each.id === section);
  if (own) return own.page;
  const page = WORKBOOK.flatMap((chapter) => chapter.pages).find((each) =>
    each.sections.some((inner) => inner.id === section),
  );
  return page?.id ?? '';
}

/** Puts `item` at `place` among the items that `among` accepts. */
function put<T extends { id: string }>(items: T[], item: T, place: Place, among: (item: T) => boolean): T[] {
  const rest = items.filter((each) => each.id !== item.id);
  if (place.at === 'after') {
    const index = rest.findIndex((each) => each.id === place.id);
    if (index >= 0) return [...rest.slice(0, index + 1), item, ...rest.slice(index + 1)];
  }
  if (place.at === 'first') {
    const index = rest.findIndex(among);
    return index < 0 ? [...rest, item] : [...rest.slice(0, index), item, ...rest.slice(index)];
  }
  return [...rest, item];
}

function find<T extends { id: string }>(items: T[], id: Id): T {
  const found = items.find((each) => each.id === id);
  if (!found) throw failure('not-found', 'Linjen er ikke i bogen mere.', 'Gå videre; resten er der.');
  return found;
}

/** Bullets and numbers at the start come off, empty lines are dropped. */
export function pastedLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–—]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '');
}

/** Where photographs of a page filled in by hand lie. */
export const PAPER = '.paper';

/** One more of them. */
export const photograph = (page: string): FakeLine => ({
  id: crypto.randomUUID(),
  section: page + PAPER,
  prompt: '',
  text: '',
  because: '',
  choice: 'unset',
  marks: [],
  perspective: 'first',
  author: '',
  pictures: [{ id: crypto.randomUUID(), sound: false, alt: '', width: 40, height: 30 }],
  links: [],
});

function addLine(state: FakeState, id: Id, section: string, prompt: string, text: string, place: Place): void {
  const known = state.lines.find((line) => line.id === id);
  if (known) {
    known.text = text;
    return;
  }
  const line: FakeLine = {
    id,
    section,
    prompt,
    text,
    because: '',
    choice: 'unset',
    marks: [],
    perspective: 'first',
    author: '',
    pictures: [],
    links: [],
  };
  state.lines = put(state.lines, line, place, (each) => each.section === section);
}

/** Carries out `change` on `state`. Gives the pages that look different now, the line it was about and the ids it made. */
export function apply(state: FakeState, change: Change): { stale: string[]; line: Id | null; created: Id[] } {
  const page = (section: string): string[] => [pageOfSection(state, section)];
  const everything = { stale: ['*'], line: null, created: [] };
  if (isOfHelp(change)) return { stale: applyHelp(state, change), line: null, created: [] };
  switch (change.kind) {
    case 'addPrivateLine':
      addLine(state, change.id, change.section, '', change.text, { at: 'last' });
      apply(state, { kind: 'markLine', id: change.id, mark: 'private', on: true });
      return { stale: page(change.section), line: change.id, created: [change.id] };
    case 'addLine':
      addLine(state, change.id, change.section, change.prompt, change.text, change.place);
      return {
        stale: change.section === 'toolbox.tools' ? ['*'] : page(change.section),
        line: change.id,
        created: [change.id],
      };
    case 'pasteLines': {
      let place = change.place;
      const created = pastedLines(change.text).map((text) => {
        const id = crypto.randomUUID();
        addLine(state, id, change.section, '', text, place);
        place = { at: 'after', id };
        return id;
      });
      return { stale: page(change.section), line: null, created };
    }
    case 'writeLine':
    case 'writeBecause':
    case 'chooseLine':
    case 'markLine':
    case 'moveLine':
    case 'removeLine':
    case 'addLink':
      return changeLine(state, change);
    case 'restoreLine':
      return everything;
    case 'removeLink': {
      const line = state.lines.find((each) => each.links.some((link) => link.id === change.id));
      if (line) line.links = line.links.filter((link) => link.id !== change.id);
      return { stale: line ? page(line.section) : [], line: line?.id ?? null, created: [] };
    }
    case 'addPerson':
    case 'writePerson': {
      const known = state.people.find((person) => person.id === change.id);
      if (known) Object.assign(known, change.fields);
      else if (change.kind === 'addPerson')
        state.people = put(
          state.people,
          { id: change.id, ...(change.fields as PersonFields) },
          change.place,
          () => true,
        );
      else find(state.people, change.id);
      return everything;
    }
    case 'movePerson':
      state.people = put(state.people, find(state.people, change.id), change.place, () => true);
      return everything;
    case 'removePerson':
      state.people = state.people.filter((person) => person.id !== change.id);
      for (const line of state.lines) line.links = line.links.filter((link) => link.to !== change.id);
      return everything;
    case 'describePicture':
      for (const line of state.lines)
        for (const picture of line.pictures) if (picture.id === change.id) picture.alt = change.alt;
      return everything;
    case 'removePicture':
      for (const line of state.lines) line.pictures = line.pictures.filter((picture) => picture.id !== change.id);
      return everything;
    case 'addReader':
    case 'renameReader':
    case 'arrangeReader':
    case 'tickForReader':
    case 'resetReader':
    case 'removeReader':
    case 'recordShare':
    case 'writeShare':
    case 'takeBackShare':
    case 'removeShare':
      applyShare(state, change);
      return { stale: ['shares.page'], line: null, created: [] };
    case 'nameMe':
      state.me = change.name;
      return everything;
    case 'visit':
      // Carried out by the host, which knows who holds the pen.
      return everything;
    default:
      changeChapters(state, change);
      return everything;
  }
}

function changeLine(
  state: FakeState,
  change: Extract<
    Change,
    { kind: 'writeLine' | 'writeBecause' | 'chooseLine' | 'markLine' | 'moveLine' | 'removeLine' | 'addLink' }
  >,
): { stale: string[]; line: Id | null; created: Id[] } {
  const line = find(state.lines, change.kind === 'addLink' ? change.from : change.id);
  if (change.kind === 'writeLine') line.text = change.text;
  if (change.kind === 'writeBecause') line.because = change.because;
  if (change.kind === 'chooseLine') line.choice = change.choice;
  if (change.kind === 'markLine') {
    line.marks = line.marks.filter((mark) => mark !== change.mark);
    if (change.on) line.marks.push(change.mark);
  }
  if (change.kind === 'moveLine')
    state.lines = put(state.lines, line, change.place, (each) => each.section === line.section);
  if (change.kind === 'removeLine') {
    state.lines = state.lines.filter((each) => each.id !== line.id);
    for (const other of state.lines) other.links = other.links.filter((link) => link.to !== line.id);
  }
  if (change.kind === 'addLink' && !line.links.some((link) => link.to === change.to)) {
    line.links.push({ id: change.id, kind: change.toKind, to: change.to, text: '' });
  }
  const shared = line.section === 'toolbox.tools' || line.section === 'well.like';
  return { stale: shared ? ['*'] : [pageOfSection(state, line.section)], line: line.id, created: [] };
}

type ChapterChange = Extract<Change, { kind: `${string}Chapter` | `${string}Section` }>;

function changeChapters(state: FakeState, change: ChapterChange): void {
  switch (change.kind) {
    case 'addChapter':
      state.chapters.push({ id: change.id, own: true });
      state.titles[change.id] = change.title;
      state.ownSections.push({ id: `${change.id}-list`, page: `${change.id}.page` });
      return;
    case 'renameChapter':
    case 'renameSection':
      state.titles[change.id] = change.title;
      return;
    case 'hideChapter':
    case 'hideSection':
      state.hidden = state.hidden.filter((id) => id !== change.id);
      if (change.hidden) state.hidden.push(change.id);
      return;
    case 'moveChapter':
      state.chapters = put(state.chapters, find(state.chapters, change.id), change.place, () => true);
      return;
    case 'removeChapter':
      state.chapters = state.chapters.filter((chapter) => chapter.id !== change.id);
      return;
    case 'addSection':
      state.ownSections.push({ id: change.id, page: change.page });
      state.titles[change.id] = change.title;
      orderSections(state, change.page, change.id, change.place);
      return;
    case 'moveSection':
      orderSections(state, pageOfSection(state, change.id), change.id, change.place);
      return;
    case 'removeSection':
      state.ownSections = state.ownSections.filter((section) => section.id !== change.id);
      state.lines = state.lines.filter((line) => line.section !== change.id);
  }
}

function orderSections(state: FakeState, page: string, id: string, place: Place): void {
  const items = sectionIds(state, page).map((each) => ({ id: each }));
  state.sectionOrder[page] = put(items, { id }, place, () => true).map((each) => each.id);
}
