// Help lines, the ways in to a hard moment, suggestions and looking through the plan, of the book in memory.
// Not here: lines, people and chapters (`fake-book.ts`).
import { failure, type FakeState } from './fake-book';
import { helpLines, WORKBOOK } from './fake-workbook';
import type {
  AimsView,
  Answer,
  Change,
  Door,
  HelpLine,
  HelpLineEdit,
  HelpLineFields,
  HelperLine,
  HelpView,
  Language,
  ReviewView,
} from './types';

export type FakeHelpRow = { id: string; fields: HelpLineFields; hidden: boolean; own: boolean };
export type FakeHelp = {
  rows: FakeHelpRow[];
  order: string[];
  /** No section with a target: that line is to be taken out. */
  aims: Record<string, { section: string; target: string; taken: boolean }>;
  said: Record<string, Answer>;
  day: string;
  off: boolean;
};

export const noHelp = (): FakeHelp => ({ rows: [], order: [], aims: {}, said: {}, day: '', off: false });

const NOTHING: HelpLineFields = { name: '', number: '', whom: '', hours: '', opening: [], checked: '' };
const ALARM = '112';
const TODAY = '2026-11-28';

type HelpChange = Extract<
  Change,
  {
    kind:
      | `${string}HelpLine`
      | 'orderHelpLines'
      | 'aimLine'
      | 'aimOut'
      | 'suggestFrom'
      | 'takeAim'
      | 'setReview'
      | 'answerReview'
      | 'tryNumber';
  }
>;

export function isOfHelp(change: Change): change is HelpChange {
  return /HelpLine|Aim|aimLine|aimOut|suggestFrom|Review|tryNumber/.test(change.kind);
}

function row(help: FakeHelp, id: string): FakeHelpRow {
  const known = help.rows.find((each) => each.id === id);
  if (known) return known;
  const made = { id, fields: NOTHING, hidden: false, own: false };
  help.rows.push(made);
  return made;
}

/** Carries it out; gives the pages that look different now. */
export function applyHelp(state: FakeState, change: HelpChange): string[] {
  const help = state.help;
  switch (change.kind) {
    case 'addHelpLine':
    case 'writeHelpLine': {
      const known = row(help, change.id);
      known.own = known.own || change.kind === 'addHelpLine';
      known.fields = change.fields as HelpLineFields;
      return [''];
    }
    case 'hideHelpLine':
      if (change.id === ALARM) throw failure('other', 'Det kan man ikke gøre her.', '');
      row(help, change.id).hidden = change.hidden;
      return [''];
    case 'removeHelpLine':
      help.rows = help.rows.filter((each) => each.id !== change.id);
      return [''];
    case 'orderHelpLines':
      help.order = change.ids;
      return [''];
    case 'aimLine':
      help.aims[change.id] = { section: change.section, target: change.target, taken: false };
      return ['after.changes'];
    case 'aimOut':
      help.aims[change.id] = { section: '', target: change.target, taken: false };
      return ['after.changes'];
    case 'suggestFrom': {
      const from = state.lines.find((line) => line.id === change.from);
      if (!from) throw failure('not-found', 'Linjen er ikke i bogen mere.', '');
      const made = { ...structuredClone(from), id: change.id, section: 'after.changes', prompt: '', text: change.text };
      // In other words it is the citizen's own.
      const author = change.text === from.text ? from.author : '';
      state.lines.push({ ...made, author, because: '', pictures: [], links: [] });
      if (change.section) help.aims[change.id] = { section: change.section, target: change.target, taken: false };
      return ['*'];
    }
    case 'takeAim':
      return take(state, change.id, change.line);
    case 'setReview':
      if (change.day !== '' && change.day !== help.day && change.day < TODAY)
        throw failure(
          'refused',
          'Den dag er allerede forbi. Der er ikke ændret noget.',
          'Vælg i dag eller en senere dag.',
        );
      help.day = change.day;
      help.off = change.off;
      return [''];
    case 'answerReview':
      if (change.answer !== 'later') help.said[change.page] = change.answer;
      return [change.page];
    case 'tryNumber':
      help.said[`${change.of}:${change.id}`] = change.answer;
      return [''];
  }
}

function take(state: FakeState, id: string, made: string): string[] {
  const aim = state.help.aims[id];
  const suggested = state.lines.find((line) => line.id === id);
  if (!aim || !suggested) throw failure('not-found', 'Linjen er ikke i bogen mere.', '');
  const target = state.lines.find((line) => line.id === aim.target);
  if (target && !aim.section) {
    state.lines = state.lines.filter((line) => line !== target);
    aim.taken = true;
    return ['*'];
  }
  if (target) Object.assign(target, { text: suggested.text, author: suggested.author || target.author });
  else state.lines.push({ ...structuredClone(suggested), id: made, section: aim.section });
  aim.target = target?.id ?? made;
  aim.taken = true;
  return ['*'];
}

function shown(line: HelpLine, own: FakeHelpRow): HelpLine {
  const { name, number, whom, hours } = own.fields;
  const edited = [name, number, whom, hours].some((text) => text !== '');
  return {
    ...line,
    name: name || line.name,
    number: number || line.number,
    whom: whom || line.whom,
    hours: hours || line.hours,
    edited: edited && !own.own,
  };
}

