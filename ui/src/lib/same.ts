// What is read again and says the same stays the very same object, so that only the rest is drawn again.

export const alike = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** A list read again: each that is as it was is the one from before. */
export function keepEach<T extends { id: string }>(before: T[], next: T[]): T[] {
  const known = new Map(before.map((each) => [each.id, each]));
  const kept = next.map((each) => {
    const old = known.get(each.id);
    return old && alike(old, each) ? old : each;
  });
  const same = kept.length === before.length && kept.every((each, at) => each === before[at]);
  return same ? before : kept;
}

/** Something read again: each of its parts that is as it was is the one from before. */
export function keepParts<T extends object>(before: T, next: T): T {
  const kept = { ...next };
  let same = true;
  for (const key of Object.keys(kept) as (keyof T)[]) {
    if (alike(before[key], kept[key])) kept[key] = before[key];
    else same = false;
  }
  return same ? before : kept;
}
