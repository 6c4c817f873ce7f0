// Words for how a copy was given, what it is, and how it stands to the book.
import { m } from '../../lib/i18n/messages';
import type { CopyView, Form, How } from '../../lib/ipc/types';

export function howWords(how: How): string {
  if (how === 'file') return m.copyHowFile();
  return how === 'shown' ? m.copyHowShown() : m.copyHowPaper();
}

export function formWords(form: Form): string {
  switch (form) {
    case 'plan':
      return m.formPlan();
    case 'supporter':
      return m.formSupporter();
    case 'card':
      return m.formCard();
    case 'doctor':
      return m.formDoctor();
    case 'book':
      return m.formBook();
  }
}

export function standingWords(copy: CopyView): string {
  switch (copy.standing) {
    case 'fresh':
      return copy.dead.length > 0 ? m.copyStandingDead({ count: copy.dead.length }) : m.copyStandingFresh();
    case 'old':
      return m.copyStandingOld();
    case 'replaced':
      return m.copyStandingReplaced();
    case 'back':
      return copy.back ? m.copyStandingBackOn({ date: copy.back }) : m.copyStandingBack();
    case 'seen':
      return m.copyStandingSeen();
  }
}
