// What is proposed in the visits of the book in memory: what it says beside what stands there, and what a yes does.
// Not here: who may propose and answer (`fake-visit.ts`).
import { apply, failure, pageOfSection, type FakeState } from './fake-book';
import type { FakeNow } from './fake-visit';
import { WORKBOOK } from './fake-workbook';
import type {
  Adopted,
  GuestView,
  Id,
  Inbox,
  PersonFields,
  Perspective,
  Piece,
  ProposalState,
  ProposalView,
  VisitPage,
  Wish,
} from './types';

export type Proposal = {
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

export function basisOf(book: FakeState, wish: Wish): Basis {
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
function pageOf(book: FakeState, wish: Wish): string {
  if (wish.wish === 'newLine') return pageOfSection(book, wish.section);
  if (wish.wish === 'person') return 'crisis.supporters';
  const id = wish.wish === 'link' ? wish.from : wish.line;
  return pageOfSection(book, book.lines.find((line) => line.id === id)?.section ?? '');
}
const target = (wish: Wish): Id =>
  wish.wish === 'person' ? wish.person : wish.wish === 'link' ? wish.from : wish.line;

export const waiting = (book: FakeState): number =>
  book.visits.proposals.filter((proposal) => proposal.state === 'open').length;

/** The question a wish answers, or of the answer of which it is other words. */
function askedOf(book: FakeState, wish: Wish): string {
  const line = wish.wish === 'rewrite' ? book.lines.find((each) => each.id === wish.line) : undefined;
  const { section, prompt } = wish.wish === 'newLine' ? wish : { section: line?.section, prompt: line?.prompt };
  const sections = WORKBOOK.flatMap((chapter) => chapter.pages.flatMap((page) => page.sections));
  const asked = sections.find((each) => each.id === section)?.questions?.find((each) => each.id === prompt);
  return asked?.title.da ?? '';
}

export function accept(book: FakeState, id: Id, own: string | null): void {
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
