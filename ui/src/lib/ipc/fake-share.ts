// Readers and copies in memory: ticks, what is new since a copy, the register.
// Not here: the real suggestions (`workbook/readers.toml`) and the pages, which the book in memory only pretends to draw.
import { failure, type FakeLine, type FakeState } from './fake-book';
import { WORKBOOK } from './fake-workbook';
import type {
  Change,
  CopyView,
  DeadOn,
  Form,
  How,
  Language,
  News,
  PrintOrder,
  ReaderRow,
  ReaderView,
  SharesView,
  Tick,
  TickChapter,
} from './types';

type FakeReader = { id: string; title: string; like: string; form: Form; language: Language | null; large: boolean };
type FakeCopy = Omit<CopyView, 'standing' | 'news' | 'back' | 'dead'> & {
  lines: Record<string, string>;
  replaces: string;
  back: boolean;
};
/** What went out last as a file, text or picture. */
export type FakeOut = Pick<CopyView, 'made' | 'chapters'>;
export type FakeShares = {
  out: FakeOut;
  own: FakeReader[];
  changed: Record<string, Partial<FakeReader>>;
  ticks: Record<string, Record<string, boolean>>;
  copies: FakeCopy[];
};
export const noShares = (): FakeShares => ({
  out: { made: 'book-file', chapters: [] },
  own: [],
  changed: {},
  ticks: {},
  copies: [],
});

type ShareChange = Extract<Change, { kind: `${string}Reader` | `${string}Share` | 'tickForReader' }>;

const KNOWN: (FakeReader & { da: string; en: string; shows: string[] })[] = (
  [
    ['ward', 'Afdelingen', 'The ward', 'plan', ['crisis']],
    ['relative', 'En pårørende', 'A relative', 'supporter', ['crisis', 'signs']],
    ['doctor', 'Egen læge', 'My own doctor', 'doctor', ['crisis']],
    ['jobcentre', 'Jobcentret', 'The job centre', 'book', []],
    ['me', 'Kun mig', 'Only me', 'book', ['well', 'toolbox', 'signs', 'crisis']],
    ['card', 'Kort til pungen', 'Card for the wallet', 'card', ['crisis']],
  ] as [string, string, string, Form, string[]][]
).map(([id, da, en, form, shows]) => ({ id, title: '', like: id, form, language: null, large: false, da, en, shows }));

function find(state: FakeState, id: string, language: Language): FakeReader & { shows: string[] } {
  const own = state.shares.own.find((each) => each.id === id);
  const known = KNOWN.find((each) => each.id === (own?.like ?? id));
  if (!known) throw failure('not-found', 'Den er ikke på listen mere.');
  return { ...known, title: known[language], ...state.shares.changed[id], ...own, shows: known.shows };
}

const open = (line: FakeLine): boolean => line.text.trim() !== '' && !line.marks.includes('private');

/** What may be ticked, as the page of the reader has it. */
function chapters(state: FakeState, id: string, language: Language): TickChapter[] {
  const { shows } = find(state, id, language);
  const ticks = state.shares.ticks[id] ?? {};
  return WORKBOOK.map((chapter) => {
    const sections = chapter.pages
      .flatMap((page) => page.sections)
      .map((section) => {
        const suggested = ticks[section.id] ?? ticks[chapter.id] ?? shows.includes(chapter.id);
        const rows: { id: string; text: string }[] =
          section.kind === 'people'
            ? state.people.map((person) => ({ id: person.id, text: person.name }))
            : state.lines.filter((line) => line.section === section.id && open(line));
        const lines = rows.map((row) => ({ id: row.id, text: row.text, on: ticks[row.id] ?? suggested }));
        return { id: section.id, title: section.title[language], lines };
      })
      .filter((section) => section.lines.length > 0);
    const lines = sections.flatMap((section) => section.lines);
    const title = chapter.title[language];
    return { id: chapter.id, title, shown: lines.filter((line) => line.on).length, lines: lines.length, sections };
  }).filter((chapter) => chapter.lines > 0);
}

