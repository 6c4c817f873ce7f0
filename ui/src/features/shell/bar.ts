// A bar that stays when one scrolls makes room for itself: what has the keyboard is never scrolled to a place beneath it.
// Not here: what is in the bar.

/**
 * Tells the page how high it is, for as long as it stays: `--bar` who writes and whose book it is, `--trouble` what went wrong, which stays below it.
 * In a narrow window it goes away with the rest, and takes no room.
 */
export const stays =
  (name: '--bar' | '--trouble') =>
  (bar: HTMLElement): (() => void) => {
    const root = document.documentElement.style;
    const measure = (): void => {
      const height = getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
      root.setProperty(name, `${height}px`);
    };
    const measured = new ResizeObserver(measure);
    // With its edges: they are wider while somebody else writes.
    measured.observe(bar, { box: 'border-box' });
    measure();
    return () => {
      measured.disconnect();
      root.removeProperty(name);
    };
  };
