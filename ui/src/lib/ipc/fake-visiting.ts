// A visit as the screen asks for it, of the host in memory. As in `fake.ts`; the rules are in `fake-visit.ts` and `fake-proposal.ts`.
import type { FakeHost } from './fake';
import { failure } from './fake-book';
import type { Inside } from './fake-inside';
import { drawnTwice } from './fake-print';
import { inbox, ready, visitPage } from './fake-proposal';
import { comingViews, opensMore, overTime, visitRecord, visitsView } from './fake-visit';
import type { Host } from './host';
import type { Secret } from './types';

export type VisitHost = Pick<
  Host,
  | 'visits'
  | 'visitRecord'
  | 'visitPage'
  | 'inbox'
  | 'readyProposals'
  | 'coming'
  | 'visitTalk'
  | 'holdPen'
  | 'openChapters'
  | 'pauseVisit'
  | 'resumeVisit'
  | 'endVisit'
  | 'support'
  | 'visitPreview'
  | 'saveVisit'
  | 'saveVisitRecord'
  | 'eraseVisit'
>;

export function fakeVisiting(host: FakeHost, inside: Inside): VisitHost {
  const { answer, open, change, changed, say } = inside;
  const owner = (secret: Secret | null): void => {
    if (host.passphrase === null) return;
    if (secret?.kind !== 'passphrase' || secret.passphrase !== host.passphrase)
      throw failure('wrong-secret', say('Det passer ikke til din bog.', 'That does not fit your book.'), '');
  };
  return {
    visits: () => answer('visits', [], () => visitsView(open(), host.now, host.passphrase !== null)),
    visitRecord: (id) => answer('visitRecord', [id], () => visitRecord(open(), host.now, id)),
    visitPage: (id, most) => answer('visitPage', [id, most], () => visitPage(open(), host.now, id, most)),
    inbox: (most) => answer('inbox', [most], () => inbox(open(), host.now, most)),
    readyProposals: () => answer('readyProposals', [], () => ready(open(), host.now).map((each) => each.id)),
    coming: () => answer('coming', [], () => comingViews(open(), host.now)),
    visitTalk: () =>
      answer('visitTalk', [], () => ({
        first: [{ minutes: 5, title: 'Sæt jer til rette', text: 'Sæt jer godt.' }],
        steps: [
          {
            title: 'Forstå',
            lead: 'Vær nysgerrig.',
            asks: [{ ask: 'Hvordan var det indefra?', rather: 'Er du sikker?' }],
          },
        ],
        goals: ['Hvad drømmer du om?'],
      })),
    holdPen: async (person, page, most = 0) => {
      host.calls.push({ name: 'holdPen', args: [person] });
      if (host.now) host.now = { ...host.now, pen: person };
      const contents = await host.contents();
      return { contents, beside: page === undefined ? null : await host.visitPage(page, most) };
    },
    openChapters: (id, chapters, secret) =>
      answer('openChapters', [id, chapters, secret?.kind ?? null], () => {
        if (opensMore(open(), id, chapters)) owner(secret);
        return change({ kind: 'visit', visit: { act: 'open', id, chapters } });
      }),
    pauseVisit: (secret) =>
      answer('pauseVisit', [secret?.kind ?? null], () => {
        owner(secret);
        host.now = null;
      }),
    resumeVisit: (id) =>
      answer('resumeVisit', [id], () => {
        host.now = { id, pen: '' };
      }),
    endVisit: (id, secret) =>
      answer('endVisit', [id, secret?.kind ?? null], () => {
        owner(secret);
        return change({ kind: 'visit', visit: { act: 'end', id } });
      }),
    support: () => answer('support', [], () => overTime(open())),
    visitPreview: (id) => answer('visitPreview', [id], () => drawnTwice('Besøg')),
    saveVisit: (id) => answer('saveVisit', [id], () => ({ saved: true, name: '/home/kim/Besøg.pdf' })),
    saveVisitRecord: (id) =>
      answer('saveVisitRecord', [id], () => ({ saved: true, name: '/home/kim/Alt om besøget.txt' })),
    eraseVisit: (id) =>
      answer('eraseVisit', [id], () => {
        const { visits } = open();
        visits.visits = visits.visits.filter((visit) => visit.id !== id);
        visits.proposals = visits.proposals.filter((proposal) => proposal.visit !== id);
        return changed(['*'], [], '');
      }),
  };
}
