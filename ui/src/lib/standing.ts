// Who goes by keyboard never falls off the page: when the very thing one stood on is taken away, one stands on what is nearest to it.
// Not here: where to go after a deed that has a place of its own (the parts of the screen say that, and they come first).

const STANDS = 'a[href], button, input, select, textarea, summary, [tabindex]';
/** Whoever knows a better place has had time to go there. */
const LATER = 100;

const all = (within: ParentNode): HTMLElement[] => [...within.querySelectorAll<HTMLElement>(STANDS)];
const onNothing = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Tries each until one takes the keyboard: what is hidden, or behind a dialog, does not. */
function stand(places: Iterable<HTMLElement>): boolean {
  for (const place of places) {
    place.focus();
    if (!onNothing()) return true;
  }
  return false;
}

function follows(place: Node, spot: Node): boolean {
  return Boolean(spot.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** What comes after the gap, nearest first, then what stands before it; then the same one step further out, and at last the page's heading. */
function* near(gap: Gap): Generator<HTMLElement> {
  for (let ground: HTMLElement | null = gap.ground; ground && ground !== document.body; ground = ground.parentElement) {
    const { after } = gap;
    const here = all(ground);
    const rest = after?.isConnected ? here.filter((each) => each === after || follows(each, after)) : [];
    yield* rest;
    yield* here.filter((each) => !rest.includes(each)).reverse();
  }
  yield* document.querySelectorAll<HTMLElement>('main h1');
}

/** Where something stood: around it, and what came next. */
type Gap = { ground: HTMLElement; after: Node | null };

/** Watches over the whole page. Gives what ends it. */
export function keepStanding(): () => void {
  let last: HTMLElement | null = null;
  let gap: Gap | null = null;
  let timer = 0;

  const came = (event: FocusEvent): void => {
    if (event.target instanceof HTMLElement) last = event.target;
    gap = null;
  };
  /** Left by pressing beside everything: then one stands nowhere, by choice. What is being taken away is left in the same way. */
  const went = (event: FocusEvent): void => {
    const stood = last;
    if (event.relatedTarget !== null || !document.hasFocus()) return;
    queueMicrotask(() => {
      if (last === stood && stood?.isConnected && onNothing()) last = null;
    });
  };
  const watcher = new MutationObserver((records) => {
    if (!last || last.isConnected) return;
    for (const { target, removedNodes, nextSibling } of records) {
      const stood = gap && !gap.ground.isConnected ? gap.ground : last;
      if (!(target instanceof HTMLElement) || ![...removedNodes].some((each) => each.contains(stood))) continue;
      gap = { ground: target, after: nextSibling };
    }
    if (!gap) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const left = gap;
      gap = null;
      last = null;
      if (left && onNothing()) stand(near(left));
    }, LATER);
  });

  document.addEventListener('focusin', came);
  document.addEventListener('focusout', went);
  watcher.observe(document.body, { childList: true, subtree: true });
  return () => {
    window.clearTimeout(timer);
    watcher.disconnect();
    document.removeEventListener('focusin', came);
    document.removeEventListener('focusout', went);
  };
}
