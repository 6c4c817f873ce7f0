// What the book in memory shows: contents and pages in the chosen language.
// Not here: how it changes (`fake-book.ts`).
import { PAPER, pageOfSection, sectionIds, failure, type FakeLine, type FakeState } from './fake-book';
import { WORKBOOK, type FakePage, type FakeSection } from './fake-workbook';
import type {
  CardItem,
  CardView,
  Contents,
  ContentsChapter,
  HelpView,
  Language,
  Line,
  PageView,
  SectionName,
  SectionView,
  Step,
  GuestBookView,
  VisitNow,
} from './types';
import { helpEdits, helpView } from './fake-help';

const PAGES = WORKBOOK.flatMap((chapter) => chapter.pages);

type Around = {
  undo: Step | null;
  redo: Step | null;
  sample: boolean;
  readOnly: boolean;
  unlockedBook: boolean;
  visit: VisitNow | null;
  guest: GuestBookView | null;
  waiting: number;
};

function chapterView(state: FakeState, id: string, language: Language): ContentsChapter {
  const template = WORKBOOK.find((chapter) => chapter.id === id);
  const pages = template?.pages ?? [];
  const title = state.titles[id] || template?.title[language] || '';
  const begun = (page: string): boolean =>
    state.lines.some((line) => pageOfSection(state, line.section) === page && line.text !== '');
  const views = template
    ? pages.map((page) => ({ id: page.id, title: page.title[language], begun: begun(page.id) }))
    : [{ id: `${id}.page`, title, begun: begun(`${id}.page`) }];
  return {
    id,
    title,
    drawing: template ? id : 'own',
    own: !template,
    begun: views.some((page) => page.begun),
    pages: views,
  };
}

export function contentsView(state: FakeState, language: Language, around: Around): Contents {
  const chapters = state.chapters.map((chapter) => chapterView(state, chapter.id, language));
  const isOpen = (id: string): boolean =>
    around.visit === null || around.visit.chapters.some((chapter) => chapter.id === id);
  return {
    groups: [
      {
        group: 'plan' as const,
        title: language === 'da' ? 'Min plan' : 'My plan',
        chapters: chapters.filter((each) => each.id !== 'shares' && !state.hidden.includes(each.id) && isOpen(each.id)),
      },
      {
        group: 'time' as const,
        title: language === 'da' ? 'Over tid' : 'Over time',
        chapters: chapters.filter((each) => each.id === 'shares' && !state.hidden.includes(each.id) && isOpen(each.id)),
      },
    ].filter((group) => group.chapters.length > 0),
    hidden: chapters.filter((each) => state.hidden.includes(each.id) && isOpen(each.id)),
    me: state.me,
    ...around,
  };
}

function linkText(state: FakeState, to: string): string {
  return (
    state.lines.find((line) => line.id === to)?.text ?? state.people.find((person) => person.id === to)?.name ?? ''
  );
}

function lineView(state: FakeState, { section: _, ...line }: FakeLine): Line {
  return { ...line, links: line.links.map((link) => ({ ...link, text: linkText(state, link.to) })) };
}

function sectionView(state: FakeState, id: string, template: FakeSection | undefined, language: Language): SectionView {
  const from = template?.from;
  const source = from?.section ?? id;
  const fromPage = PAGES.find((page) => page.id === from?.page);
  return {
    id,
    kind: template?.kind ?? 'list',
    title: state.titles[id] || template?.title[language] || '',
    lead: template?.lead?.[language] ?? '',
    placeholder: template?.placeholder?.[language] ?? (language === 'da' ? 'Skriv her …' : 'Write here …'),
    own: !template,
    marks: template?.marks ?? [],
    links: template?.links ?? [],
    questions: (template?.questions ?? []).map((question) => ({
      id: question.id,
      title: question.title[language],
      help: question.help?.[language] ?? '',
      short: question.short ?? false,
    })),
    lines: state.lines.filter((line) => line.section === source).map((line) => lineView(state, line)),
    from: fromPage ? { id: fromPage.id, title: fromPage.title[language] } : null,
  };
}