export function helpEdits(state: FakeState, language: Language): HelpLineEdit[] {
  const { rows, order } = state.help;
  const blank: HelpLine = {
    ...(helpLines(language)[0] as HelpLine),
    name: '',
    number: '',
    whom: '',
    hours: '',
    own: true,
  };
  const own = rows.filter((each) => each.own).map((each) => shown({ ...blank, id: each.id }, each));
  const all = helpLines(language).map((line) => {
    const known = rows.find((each) => each.id === line.id);
    return known ? shown(line, known) : line;
  });
  const sorted = [...own, ...all].sort((one, other) => {
    const at = (line: HelpLine): number => {
      const place = order.indexOf(line.id);
      return line.number === ALARM ? -1 : place < 0 ? order.length : place;
    };
    return at(one) - at(other);
  });
  return sorted.map((line) => {
    const known = rows.find((each) => each.id === line.id);
    return { line, fields: known?.fields ?? NOTHING, hidden: known?.hidden ?? false, fixed: line.number === ALARM };
  });
}

export function helpView(state: FakeState | null, language: Language): HelpView {
  if (!state)
    return {
      signs: [],
      tools: [],
      smallest: [],
      people: [],
      lines: helpLines(language),
      doors: [],
      good: [],
      helper: [],
      dead: [],
      locked: true,
    };
  const texts = (section: string): string[] =>
    state.lines.filter((line) => line.section === section && line.text).map((line) => line.text);
  const say = (da: string, en: string): string => (language === 'da' ? da : en);
  const line = (text: string): HelperLine => ({ label: '', text, because: '', phone: '', links: [] });
  const door = (id: string, title: string, signs: string[], tools: string[]): Door => ({
    id,
    title,
    signs,
    tools: tools.map((text) => ({ text, because: '' })),
  });
  const tools = texts('toolbox.tools');
  const steps = [...tools, ...texts('signs.me')];
  return {
    signs: texts('signs.inner'),
    tools,
    smallest: texts('everyday.smallest'),
    people: state.people.filter((person) => person.wanted !== 'no'),
    lines: helpEdits(state, language)
      .filter((edit) => !edit.hidden && edit.line.number !== '')
      .map((edit) => edit.line),
    doors: [
      door('signs', say('Jeg mærker tidlige tegn', 'I notice early signs'), texts('signs.inner'), steps),
      door('breaking-down', say('Det er ved at gå galt', 'Things are breaking down'), [], tools),
      door('angry', say('Jeg er vred', 'I am angry'), [], tools),
      door('crisis', say('Det er en krise', 'It is a crisis'), [], tools),
    ],
    good: texts('well.like').slice(0, 3),
    helper: texts('crisis.helps').length
      ? [
          {
            heading: say('Er der fare for liv?', 'Is a life in danger?'),
            lead: '',
            lines: [line(say('Ring 112 med det samme.', 'Call 112 at once.'))],
          },
          { heading: say('Gør det her', 'Do this'), lead: '', lines: texts('crisis.helps').map(line) },
        ]
      : [],
    dead: Object.entries(state.help.said)
      .filter(([key, answer]) => key.includes(':') && answer === 'no')
      .map(([key]) => ({
        of: key.startsWith('person:') ? ('person' as const) : ('line' as const),
        id: key.slice(key.indexOf(':') + 1),
        tried: '28. november 2026',
      })),
    locked: false,
  };
}

const TITLES = WORKBOOK.flatMap((chapter) => chapter.pages.map((page) => ({ chapter, page })));

export function aimsView(state: FakeState, language: Language): AimsView {
  const written = state.lines.filter((line) => line.section === 'after.changes' && line.text);
  return {
    aims: written.map(({ id, text, marks }) => {
      const aim = state.help.aims[id] ?? { section: '', target: '', taken: false };
      const target = state.lines.find((line) => line.id === aim.target);
      return {
        id,
        text,
        section: target?.section ?? aim.section,
        target: target?.id ?? '',
        now: target?.text ?? '',
        out: !aim.section && aim.target !== '' && (aim.taken || target !== undefined),
        taken: aim.taken,
        private: marks.includes('private'),
      };
    }),
    places: TITLES.flatMap(({ page }) =>
      page.sections
        .filter((section) => section.kind === 'list' && section.id !== 'after.changes')
        .map((section) => ({
          page: page.id,
          pageTitle: page.title[language],
          section: section.id,
          sectionTitle: section.title[language],
          adds: true,
          lines: state.lines.filter((line) => line.section === section.id).map(({ id, text }) => ({ id, text })),
        })),
    ),
  };
}

const CHOICES = { unset: '', preferred: 'Helst', acceptable: 'Kan gå an', not: 'Nej' } as const;

export function reviewView(state: FakeState, language: Language): ReviewView {
  const { said, off } = state.help;
  const day = off ? '' : state.help.day;
  const pages = TITLES.map(({ page }) => ({
    id: page.id,
    title: page.title[language],
    parts: page.sections
      .map((section) => ({
        title: section.title[language],
        lines: state.lines
          .filter((line) => line.section === section.id && line.text)
          .map((line) => ({ label: CHOICES[line.choice], text: line.text, because: line.because, phone: '' })),
      }))
      .filter((part) => part.lines.length > 0),
    last: said[page.id] ? '28. november 2026' : '',
  })).filter((page) => page.parts.length > 0);
  const tried = (key: string): string => (said[key] ? '28. november 2026' : '');
  return {
    day,
    dayWords: day,
    written: false,
    off,
    pages,
    numbers: [
      ...state.people
        .filter((person) => person.phone && person.wanted !== 'no')
        .map((person) => ({
          of: 'person' as const,
          id: person.id,
          name: person.name,
          number: person.phone,
          answer: said[`person:${person.id}`] ?? null,
          tried: tried(`person:${person.id}`),
        })),
      ...helpView(state, language)
        .lines.filter((line) => line.number !== ALARM)
        .map((line) => ({
          of: 'line' as const,
          id: line.id,
          name: line.name,
          number: line.number,
          answer: said[`line:${line.id}`] ?? null,
          tried: tried(`line:${line.id}`),
        })),
    ],
    today: TODAY,
    month: '2026-12-28',
    halfYear: '2027-05-28',
    year: '2027-11-28',
  };
}
