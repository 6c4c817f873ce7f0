// Visits of the book in memory: who is here, who holds the pen, what is agreed and answered.
// Not here: what a proposal says and does (`fake-proposal.ts`), and what stays out of sight in a visit, which the core decides; here only
// chapters that are shut are left out.
import { failure, type FakeState } from './fake-book';
import { accept, basisOf, type Proposal } from './fake-proposal';
import type {
  AgreementFields,
  AnswerView,
  ComingView,
  Guest,
  GuestView,
  Id,
  OverTime,
  Role,
  Series,
  VisitChange,
  VisitFields,
  VisitNow,
  VisitRecord,
  VisitsView,
} from './types';
import { WORKBOOK } from './fake-workbook';

type Visit = {
  id: Id;
  guests: GuestView[];
  chapters: string[];
  fields: VisitFields;
  ended: boolean;
  agreements: { id: Id; fields: AgreementFields; author: string }[];
  answers: Record<string, number>;
  /** What was written to a question, and by whom last. */
  texts?: Record<string, { text: string; by: string }>;
};
export type FakeVisits = { visits: Visit[]; proposals: Proposal[] };
/** The visit that goes on, and who writes. */
export type FakeNow = { id: Id; pen: Id };

export const emptyVisits = (): FakeVisits => ({ visits: [], proposals: [] });

const ROLES: Record<Role, string> = { staff: 'medarbejder', peer: 'peer', relative: 'pårørende', other: 'gæst' };
const QUESTIONS: Record<Series, string[]> = {
  visit: ['heard', 'mine', 'words', 'useful'],
  support: ['others', 'hope', 'self', 'matters', 'control'],
  reflection: ['listened', 'goals'],
};

const viewOf = (book: FakeState, { id, author, name, role }: Guest): GuestView => ({
  id,
  author,
  name,
  role,
  called: name || `en ${ROLES[role]}`,
  roleWord: ROLES[role],
  known:
    name !== '' &&
    book.visits.visits.some((visit) => visit.guests.some((each) => each.author === author && each.id !== id)),
});
const visitOf = (book: FakeState, id: Id): Visit => {
  const visit = book.visits.visits.find((each) => each.id === id);
  if (!visit) throw failure('not-found', 'Besøget er her ikke.');
  return visit;
};
const titleOf = (book: FakeState, id: string): string =>
  book.titles[id] || (WORKBOOK.find((chapter) => chapter.id === id)?.title.da ?? '');

export function visitNow(book: FakeState, now: FakeNow | null): VisitNow | null {
  if (!now) return null;
  const visit = visitOf(book, now.id);
  const pen = visit.guests.find((guest) => guest.id === now.pen);
  return {
    id: visit.id,
    guests: visit.guests,
    chapters: visit.chapters.map((id) => ({ id, title: titleOf(book, id) })),
    agenda: visit.fields.agenda ?? '',
    pen: now.pen,
    penName: pen?.called ?? '',
  };
}

export const opensMore = (book: FakeState, id: Id, chapters: string[]): boolean =>
  chapters.some((chapter) => !visitOf(book, id).chapters.includes(chapter));

/** Carries out a change around a visit; gives the visit that goes on afterwards. */
export function aroundVisit(book: FakeState, now: FakeNow | null, change: VisitChange): FakeNow | null {
  const { visits, proposals } = book.visits;
  const guest = now ? visitOf(book, now.id).guests.find((each) => each.id === now.pen) : undefined;
  if (guest && !['propose', 'withdraw', 'agree', 'dropAgreement', 'answer'].includes(change.act))
    throw failure('refused', 'Det er kun den, bogen tilhører, der kan gøre det.');
  switch (change.act) {
    case 'start':
      visits.unshift({
        id: change.id,
        guests: change.guests.map((each) => viewOf(book, each)),
        chapters: change.chapters,
        fields: { agenda: change.agenda, agreed: '', keptPrivate: '', nextOn: '', nextNote: '', keepReflection: false },
        ended: false,
        agreements: [],
        answers: {},
      });
      return { id: change.id, pen: '' };
    case 'join':
      visitOf(book, change.id).guests.push(viewOf(book, change.guest));
      return now;
    case 'name': {
      const known = visitOf(book, change.id).guests.find((each) => each.id === change.guest);
      if (!known || (known.known && known.name !== change.name)) throw failure('refused', 'Det kan ikke stå her.');
      const before = known.called;
      Object.assign(known, viewOf(book, { ...known, name: change.name.trim(), role: change.role }));
      for (const line of book.lines) if (line.author === before) line.author = known.called;
      return now;
    }
    case 'open':
      visitOf(book, change.id).chapters = change.chapters;
      return now;
    case 'write':
      visitOf(book, change.id).fields = change.fields as VisitFields;
      return now;
    case 'end':
      visitOf(book, change.id).ended = true;
      return now?.id === change.id ? null : now;
    case 'propose': {
      const known = proposals.find((each) => each.id === change.id);
      if (known) Object.assign(known, { wish: change.wish, perspective: change.perspective });
      else if (guest && now)
        proposals.push({
          id: change.id,
          visit: now.id,
          guest,
          wish: change.wish,
          perspective: change.perspective,
          basis: basisOf(book, change.wish),
          state: 'open',
        });
      return now;
    }
    case 'withdraw':
      book.visits.proposals = proposals.filter((each) => each.id !== change.id);
      return now;
    case 'accept':
      accept(book, change.id, change.own?.text ?? null);
      return now;
    case 'acceptAll':
      for (const id of change.ids) accept(book, id, null);
      return now;
    case 'decline':
      for (const each of proposals) if (each.id === change.id) each.state = 'declined';
      return now;
    case 'agree': {
      const visit = visitOf(book, change.visit);
      const known = visit.agreements.find((each) => each.id === change.id);
      if (known) known.fields = change.fields as AgreementFields;
      else
        visit.agreements.push({ id: change.id, fields: change.fields as AgreementFields, author: guest?.called ?? '' });
      return now;
    }
    case 'dropAgreement':
      for (const visit of visits) visit.agreements = visit.agreements.filter((each) => each.id !== change.id);
      return now;
    case 'answer':
      visitOf(book, change.visit).answers[`${change.series} ${change.question}`] = change.value;
      (visitOf(book, change.visit).texts ??= {})[`${change.series} ${change.question}`] = {
        text: change.text,
        by: guest?.called ?? '',
      };
      return now;
  }
}

