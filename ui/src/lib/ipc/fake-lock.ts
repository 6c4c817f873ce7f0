// The lock, the sheet, the keyring and what may be seen without unlocking, of the host in memory. As in `fake.ts`.
import type { FakeHost } from './fake';
import { emptyState, failure } from './fake-book';
import type { Inside } from './fake-inside';
import { drawnTwice } from './fake-print';
import { cardView } from './fake-views';
import type { Host } from './host';
import type { CardView } from './types';

export const WORDS = 'kaffe løvfald sommer cykel bro havn lampe tæppe vindue skov kande sten'.split(' ');

export type LockHost = Pick<
  Host,
  | 'createBook'
  | 'renewWords'
  | 'sheetPreview'
  | 'saveSheet'
  | 'forgetWords'
  | 'unlock'
  | 'lock'
  | 'tryAgain'
  | 'suggestPassphrase'
  | 'changePassphrase'
  | 'confirmWord'
  | 'sheetDue'
  | 'answerSheet'
  | 'card'
  | 'setCard'
  | 'waysIn'
  | 'createInKeyring'
  | 'unlockWithKeyring'
  | 'useKeyring'
  | 'leaveKeyring'
  | 'setAside'
>;

export function fakeLock(host: FakeHost, inside: Inside, sheetDue: boolean): LockHost {
  const { answer, open, status, stand, say, language, unlocked } = inside;
  let due = sheetDue;
  let suggested = 0;
  return {
    createBook: (lock) =>
      answer('createBook', [lock], () => {
        host.book = emptyState();
        host.passphrase = lock.kind === 'passphrase' ? lock.passphrase : null;
        stand({ state: 'open' });
        return lock.kind === 'passphrase' ? WORDS : [];
      }),
    renewWords: () => answer('renewWords', [], () => WORDS),
    sheetPreview: () => answer('sheetPreview', [], () => drawnTwice(WORDS.join(' '))),
    saveSheet: () => answer('saveSheet', [], () => ({ saved: true, name: '/home/kim/Tolv ord.pdf' })),
    forgetWords: () => answer('forgetWords', [], () => undefined),
    unlock: (secret) =>
      answer('unlock', [{ kind: secret.kind }], () => {
        const right =
          secret.kind === 'words'
            ? secret.words.trim().split(/\s+/).join(' ') === WORDS.join(' ')
            : secret.passphrase === host.passphrase;
        if (!right)
          throw failure(
            'wrong-secret',
            say('Det passer ikke til bogen.', 'That does not open the book.'),
            say('Prøv igen, eller brug de tolv ord fra arket.', 'Try again, or use the twelve words from the sheet.'),
          );
        stand({ state: 'open' });
        host.byWords = secret.kind === 'words';
        return status();
      }),
    lock: () =>
      answer('lock', [], () => {
        const { guest, set } = host.hands;
        host.hands.rests = guest !== null;
        stand(guest ? { state: 'guest-waits', words: set.words !== undefined } : { state: 'locked' });
        return status();
      }),
    tryAgain: () =>
      answer('tryAgain', [], () => {
        stand({ state: unlocked() ? 'open' : 'locked' });
        return status();
      }),
    suggestPassphrase: () =>
      answer('suggestPassphrase', [], () => {
        suggested += 1;
        return WORDS.slice(suggested % 7, (suggested % 7) + 5).join(' ');
      }),
    changePassphrase: (present, passphrase) =>
      answer('changePassphrase', [present?.kind ?? null], () => {
        const right =
          present === null
            ? host.byWords || host.passphrase === null
            : present.kind === 'words'
              ? present.words.trim() === WORDS.join(' ')
              : present.passphrase === host.passphrase;
        if (!right)
          throw failure('wrong-secret', say('Det passer ikke til din bog.', 'That does not fit your book.'), '');
        host.byWords = false;
        host.passphrase = passphrase;
      }),
    confirmWord: (number, typed) =>
      answer('confirmWord', [number], () => WORDS[number - 1] === typed.trim().toLowerCase()),
    sheetDue: () => answer('sheetDue', [], () => due),
    answerSheet: (said) =>
      answer('answerSheet', [said], () => {
        due = false;
      }),
    card: () => answer('card', [], () => cardView(open(), host.chosen, language())),
    setCard: (chosen) =>
      answer('setCard', [chosen], (): CardView => {
        host.chosen = chosen;
        return cardView(open(), chosen, language());
      }),
    waysIn: () => answer('waysIn', [], () => host.keyring.ways(host.passphrase)),
    createInKeyring: () =>
      answer('createInKeyring', [], () => {
        host.keyring.ask();
        host.book = emptyState();
        host.keyring.used = true;
        stand({ state: 'open' });
        return WORDS;
      }),
    unlockWithKeyring: () =>
      answer('unlockWithKeyring', [], () => {
        host.keyring.ask();
        stand({ state: 'open' });
        return status();
      }),
    useKeyring: (present) =>
      answer('useKeyring', [present?.kind ?? null], () => {
        if (present?.kind === 'passphrase' && present.passphrase !== host.passphrase)
          throw failure('wrong-secret', say('Det passer ikke til din bog.', 'That does not fit your book.'), '');
        host.keyring.ask();
        host.keyring.used = true;
        return host.keyring.ways(host.passphrase);
      }),
    leaveKeyring: () =>
      answer('leaveKeyring', [], () => {
        host.keyring.used = false;
        return host.keyring.ways(host.passphrase);
      }),
    setAside: () =>
      answer('setAside', [], () => {
        host.book = null;
        host.passphrase = null;
        host.chosen = [];
        stand({ state: 'first-run' });
        return status();
      }),
  };
}