function printed(state: FakeState, id: string, language: Language): Record<string, string> {
  const lines = chapters(state, id === '' || id === 'advance' ? 'me' : id, language).flatMap((chapter) =>
    chapter.sections.flatMap((section) => section.lines),
  );
  return Object.fromEntries(lines.filter((line) => line.on).map((line) => [line.id, line.text]));
}

/** What a copy of this kind would hold now. */
function holds(
  state: FakeState,
  copy: Pick<FakeCopy, 'made' | 'chapters' | 'reader'>,
  language: Language,
): Record<string, string> {
  if (copy.made === 'print') return printed(state, copy.reader, language);
  if (copy.made === 'phone-picture') return printed(state, '', language);
  const lines = state.lines.filter(
    (line) => copy.made === 'book-file' || (open(line) && copy.chapters.includes(line.section.split('.')[0] ?? '')),
  );
  return Object.fromEntries(lines.map((line) => [line.id, line.marks.includes('private') ? '' : line.text]));
}

function news(then: Record<string, string>, now: Record<string, string>): News[] {
  const told: News[] = Object.entries(now)
    .filter(([id, text]) => then[id] !== text)
    .map(([line, text]) => ({ line, since: line in then ? 'changed' : 'added', text }));
  const gone = Object.keys(then).filter((id) => !(id in now));
  return [...told, ...gone.map((line): News => ({ line, since: 'gone', text: '' }))];
}

function copyView(state: FakeState, copy: FakeCopy, language: Language): CopyView {
  const { lines, replaces: _replaces, back, ...shown } = copy;
  const since = news(lines, holds(state, copy, language));
  const replaced = state.shares.copies.some((each) => each.replaces === copy.id);
  const standing = back
    ? 'back'
    : replaced
      ? 'replaced'
      : copy.how === 'shown'
        ? 'seen'
        : since.length > 0
          ? 'old'
          : 'fresh';
  const out = standing === 'old' || standing === 'fresh';
  const same = Object.keys(lines).filter((id) => since.every((each) => each.line !== id));
  const dead = out ? deadAmong(state, same) : [];
  return { ...shown, standing, back: back ? copy.at : '', news: standing === 'old' ? since : [], dead };
}

/** Numbers of people with these ids that did not work when they were tried. */
function deadAmong(state: FakeState, ids: string[]): DeadOn[] {
  return state.people
    .filter(({ id, phone }) => ids.includes(id) && phone && state.help.said[`person:${id}`] === 'no')
    .map(({ id, name, phone }) => ({ of: 'person', id, name, number: phone, tried: '28. november 2026' }));
}

/** The same for a print. */
export function deadOn(state: FakeState, order: PrintOrder, language: Language): DeadOn[] {
  if (order.what.kind === 'blank') return [];
  return deadAmong(state, Object.keys(printed(state, order.what.kind === 'reader' ? order.what.id : '', language)));
}

const latest = (state: FakeState, reader: string): FakeCopy | undefined =>
  state.shares.copies.find((copy) => copy.reader === reader && !copy.back);

export function sharesView(state: FakeState, language: Language): SharesView {
  const row = (id: string, own: boolean): ReaderRow => {
    const reader = find(state, id, language);
    const last = latest(state, id);
    const since = last ? news(last.lines, printed(state, id, language)) : [];
    return { id, title: reader.title, lead: '', own, form: reader.form, last: last?.at ?? '', news: since.length };
  };
  return {
    readers: [...KNOWN.map((each) => row(each.id, false)), ...state.shares.own.map((each) => row(each.id, true))],
    copies: state.shares.copies.map((copy) => copyView(state, copy, language)),
  };
}

export function readerView(state: FakeState, id: string, language: Language): ReaderView {
  const reader = find(state, id, language);
  const last = latest(state, id);
  return {
    id,
    title: reader.title,
    lead: '',
    own: state.shares.own.some((each) => each.id === id),
    form: reader.form,
    language: reader.language ?? language,
    large: reader.large,
    changed: Object.keys(state.shares.ticks[id] ?? {}).length > 0,
    chapters: chapters(state, id, language),
    last: last?.at ?? '',
    news: last ? news(last.lines, printed(state, id, language)) : [],
  };
}

