// A day in words: a field for days writes it as the computer does, and 05/06 is in May to some and in June to others.
import { language } from './i18n/say.svelte';

/** A day as the field gives it (`2026-12-24`), e.g. *24. december 2026*; empty while it is none. */
export function dayInWords(day: string): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T12:00:00Z`) : null;
  if (!at || Number.isNaN(at.getTime())) return '';
  const words = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language() === 'da' ? 'da-DK' : 'en-GB', words).format(at);
}