export function pageView(state: FakeState, id: string, language: Language): PageView {
  const template: FakePage | undefined = PAGES.find((page) => page.id === id);
  const chapterId = id.slice(0, id.lastIndexOf('.'));
  const known = state.chapters.some((chapter) => chapter.id === chapterId);
  if (!known) throw failure('not-found', 'Siden er ikke i bogen.', 'Vælg en anden side.');
  const chapter = chapterView(state, chapterId, language);
  const sections = sectionIds(state, id).map((section) =>
    sectionView(
      state,
      section,
      template?.sections.find((each) => each.id === section),
      language,
    ),
  );
  const order: SectionName[] = state.chapters
    .filter((each) => !state.hidden.includes(each.id))
    .flatMap((each) => chapterView(state, each.id, language).pages)
    .map((page) => ({ id: page.id, title: page.title }));
  const here = order.findIndex((page) => page.id === id);
  return {
    id,
    chapter: chapter.id,
    chapterTitle: chapter.title,
    title: chapter.pages.length > 1 ? (template?.title[language] ?? '') : chapter.title,
    drawing: chapter.drawing,
    own: chapter.own,
    why: template?.why[language] ?? '',
    examples: template?.examples[language] ?? [],
    gentle: template?.gentle?.[language] ?? '',
    afterwards: template?.afterwards?.[language] ?? '',
    notes: [],
    sections: sections.filter((section) => !state.hidden.includes(section.id)),
    hiddenSections: sections
      .filter((section) => state.hidden.includes(section.id))
      .map(({ id: section, title }) => ({ id: section, title })),
    review: id === 'crisis.front' && !state.help.off ? state.help.day : '',
    paper: state.lines
      .filter((line) => line.section === id + PAPER)
      .map((line) => ({
        id: line.id,
        picture: line.pictures[0] ?? { id: line.id, sound: false, alt: '', width: 1, height: 1 },
        private: line.marks.includes('private'),
        typed: line.marks.includes('typed'),
      })),
    people: structuredClone(state.people),
    tools: state.lines
      .filter((line) => line.section === 'toolbox.tools')
      .map((line) => ({ id: line.id, text: line.text, marks: [...line.marks] })),
    previous: order[here - 1] ?? null,
    next: here < 0 ? null : (order[here + 1] ?? null),
  };
}

export function cardView(state: FakeState | null, chosen: string[], language: Language): CardView {
  const lines = (section: string): CardView['signs'] =>
    (state?.lines ?? [])
      .filter((line) => line.section === section && line.text && !line.marks.includes('private'))
      .map((line) => ({ id: line.id, text: line.text, phone: '', shown: chosen.includes(line.id) }));
  return {
    signs: lines('signs.inner'),
    tools: lines('toolbox.tools'),
    people: (state?.people ?? [])
      .filter((person) => person.phone && person.wanted !== 'no')
      .map((person) => ({
        id: person.id,
        text: person.name,
        phone: person.phone,
        shown: chosen.includes(person.id),
      })),
    lines: (state ? helpEdits(state, language) : [])
      .filter(({ line }) => line.number && (line.own || line.edited))
      .map(({ line }) => ({ id: line.id, text: line.name, phone: line.number, shown: chosen.includes(line.id) })),
  };
}

/** *Det er svært lige nu* on a locked book: the numbers, and what was chosen to be seen. */
export function helpWhenLocked(book: FakeState | null, chosen: string[], language: Language): HelpView {
  const { signs, tools, people, lines } = cardView(book, chosen, language);
  const shown = (items: CardItem[]): CardItem[] => items.filter((item) => item.shown);
  const own = (book ? helpEdits(book, language) : []).map((edit) => edit.line);
  return {
    ...helpView(null, language),
    lines: [
      ...own.filter((line) => lines.some((each) => each.shown && each.id === line.id)),
      ...helpView(null, language).lines,
    ],
    signs: shown(signs).map((item) => item.text),
    tools: shown(tools).map((item) => item.text),
    people: shown(people).map(({ id, text, phone }) => ({
      id,
      name: text,
      phone,
      relation: '',
      wanted: 'unset' as const,
      why: '',
    })),
  };
}
