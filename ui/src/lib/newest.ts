// What is asked again and again while answers take their time: an older answer never comes over a newer one. Not here: what is asked.

/** Gives a way to ask. Undefined when something newer was asked meanwhile, whether this one went well or not. */
export function newest(): <T>(ask: () => Promise<T>) => Promise<T | undefined> {
  let turn = 0;
  return async (ask) => {
    const mine = (turn += 1);
    try {
      const answer = await ask();
      return mine === turn ? answer : undefined;
    } catch (thrown) {
      if (mine === turn) throw thrown;
      return undefined;
    }
  };
}
