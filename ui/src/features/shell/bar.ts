// A bar that stays when one scrolls makes room for itself: what has the keyboard is never scrolled to a place beneath it.
// Not here: what is in the bar.

/** Tells the page how high it is, for as long as it stays. In a narrow window it goes away with the rest, and takes no room. */
export function stays(bar: HTMLElement): () => void {
  const root = document.documentElement.style;
  const measure = (): void => {
    const height = getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
    root.setProperty('--bar', `${height}px`);
  };
  const measured = new ResizeObserver(measure);
  measured.observe(bar);
  measure();
  return () => {
    measured.disconnect();
    root.removeProperty('--bar');
  };
}