function item(book: FakeState, visit: Visit, now: FakeNow | null): VisitRecord['item'] {
  const proposals = book.visits.proposals.filter((proposal) => proposal.visit === visit.id);
  return {
    id: visit.id,
    stage: now?.id === visit.id ? 'goes-on' : visit.ended ? 'ended' : 'waits',
    began: '28. november 2026 kl. 14.03',
    ended: visit.ended ? '28. november 2026 kl. 14.50' : '',
    people: visit.guests.map((guest) => guest.called),
    chapters: visit.chapters.map((id) => titleOf(book, id)),
    proposed: proposals.length,
    taken: proposals.filter((proposal) => proposal.state === 'accepted' || proposal.state === 'own-words').length,
  };
}

export function visitsView(book: FakeState, now: FakeNow | null, asksSecret: boolean): VisitsView {
  const open = now ? visitOf(book, now.id).chapters : [];
  return {
    visits: book.visits.visits.map((visit) => item(book, visit, now)),
    known: book.visits.visits.flatMap((visit) => visit.guests.filter((guest) => guest.name !== '')),
    chapters: book.chapters
      .filter((chapter) => !book.hidden.includes(chapter.id))
      .map(({ id }) => ({ id, title: titleOf(book, id), open: open.includes(id) })),
    asksSecret,
  };
}

/** What was agreed and has a day. */
export function comingViews(state: FakeState, now: FakeNow | null): ComingView[] {
  if (now) return [];
  const due = state.visits.visits.flatMap((visit) => visit.agreements.map((each) => ({ ...each, visit: visit.id })));
  return due
    .filter(({ fields }) => !fields.done && fields.due !== '' && fields.text !== '')
    .sort((one, other) => one.fields.due.localeCompare(other.fields.due))
    .map(({ id, visit, fields }) => ({
      id,
      visit,
      ...fields,
      dueWords: fields.due,
      near: true,
      nextVisit: false,
      who: fields.doer === 'me' ? '' : fields.name || 'en anden',
    }))
    .concat(
      state.visits.visits
        .filter(({ fields }) => (fields.nextOn ?? '') !== '')
        .map(({ id, fields }) => ({
          id,
          visit: id,
          doer: 'me' as const,
          name: '',
          text: fields.nextNote ?? '',
          due: fields.nextOn ?? '',
          done: false,
          dueWords: fields.nextOn ?? '',
          near: true,
          nextVisit: true,
          who: '',
        })),
    );
}

/** What was answered about the visits; each question by itself. */
export function overTime(state: FakeState): OverTime {
  const own = QUESTIONS.visit.map((question) => ({
    question,
    title: question,
    answers: state.visits.visits.flatMap((visit) => {
      const value = visit.answers[`visit ${question}`] ?? -1;
      return value < 0
        ? []
        : [{ visit: visit.id, day: 'i dag', value, people: visit.guests.map((each) => each.called) }];
    }),
  }));
  return { own: own.filter((each) => each.answers.length > 0), support: [] };
}

export function visitRecord(book: FakeState, now: FakeNow | null, id: Id): VisitRecord {
  const visit = visitOf(book, id);
  const answers = (series: Series): AnswerView[] =>
    QUESTIONS[series].map((question) => ({
      question,
      title: question,
      value: visit.answers[`${series} ${question}`] ?? -1,
      text: visit.texts?.[`${series} ${question}`]?.text ?? '',
    }));
  return {
    item: item(book, visit, now),
    fields: visit.fields,
    nextWords: visit.fields.nextOn ?? '',
    agreements: visit.agreements.map(({ id, fields, author }) => ({
      id,
      ...fields,
      dueWords: fields.due ?? '',
      author,
    })),
    rating: answers('visit'),
    support: answers('support'),
    reflection: answers('reflection'),
    proposals: now
      ? []
      : book.visits.proposals
          .filter((proposal) => proposal.visit === id)
          .map((proposal) => ({
            id: proposal.id,
            at: 'i dag',
            from: proposal.guest.called,
            roleWord: proposal.guest.roleWord,
            what: 'Ny linje',
            text: proposal.wish.wish === 'newLine' || proposal.wish.wish === 'rewrite' ? proposal.wish.text : '',
            because: proposal.wish.wish === 'newLine' || proposal.wish.wish === 'rewrite' ? proposal.wish.because : '',
            perspective: proposal.perspective,
            written: proposal.wish.wish === 'newLine' || proposal.wish.wish === 'rewrite',
            state: proposal.state,
          })),
  };
}
