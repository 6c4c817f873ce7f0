// *Tag med og hent ind* of the host in memory. As in `fake.ts`.
import { apply, failure, photograph, type FakeState } from './fake-book';
import type { Inside } from './fake-inside';
import { recordOut, type FakeOut } from './fake-share';
import type { ExchangeHost } from './host-exchange';
import type { Arriving, ArrivingLine, Changed, Found } from './types';

/** What a test can set up: the file that is pointed at, the words that open it, the address book. */
export type FakeExchange = {
  file?: Arriving;
  words?: string;
  people?: Found[];
  /** The dialog is closed without a choice. */
  closes?: boolean;
};

const SIX = 'kaffe løvfald sommer cykel bro havn';
const OTHER_SIX = 'lampe tæppe vindue skov kande sten';
const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

export const arrivingLine = (id: string, text: string, more: Partial<ArrivingLine> = {}): ArrivingLine => ({
  id,
  heading: '',
  text,
  because: '',
  author: '',
  private: false,
  standing: 'new',
  now: '',
  ...more,
});

export const arrivingFile = (more: Partial<Arriving> = {}): Arriving => ({
  blank: false,
  name: '',
  mine: true,
  chapters: [],
  people: [],
  unseen: 0,
  thrown: 0,
  steps: 0,
  from: '',
  until: '',
  later: false,
  ...more,
});

export function fakeExchange(inside: Inside, set: FakeExchange): ExchangeHost {
  const { answer, open, language, say } = inside;
  const become = (state: FakeState): Changed => inside.become(state, say('hentet ind', 'brought in'));
  const saved = { saved: true, name: '/home/kim/Min bog.json' };
  const file = set.file ?? arrivingFile();
  let drawn = 0;
  const out = (made: FakeOut['made'], chapters: string[] = []): void => void (open().shares.out = { made, chapters });
  return {
    drawWords: () => answer('drawWords', [], () => (drawn++ % 2 === 0 ? SIX : OTHER_SIX)),
    exportBook: () =>
      answer('exportBook', [], () => {
        out('book-file');
        return { ...saved, large: false };
      }),
    exportSealed: (words) =>
      answer('exportSealed', [words], () => {
        out('book-file');
        return { ...saved, name: '/home/kim/Min bog.age', large: false };
      }),
    openFile: () =>
      answer('openFile', [], () =>
        set.closes ? null : set.words ? { words: true, arriving: null } : { words: false, arriving: file },
      ),
    unlockFile: (words) =>
      answer('unlockFile', [words], () => {
        if (words !== set.words)
          throw failure('wrong-secret', 'De ord åbner ikke filen.', 'Se efter, om alle seks ord er med.');
        return file;
      }),
    takeIn: (ids, mine) =>
      answer('takeIn', [ids, mine], () => {
        const state = structuredClone(open());
        for (const line of file.chapters.flatMap((chapter) => chapter.lines))
          if (ids === null || ids.includes(line.id))
            apply(state, {
              kind: 'addLine',
              id: line.id,
              section: 'well.like',
              prompt: '',
              text: line.text,
              place: { at: 'last' },
            });
        return become(state);
      }),
    leaveFile: () => answer('leaveFile', [], () => undefined),
    chaptersAsText: (order) =>
      answer('chaptersAsText', [order], () => {
        const lines = open().lines.filter(
          (line) => order.chapters.includes(line.section.split('.')[0] ?? '') && !line.marks.includes('private'),
        );
        return lines.map((line) => `- ${line.text}`).join('\n');
      }),
    saveText: (order) =>
      answer('saveText', [order], () => {
        out('text-file', order.chapters);
        return { saved: true, name: '/home/kim/Min plan.txt' };
      }),
    copyText: (order) =>
      answer('copyText', [order], () => {
        out('text-file', order.chapters);
        return true;
      }),
    recordFile: (id, whom, how, replaces) =>
      answer('recordFile', [whom, how, replaces], () => {
        const state = structuredClone(open());
        recordOut(state, { id, whom, how, replaces, revision: 1 }, language());
        return become(state);
      }),
    saveCalendar: () => answer('saveCalendar', [], () => ({ saved: true, name: '/home/kim/Min hverdag.ics' })),
    choosePeople: () => answer('choosePeople', [], () => (set.closes ? null : (set.people ?? []))),
    addPeople: (people) =>
      answer('addPeople', [people], () => {
        const state = structuredClone(open());
        for (const fields of people)
          apply(state, { kind: 'addPerson', id: crypto.randomUUID(), fields, place: { at: 'last' } });
        return become(state);
      }),
    addPicture: (line, section) =>
      answer('addPicture', [line, section], () => {
        if (set.closes) return null;
        const state = structuredClone(open());
        if (!state.lines.some((each) => each.id === line))
          apply(state, { kind: 'addLine', id: line, section, prompt: '', text: '', place: { at: 'last' } });
        const picture = { id: crypto.randomUUID(), sound: false, alt: '', width: 40, height: 30 };
        state.lines.find((each) => each.id === line)?.pictures.push(picture);
        return become(state);
      }),
    addPaper: (page) =>
      answer('addPaper', [page], () => {
        if (set.closes) return null;
        const state = structuredClone(open());
        state.lines.push(photograph(page));
        return become(state);
      }),
    picture: (id) => answer('picture', [id], () => DOT),
    savePicture: (id) => answer('savePicture', [id], () => ({ saved: true, name: '/home/kim/Billede.jpg' })),
  };
}
