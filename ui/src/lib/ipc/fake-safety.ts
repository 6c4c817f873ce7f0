// *Sikkerhed og kopier* of the host in memory. As in `fake.ts`.
import type { FakeHost } from './fake';
import { failure, type FakeLine, type FakeState } from './fake-book';
import type { Inside } from './fake-inside';
import { WORDS } from './fake-lock';
import type { SafetyHost } from './host-safety';
import type { Changed, Failure, ProgressView, RestorePreview, SafetyView, Secret, TrashLine } from './types';

/** What a test can set up. */
export type FakeSafety = {
  told?: string[];
  cloud?: SafetyView['cloud'];
  onReserve?: boolean;
  backups?: { number: number; words: string; days: number; state: FakeState }[];
  safeCopy?: SafetyView['safeCopy'];
  trash?: (TrashLine & { line: FakeLine | null })[];
  /** A copy on a stick: what opens it, none when the book's own key does, and what is in it. */
  copy?: { made: string; passphrase: string | null; state: FakeState; other?: boolean };
  /** What stays when one goes back. */
  stays?: Partial<Pick<RestorePreview, 'given' | 'copies' | 'again'>>;
  /** The dialog is closed without a choice. */
  closes?: boolean;
  /** The stick is pulled out, or the like. */
  refuses?: Failure;
  /** What somebody who looks on is told. */
  progress?: ProgressView;
  /** What is under way can be stopped, and is. */
  stop?: () => void;
  /** No new copy can be made after erasing or another key. */
  copiesStay?: boolean;
};

const other = failure(
  'other',
  'Kopien hører til en anden bog. Din bog er, som den var.',
  'Vælg en kopi af den bog, du har åben nu.',
);
const wrong = failure('wrong-secret', 'Det passer ikke til din bog.', 'Prøv igen.');

function differences(now: FakeState, then: FakeState, made: string): RestorePreview {
  const told = (line: FakeLine): string => line.text;
  const was = new Map(then.lines.map((line) => [line.id, line]));
  const is = new Map(now.lines.map((line) => [line.id, line]));
  const page = {
    title: 'Når jeg har det godt',
    back: then.lines.filter((line) => !is.has(line.id)).map(told),
    out: now.lines.filter((line) => !was.has(line.id)).map(told),
    changed: then.lines.flatMap((line) => {
      const text = is.get(line.id)?.text ?? line.text;
      return text === line.text ? [] : [{ then: line.text, now: text }];
    }),
    otherwise: 0,
  };
  const same = page.back.length + page.out.length + page.changed.length === 0;
  return { made, pages: same ? [] : [page], other: 0, given: [], copies: 0, again: 0 };
}

export function fakeSafety(host: FakeHost, inside: Inside, set: FakeSafety): SafetyHost {
  const { answer, open, say, stand, status } = inside;
  const view = (): SafetyView => ({
    told: set.told ?? [],
    cloud: set.cloud ?? null,
    backups: (set.backups ?? []).map(({ number, words, days }) => ({ number, made: { words, days } })),
    safeCopy: set.safeCopy ?? null,
    onReserve: set.onReserve ?? false,
    oldTrash: (set.trash ?? []).filter((line) => line.long).length,
  });
  const kept = (number: number): { words: string; state: FakeState } => {
    const found = set.backups?.find((backup) => backup.number === number);
    if (!found) throw failure('not-found', 'Det er her ikke længere.');
    return found;
  };
  const become = (state: FakeState): Changed => inside.become(state, say('bogen hentet frem', 'book brought back'));
  /** What others have is still known. */
  const back = (state: FakeState): Changed => become({ ...structuredClone(state), shares: open().shares });
  const words = (secret: Secret): boolean => secret.kind === 'words' && secret.words.trim() === WORDS.join(' ');
  const unlocks = (secret: Secret | null): boolean =>
    host.passphrase === null ||
    (secret === null
      ? host.byWords
      : words(secret) || (secret.kind === 'passphrase' && secret.passphrase === host.passphrase));
  const fits = (secret: Secret | null): boolean =>
    set.copy?.passphrase === null || (secret?.kind === 'passphrase' && secret.passphrase === set.copy?.passphrase);
  return {
    safety: () => answer('safety', [], () => (open(), view())),
    safetyTold: () => answer('safetyTold', [], () => void (set.told = [])),
    makeRoom: () => answer('makeRoom', [], () => ((set.onReserve = false), true)),
    progress: () => answer('progress', [], () => set.progress ?? { stage: 'copying', percent: 40, stops: false }),
    stop: () =>
      answer('stop', [], () => {
        set.stop?.();
        return set.stop !== undefined;
      }),
    backUpNow: () =>
      answer('backUpNow', [], () => {
        const number = Math.max(0, ...(set.backups ?? []).map((backup) => backup.number)) + 1;
        const made = { number, words: 'i dag kl. 14.03', days: 0, state: structuredClone(open()) };
        set.backups = [made, ...(set.backups ?? [])];
        return view();
      }),
    safeCopy: () =>
      answer('safeCopy', [], () => {
        if (set.refuses) throw set.refuses;
        if (set.closes) return null;
        set.safeCopy = { words: 'i dag kl. 14.03', days: 0 };
        return { folder: '/media/kim/STIK/holdepunkt-20261128-140300', sameDisk: false, service: '' };
      }),
    previewBackup: (number) =>
      answer('previewBackup', [number], () => ({
        ...differences(open(), kept(number).state, kept(number).words),
        ...set.stays,
      })),
    restoreBackup: (number) => answer('restoreBackup', [number], () => back(kept(number).state)),
    chooseCopy: () =>
      answer('chooseCopy', [], () => {
        if (set.refuses) throw set.refuses;
        return set.closes || !set.copy ? null : { made: set.copy.made, asks: set.copy.passphrase !== null };
      }),
    openCopy: (secret) =>
      answer('openCopy', [secret?.kind ?? null], () => {
        if (!set.copy || !fits(secret)) throw wrong;
        if (set.copy.other) throw other;
        return differences(open(), set.copy.state, set.copy.made);
      }),
    restoreCopy: () => answer('restoreCopy', [], () => back(set.copy?.state ?? open())),
    forgetCopy: () => answer('forgetCopy', [], () => undefined),
    moveIn: (secret) =>
      answer('moveIn', [secret?.kind ?? null], () => {
        if (!set.copy || !fits(secret)) throw wrong;
        host.book = structuredClone(set.copy.state);
        stand({ state: 'open' });
        return status();
      }),
    trash: () => answer('trash', [], () => (set.trash ?? []).map(({ line: _, ...shown }) => shown)),
    takeFromTrash: (id) =>
      answer('takeFromTrash', [id], () => {
        const found = set.trash?.find((each) => each.id === id);
        if (!found?.line) throw failure('not-found', 'Det er her ikke længere.');
        set.trash = set.trash?.filter((each) => each.id !== id);
        const state = structuredClone(open());
        return become({ ...state, lines: [...state.lines, found.line] });
      }),
    erase: (id) =>
      answer('erase', [id], () => {
        set.trash = set.trash?.filter((each) => (id === null ? !each.long : each.id !== id));
        return { changed: { ...become(open()), undo: null }, copiesGone: !set.copiesStay };
      }),
    rekey: (present, passphrase) =>
      answer('rekey', [present?.kind ?? null], () => {
        if (!unlocks(present)) throw wrong;
        host.passphrase = passphrase;
        host.byWords = false;
        return { words: WORDS, copiesGone: !set.copiesStay };
      }),
  };
}
