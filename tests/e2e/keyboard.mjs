// Holdepunkt by keyboard alone: one goes with Tab to what one wants, sees where one stands, and never falls off the page. What is wrong is
// gathered in words. Not here: the system's own dialogs (`dialogs.mjs`).
import { Keys } from './driver.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Further than this nobody goes. */
const FAR = 120;

// Runs in the page: where the keyboard stands, and whether it can be seen.
const stand = `
  const e = document.activeElement;
  if (!e || e === document.body) return { said: '', kind: 'nothing', seen: 'nowhere' };
  const said = (e.getAttribute('aria-label') ?? (e.labels?.[0] ?? e).innerText ?? e.value ?? '').replace(/\\s+/g, ' ').trim();
  const style = getComputedStyle(e);
  const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none' || style.caretColor !== 'transparent' && e.matches('textarea, input');
  const box = e.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const across = [0.5, 0.2, 0.8].map((part) => box.left + box.width * part);
  const down = [0.5, 0.15, 0.85].map((part) => Math.min(Math.max(box.top + box.height * part, 1), innerHeight - 1));
  const top = across.flatMap((x) => down.map((y) => document.elementFromPoint(x, y)));
  const covered = !top.some((each) => each && (e.contains(each) || each.contains(e) || [...(e.labels ?? [])].some((label) => label.contains(each))));
  const seen = e.matches('h1, main, [role=group]') || (ring && inside && !covered) ? '' : !ring ? 'no ring' : !inside ? 'outside the window' : 'covered';
  return { said, kind: e.tagName.toLowerCase() + (e.type ? ' ' + e.type : ''), seen };
`;

// Runs in the page: notes whenever the keyboard stands nowhere for longer than a third of a second after it stood somewhere.
const watch = `
  if (window.__fallen) return true;
  window.__fallen = [];
  let last = '', since = 0, told = false;
  setInterval(() => {
    const e = document.activeElement;
    if (e && e !== document.body) { last = (e.innerText || e.value || e.tagName).slice(0, 60); since = 0; told = false; return; }
    if (last === '') return;
    since ||= Date.now();
    if (!told && Date.now() - since > 350) { told = true; window.__fallen.push(last); }
  }, 25);
  return true;
`;

export class Keyboard {
  constructor(app) {
    this.app = app;
    this.driver = app.driver;
    /** What is wrong, in words. */
    this.faults = [];
  }

  /** Where one stands now. What fell off the page since the last look is noted. */
  async where() {
    await this.driver.run(watch);
    const fallen = await this.driver.run('return window.__fallen.splice(0)');
    this.faults.push(...fallen.map((from) => `fell off the page at “${from}”`));
    return this.driver.run(stand);
  }

  /** Goes on with Tab until one stands on what is called this. */
  async reach(name) {
    const passed = [];
    for (let steps = 0; steps < FAR; steps += 1) {
      let here = await this.where();
      // The page may still be on its way there.
      for (let looks = 0; looks < 5 && here.seen !== ''; looks += 1) {
        await pause(100);
        here = await this.where();
      }
      if (here.seen !== '' && here.kind !== 'nothing') this.faults.push(`${here.kind} “${here.said}” is not seen: ${here.seen}`);
      if (here.said === name || here.said.startsWith(`${name}:`)) return here;
      passed.push(here.said);
      await this.driver.chord(Keys.tab);
    }
    throw new Error(`“${name}” is not reached with Tab; passed: ${passed.join(' | ')}`);
  }

  /** Goes there and presses it. */
  async press(name, key = Keys.enter) {
    await this.app.sees(name.split(':')[0]);
    await this.reach(name);
    await this.driver.chord(key);
    await pause(150);
  }

  /** Writes where one stands. */
  async write(text) {
    const here = await this.where();
    if (!/^(textarea|input)/.test(here.kind)) throw new Error(`nothing to write in: ${JSON.stringify(here)}`);
    await this.driver.write(text);
  }

  /** Whether one stands on something called this, without a key pressed. */
  async standsOn(name) {
    await this.driver
      .until(`the keyboard on “${name}”`, async () => (await this.where()).said.startsWith(name))
      .catch(async (error) => {
        throw new Error(`${error.message}; it stands on ${JSON.stringify(await this.where())}`);
      });
  }
}