/** The words of a print, one line each. */
export function printedLines(state: FakeState, order: PrintOrder, language: Language): string[] {
  if (order.what.kind === 'blank') return order.what.chapters;
  return Object.values(printed(state, order.what.kind === 'reader' ? order.what.id : '', language));
}

export function record(
  state: FakeState,
  given: { id: string; order: PrintOrder; whom: string; how: How; revision: number },
  language: Language,
): void {
  const { id, order, whom, how, revision } = given;
  const reader = order.what.kind === 'reader' ? order.what.id : order.what.kind === 'advance' ? 'advance' : '';
  const title = language === 'da' ? 'Det gør du nu' : 'What you do now';
  state.shares.copies.unshift({
    id,
    reader,
    made: 'print',
    chapters: [],
    title,
    whom,
    form: order.what.kind === 'reader' ? find(state, reader, language).form : 'plan',
    how,
    language: order.language,
    at: language === 'da' ? '22. november 2026' : '22 November 2026',
    version: language === 'da' ? `udgave ${revision}` : `edition ${revision}`,
    lines: printed(state, reader, language),
    replaces: order.replaces,
    back: false,
  });
}

const OUT = {
  print: '',
  'book-file': 'Hele bogen, låst fil',
  'text-file': 'Tekst: Når jeg har det godt',
  'phone-picture': 'Kriseplanen som billede',
};

/** A file, text or picture that went out. */
export function recordOut(
  state: FakeState,
  given: { id: string; whom: string; how: How; replaces: string; revision: number },
  language: Language,
): void {
  const { revision, ...rest } = given;
  const { made, chapters } = state.shares.out;
  const kind = { made, reader: made, chapters };
  state.shares.copies.unshift({
    ...rest,
    ...kind,
    title: OUT[made],
    form: made === 'phone-picture' ? 'plan' : 'book',
    language,
    at: language === 'da' ? '22. november 2026' : '22 November 2026',
    version: language === 'da' ? `udgave ${revision}` : `edition ${revision}`,
    lines: holds(state, kind, language),
    back: false,
  });
}

function below(what: Tick, id: string): (target: string) => boolean {
  if (what === 'line') return () => false;
  const sections = WORKBOOK.filter((chapter) => what === 'section' || chapter.id === id)
    .flatMap((chapter) => chapter.pages.flatMap((page) => page.sections))
    .filter((section) => what === 'chapter' || section.id === id)
    .map((section) => section.id);
  return (target) => sections.includes(target) || !target.includes('.');
}

export function applyShare(state: FakeState, change: ShareChange): void {
  const shares = state.shares;
  const copy = (id: string): FakeCopy => {
    const found = shares.copies.find((each) => each.id === id);
    if (!found) throw failure('not-found', 'Den er ikke på listen mere.');
    return found;
  };
  const set = (id: string, some: Partial<FakeReader>): void => {
    const own = shares.own.find((each) => each.id === id);
    if (own) Object.assign(own, some);
    else shares.changed[id] = { ...shares.changed[id], ...some };
  };
  switch (change.kind) {
    case 'addReader': {
      const { title, form } = find(state, change.like, 'da');
      shares.own.push({
        id: change.id,
        title: change.title.trim() || title,
        like: change.like,
        form,
        language: null,
        large: false,
      });
      shares.ticks[change.id] = { ...shares.ticks[change.like] };
      return;
    }
    case 'renameReader':
      return set(change.id, { title: change.title });
    case 'arrangeReader':
      return set(change.id, { form: change.form, language: change.language, large: change.large });
    case 'tickForReader': {
      const ticks = (shares.ticks[change.reader] ??= {});
      const inside = below(change.what, change.id);
      for (const target of Object.keys(ticks)) if (inside(target)) delete ticks[target];
      ticks[change.id] = change.on;
      return;
    }
    case 'resetReader':
      delete shares.ticks[change.id];
      return;
    case 'removeReader':
      shares.own = shares.own.filter((each) => each.id !== change.id);
      return;
    case 'recordShare':
      return;
    case 'writeShare':
      Object.assign(copy(change.id), { whom: change.whom, how: change.how });
      return;
    case 'takeBackShare':
      copy(change.id).back = change.back;
      return;
    case 'removeShare':
      shares.copies = shares.copies.filter((each) => each.id !== change.id);
  }
}
