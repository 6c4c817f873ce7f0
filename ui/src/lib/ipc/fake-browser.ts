// The book in memory for a plain browser; the address says how it stands, e.g. `?state=locked&theme=dark&lang=en&size=200&written`.
import { apply, emptyState, failure, type FakeState } from './fake-book';
import { FakeHost } from './fake';
import type { Change, Language, Theme } from './types';

const line = (id: string, section: string, text: string, prompt = ''): Change => ({
  kind: 'addLine',
  id,
  section,
  prompt,
  text,
  place: { at: 'last' },
});

function written(): FakeState {
  const state = emptyState();
  const changes: Change[] = [
    line('w1', 'well.like', 'Jeg synger, når jeg laver mad, og jeg glemmer at se på uret.'),
    line('w2', 'well.like', 'Jeg svarer på beskeder samme dag.'),
    line('t1', 'toolbox.tools', 'Gå en tur rundt om søen'),
    line('t2', 'toolbox.tools', 'Te og en film, jeg kender'),
    { kind: 'markLine', id: 't1', mark: 'hard-day', on: true },
    line('s1', 'signs.inner', 'Jeg sover med tøj på.'),
    line('s2', 'signs.inner', 'Lyde bliver for høje, også dem jeg plejer at holde af, og jeg går hjem før de andre.'),
    { kind: 'writeBecause', id: 's1', because: 'så er jeg klar, hvis der sker noget' },
    {
      kind: 'addPerson',
      id: 'p1',
      fields: { name: 'Mette', relation: 'min søster', phone: '20 00 00 00', wanted: 'yes', why: 'hun bliver rolig' },
      place: { at: 'last' },
    },
    { kind: 'addLink', id: 'l1', from: 's1', toKind: 'tool', to: 't1' },
    { kind: 'addLink', id: 'l2', from: 's1', toKind: 'person', to: 'p1' },
    line('m1', 'crisis.medicine', 'Det, jeg plejer at få om aftenen'),
    { kind: 'chooseLine', id: 'm1', choice: 'preferred' },
    line('q1', 'crisis.facts', 'Kim', 'called'),
  ];
  for (const change of changes) apply(state, change);
  return state;
}

export function browserHost(): FakeHost {
  const ask = new URLSearchParams(location.search);
  const state = ask.get('state');
  const host = new FakeHost({
    state: state === 'first-run' || state === 'locked' ? state : 'open',
    problem:
      state === 'problem'
        ? failure(
            'already-open',
            'Bogen er åben i et andet vindue.',
            'Luk det andet vindue, og prøv igen. Alt i bogen er der.',
          )
        : undefined,
    passphrase: 'hav kaffe bro',
    book: ask.has('written') ? written() : undefined,
    readOnly: ask.has('readonly'),
    latency: Number(ask.get('latency') ?? 0),
    sheetDue: ask.has('sheet'),
    card: ask.has('card') ? ['s1', 't1', 'p1'] : [],
    preferences: {
      language: (ask.get('lang') ?? 'da') as Language,
      theme: (ask.get('theme') ?? 'light') as Theme,
      textSize: Number(ask.get('size') ?? 100),
      wideSpacing: ask.has('wide'),
    },
  });
  Object.assign(window, { fake: host });
  return host;
}
