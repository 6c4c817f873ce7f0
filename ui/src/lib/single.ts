// A press on something whose place is taken at once by the next: the second half of a double press is not an answer to that.
// Not here: what a press does.

export const single =
  (act: () => void) =>
  (event: MouseEvent): void => {
    if (event.detail < 2) act();
  };
