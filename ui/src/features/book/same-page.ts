// A page that is read again after every change. Not here: when it is read (`book.svelte.ts`).
import type { Line, PageView } from '../../lib/ipc/types';
import { alike } from '../../lib/same';

/** The same page read again, with every line and section that is as it was left the very same object: only the rest is drawn again. */
export function keepSame(before: PageView, next: PageView): PageView {
  const known = new Map(
    before.sections.flatMap((section) => section.lines.map((line): [string, Line] => [line.id, line])),
  );
  const sections = next.sections.map((section) => {
    const lines = section.lines.map((line) => {
      const old = known.get(line.id);
      return old && alike(old, line) ? old : line;
    });
    const old = before.sections.find((each) => each.id === section.id);
    const same = old && lines.length === old.lines.length && lines.every((line, index) => line === old.lines[index]);
    const kept = { ...section, lines: same ? old.lines : lines };
    return same && alike({ ...old, lines: [] }, { ...kept, lines: [] }) ? old : kept;
  });
  return { ...next, sections };
}
