// Visits of the book in memory: who is here, who holds the pen, what is proposed and answered.
// Not here: what stays out of sight in a visit, which the core decides; here only chapters that are shut are left out.
import { apply, failure, pageOfSection, type FakeState } from './fake-book';
import type {
  Adopted,
  AgreementFields,
  AnswerView,
  ComingView,
  Guest,
  GuestView,
  Id,
  Inbox,
  OverTime,
  PersonFields,
  Perspective,
  Piece,
  ProposalState,
  ProposalView,
  Role,
  Series,
  VisitChange,
  VisitFields,
  VisitNow,
  VisitPage,
  VisitRecord,
  VisitsView,
  Wish,
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
type Proposal = {
  id: Id;
  visit: Id;
  guest: GuestView;
  wish: Wish;
  perspective: Perspective;
  basis: Basis;
  state: ProposalState;
};
/** What stood there when it was proposed. */
type Basis = { text: string; because: string; person: PersonFields | null; after: Id };
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
function basisOf(book: FakeState, wish: Wish): Basis {
  const line = book.lines.find((each) => each.id === target(wish));
  const known = book.people.find((each) => each.id === target(wish));
  let person: PersonFields | null = null;
  if (known) {
    const { id: _, ...fields } = known;
    person = fields;
  }
  const siblings = book.lines.filter((each) => each.section === line?.section);
  const after = line && wish.wish === 'order' ? (siblings[siblings.indexOf(line) - 1]?.id ?? '') : '';
  return { text: line?.text ?? '', because: line?.because ?? '', person, after };
}
/** A field its author left as it was is not theirs. */
const kept = <T>(wished: T, was: T, is: T): T => (wished === was ? is : wished);
const NOBODY: PersonFields = { name: '', relation: '', phone: '', wanted: 'unset', why: '' };
function personOn(fields: PersonFields, was: PersonFields, is: PersonFields): PersonFields {
  return {
    name: kept(fields.name, was.name, is.name),
    relation: kept(fields.relation, was.relation, is.relation),
    phone: kept(fields.phone, was.phone, is.phone),
    wanted: kept(fields.wanted, was.wanted, is.wanted),
    why: kept(fields.why, was.why, is.why),
  };
}
/** What a yes would do to the book as it is now. */
function on({ wish, basis }: Proposal, now: Basis): Wish {
  if (wish.wish === 'newLine' || wish.wish === 'rewrite')
    return {
      ...wish,
      text: kept(wish.text, basis.text, now.text),
      because: kept(wish.because, basis.because, now.because),
    };
  if (wish.wish === 'person' && basis.person && now.person)
    return { ...wish, fields: personOn({ ...NOBODY, ...wish.fields }, basis.person, now.person) };
  return wish;
}
const lineText = (book: FakeState, id: Id): string => book.lines.find((line) => line.id === id)?.text ?? '';
const titleOf = (book: FakeState, id: string): string =>
  book.titles[id] || (WORKBOOK.find((chapter) => chapter.id === id)?.title.da ?? '');

function pageOf(book: FakeState, wish: Wish): string {
  if (wish.wish === 'newLine') return pageOfSection(book, wish.section);
  if (wish.wish === 'person') return 'crisis.supporters';
  const id = wish.wish === 'link' ? wish.from : wish.line;
  return pageOfSection(book, book.lines.find((line) => line.id === id)?.section ?? '');
}
const target = (wish: Wish): Id =>
  wish.wish === 'person' ? wish.person : wish.wish === 'link' ? wish.from : wish.line;

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

export const waiting = (book: FakeState): number =>
  book.visits.proposals.filter((proposal) => proposal.state === 'open').length;

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

/** The question a wish answers, or of the answer of which it is other words. */
function askedOf(book: FakeState, wish: Wish): string {
  const line = wish.wish === 'rewrite' ? book.lines.find((each) => each.id === wish.line) : undefined;
  const { section, prompt } = wish.wish === 'newLine' ? wish : { section: line?.section, prompt: line?.prompt };
  const sections = WORKBOOK.flatMap((chapter) => chapter.pages.flatMap((page) => page.sections));
  const asked = sections.find((each) => each.id === section)?.questions?.find((each) => each.id === prompt);
  return asked?.title.da ?? '';
}

function accept(book: FakeState, id: Id, own: string | null): void {
  const proposal = book.visits.proposals.find((each) => each.id === id && each.state === 'open');
  if (!proposal) throw failure('not-found', 'Forslaget er her ikke.');
  const wish = on(proposal, basisOf(book, proposal.wish));
  proposal.state = own === null ? 'accepted' : 'own-words';
  if (wish.wish === 'newLine' || wish.wish === 'rewrite') {
    if (wish.wish === 'newLine')
      apply(book, { ...wish, kind: 'addLine', id: wish.line, text: own ?? wish.text, place: { at: 'last' } });
    else apply(book, { kind: 'writeLine', id: wish.line, text: own ?? wish.text });
    if (own === null) apply(book, { kind: 'writeBecause', id: wish.line, because: wish.because });
    const line = book.lines.find((each) => each.id === wish.line);
    if (line) Object.assign(line, own === null ? { author: proposal.guest.called } : { author: '' });
  } else if (wish.wish === 'order') apply(book, { kind: 'moveLine', id: wish.line, place: wish.place });
  else if (wish.wish === 'link')
    apply(book, { kind: 'addLink', id: wish.link, from: wish.from, toKind: wish.toKind, to: wish.to });
  else if (proposal.basis.person) apply(book, { kind: 'writePerson', id: wish.person, fields: wish.fields });
  else apply(book, { kind: 'addPerson', id: wish.person, fields: wish.fields, place: { at: 'last' } });
}

/** One text in place of another; the core tells word by word. */
const pieces = (before: string, after: string): Piece[] =>
  before === after
    ? [{ turn: 'same' as const, text: after }].filter((piece) => piece.text !== '')
    : [
        { turn: 'removed' as const, text: before },
        { turn: 'added' as const, text: after },
      ].filter((piece) => piece.text !== '');
function personPieces(before: PersonFields | null, after: PersonFields | null): ProposalView['personChanges'] {
  if (!before || !after) return null;
  const of = (field: 'name' | 'relation' | 'phone' | 'why'): Piece[] => pieces(before[field], after[field]);
  return { name: of('name'), relation: of('relation'), phone: of('phone'), why: of('why') };
}

function proposalViews(book: FakeState, now: FakeNow | null): ProposalView[] {
  const said = (text: string, because = ''): { text: string; because: string } => ({ text, because });
  return book.visits.proposals
    .filter((proposal) => proposal.state === 'open')
    .map((proposal) => {
      const { id, guest, perspective, basis } = proposal;
      const current = basisOf(book, proposal.wish);
      const mine = now?.pen === guest.id;
      const wish = mine ? proposal.wish : on(proposal, current);
      const text = wish.wish === 'newLine' || wish.wish === 'rewrite' ? wish.text : '';
      const because = wish.wish === 'newLine' || wish.wish === 'rewrite' ? wish.because : '';
      const person = wish.wish === 'person' ? { ...NOBODY, ...wish.fields } : null;
      const differs = (one: Basis): boolean => JSON.stringify(one) !== JSON.stringify(basis);
      const stale = wish.wish !== 'newLine' && wish.wish !== 'link' && differs(current);
      const place = wish.wish === 'order' ? wish.place : null;
      const page = pageOf(book, wish);
      const pages = WORKBOOK.flatMap((chapter) => chapter.pages);
      return {
        id,
        from: guest.called,
        role: guest.role,
        roleWord: guest.roleWord,
        perspective,
        at: 'i dag',
        mine,
        kind: wish.wish === 'newLine' ? 'new-line' : wish.wish,
        page,
        pageTitle: pages.find((each) => each.id === page)?.title.da ?? '',
        section: wish.wish === 'newLine' ? wish.section : '',
        prompt: wish.wish === 'newLine' ? wish.prompt : '',
        asked: askedOf(book, proposal.wish),
        target: target(wish),
        proposed: said(text, because),
        now: said(current.text, current.because),
        then: said(basis.text, basis.because),
        stale,
        gone: page === '',
        changes: text === '' ? [] : pieces(current.text, text),
        becauseChanges: pieces(current.because, because),
        since: pieces(basis.text, current.text),
        becauseSince: pieces(basis.because, current.because),
        other:
          wish.wish === 'link'
            ? lineText(book, wish.to) || (book.people.find((person) => person.id === wish.to)?.name ?? '')
            : place?.at === 'after'
              ? lineText(book, place.id)
              : '',
        orderLast: place?.at === 'last',
        person,
        personNow: current.person,
        personThen: basis.person,
        personChanges: personPieces(current.person, person),
        personSince: stale ? personPieces(basis.person, current.person) : null,
      };
    });
}

/** What can be taken in at once. */
export const ready = (book: FakeState, now: FakeNow | null): ProposalView[] =>
  proposalViews(book, now).filter((proposal) => !proposal.stale && !proposal.gone);

/** Page by page; the pages in the order they were first written about. */
export function inbox(book: FakeState, now: FakeNow | null, most: number): Inbox {
  const all = proposalViews(book, now);
  const pages = [...new Set(all.map((proposal) => proposal.page))];
  const sorted = pages.flatMap((page) => all.filter((proposal) => proposal.page === page));
  return { proposals: sorted.slice(0, most), total: all.length, ready: ready(book, now).length };
}

/** Some at each heading and line: the oldest for who answers, the newest for who proposes. */
function some(here: ProposalView[], most: number, newest: boolean): Pick<VisitPage, 'proposals' | 'more'> {
  const places = new Map<Id, ProposalView[]>();
  for (const proposal of here) {
    const place = proposal.kind === 'person' ? 'crisis.people' : proposal.section || proposal.target;
    places.set(place, [...(places.get(place) ?? []), proposal]);
  }
  const told = new Set([...places.values()].flatMap((each) => (newest ? each.slice(-most) : each.slice(0, most))));
  const more = [...places].filter(([, each]) => each.length > most).map(([place]) => place);
  return { proposals: here.filter((proposal) => told.has(proposal)), more };
}

export function visitPage(book: FakeState, now: FakeNow | null, page: string, most: number): VisitPage {
  const adopted = book.visits.proposals
    .filter((proposal) => proposal.state === 'accepted' || proposal.state === 'own-words')
    .map(({ guest, wish, perspective, state }): Adopted => ({
      line: target(wish),
      from: guest.called,
      roleWord: guest.roleWord,
      perspective,
      at: 'i dag',
      ownWords: state === 'own-words',
      rewritten: false,
    }));
  const here = proposalViews(book, now).filter((proposal) => proposal.page === page);
  return { ...some(here, most, (now?.pen ?? '') !== ''), adopted };
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
