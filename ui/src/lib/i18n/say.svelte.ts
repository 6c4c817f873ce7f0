// The texts of the screen in the chosen language; `messages.ts` has one function per text on top of `say`.
// Not here: texts of chapters and errors, which arrive from the core already in the chosen language.
import { FluentBundle, FluentResource } from '@fluent/bundle';

export type Language = 'da' | 'en';

const files = import.meta.glob<string>('../../../../locales/{da,en}/screen*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function read(language: Language): FluentBundle {
  // Isolation marks would travel into the clipboard.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/${language}/`)) bundle.addResource(new FluentResource(text));
  }
  return bundle;
}

// Made when first spoken: most people never see the other language.
const made: Partial<Record<Language, FluentBundle>> = {};
let chosen = $state<Language>('da');

export function language(): Language {
  return chosen;
}

export function speak(language: Language): void {
  chosen = language;
}

export function say(key: string, args: Record<string, string | number> = {}): string {
  const bundle = (made[chosen] ??= read(chosen));
  const pattern = bundle.getMessage(key)?.value;
  return pattern ? bundle.formatPattern(pattern, args) : key;
}
