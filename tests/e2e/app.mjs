// Holdepunkt in a real window, in the words a person would use: press, write, read.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { choose, point, save } from './dialogs.mjs';
import { Driver, Keys } from './driver.mjs';

export { Keys };
const root = new URL('../../', import.meta.url).pathname;
const binary = process.env.HOLDEPUNKT ?? join(root, 'target/debug/holdepunkt');
const axeSource = readFileSync(join(root, 'ui/node_modules/axe-core/axe.min.js'), 'utf8');
const pictures = join(root, 'tests/e2e/out');
const execute = promisify(execFile);
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Runs in the page: the visible element that a person would press for these words.
const findPressable = `
  const [name, within] = arguments;
  const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
  const said = (e) => (e.getAttribute('aria-label') ?? e.innerText ?? e.value ?? '').replace(/\\s+/g, ' ').trim();
  const dialogs = [...document.querySelectorAll('dialog[open]')];
  const ground = within ? document.querySelector(within) : (dialogs.at(-1) ?? document);
  if (!ground) return null;
  const all = [...ground.querySelectorAll('button, a[href], summary, [role=button], [role=tab], label, option, select')].filter(seen);
  return all.find((e) => said(e) === name) ?? all.find((e) => said(e).startsWith(name)) ?? all.find((e) => said(e).includes(name)) ?? null;
`;

// Runs in the page: brings it into the middle of the window and stands still until it is there, so that a press lands on it and not on what the
// page still moves under the pointer. What stays in its place whatever is scrolled, e.g. the note at the bottom, is left there.
const toSight = `
  const [element, done] = arguments;
  const fixed = (e) => e !== null && (getComputedStyle(e).position === 'fixed' || fixed(e.parentElement));
  if (!fixed(element)) element.scrollIntoView({ block: 'center' });
  let before = '';
  let still = 0;
  let left = 40;
  const look = () => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const now = [x, y, width, height].join();
    still = now === before ? still + 1 : 0;
    left -= 1;
    if (still === 4 || left === 0) done(true);
    else {
      before = now;
      requestAnimationFrame(look);
    }
  };
  look();
`;

export class App {
  /** Starts with a data folder of its own (or the one given) and waits for the first page. */
  static async start({ folder = App.folder(), args = [], environment = {} } = {}) {
    const driver = await Driver.start(binary, ['--data-dir', folder, ...args], environment);
    const app = new App(driver, folder);
    await driver.until('the first page', () => driver.run('return document.querySelector("main h1, main h2") !== null'), 60000);
    return app;
  }

  static folder() {
    return join(mkdtempSync(join(tmpdir(), 'holdepunkt-e2e-')), 'book');
  }

  constructor(driver, folder) {
    this.driver = driver;
    this.folder = folder;
  }

  /** One of the core's commands, as the page itself asks for it: what it gave, or why not. */
  invoke(command, args = {}) {
    return this.driver.runAsync(
      `const [command, args, done] = arguments;
       window.__TAURI_INTERNALS__.invoke(command, args).then((gave) => done({ gave }), (refused) => done({ refused }));`,
      command,
      args,
    );
  }

  /** What a person can read on the page now. */
  text() {
    return this.driver.run('return document.body.innerText');
  }

  async sees(words, patience) {
    const probe = async () => (await this.text()).replace(/\s+/g, ' ').includes(words);
    await this.driver.until(`the words “${words}”`, probe, patience).catch(async (error) => {
      throw new Error(`${error.message}\n--- on the page:\n${await this.text()}`);
    });
  }

  /** Presses what is called this; tries again when the page was just redrawn under the pointer. */
  async press(name, within = null) {
    const probe = async () => {
      const element = await this.driver.run(findPressable, name, within);
      if (!element) return false;
      await this.pressAt(element);
      return true;
    };
    await this.driver.until(`something to press called “${name}”`, probe).catch(async (error) => {
      throw new Error(`${error.message}\n--- on the page:\n${await this.text()}`);
    });
  }

  /** Presses this very element. */
  async pressAt(element) {
    await this.driver.runAsync(toSight, element);
    await this.driver.click(Object.values(element)[0]);
  }

  /** Presses it once if it is there now; what is gone before the pointer comes is left alone. */
  async pressIfThere(name) {
    const element = await this.driver.run(findPressable, name, null);
    if (element) await this.driver.click(Object.values(element)[0]).catch(() => {});
  }

  async element(css) {
    return this.driver.until(css, async () => (await this.driver.all(css))[0]);
  }

  /** Writes into a field in place of what stood there. */
  async type(css, text) {
    const element = await this.element(css);
    await this.driver.clear(element);
    await this.driver.click(element);
    await this.driver.type(element, text);
  }

  /** Waits until the page says that everything is on disk. */
  async saved() {
    const quiet = `const e = document.querySelector('header .saved'); return e !== null && !e.classList.contains('resting') && e.innerText.trim() !== '';`;
    await this.driver.until('everything saved', () => this.driver.run(quiet));
  }

  /** Through the first pages to an open book in Danish. */
  async begin() {
    for (const step of ['Dansk', 'Gå videre', 'Nej, kun mig', 'Lav bogen uden lås', 'Begynd med noget godt']) await this.press(step);
  }

  /** The same with a passphrase, and the twelve words said to be written down. */
  async beginLocked(passphrase) {
    for (const step of ['Dansk', 'Gå videre', 'Ja, eller jeg er ikke sikker']) await this.press(step);
    await this.type('main input[type=password], main input[type=text]', passphrase);
    await this.press('Lav bogen med lås');
    await this.sees('Dine tolv ord', 300000);
    const words = await this.driver.run('return [...document.querySelectorAll("main ol b")].map((e) => e.innerText)');
    await this.press('Jeg har skrevet dem ned');
    await this.sees('Skriv ord nummer 4');
    const [fourth, ninth] = await this.driver.all('main input');
    await this.driver.type(fourth, words[3]);
    await this.driver.type(ninth, words[8]);
    await this.press('Se efter');
    await this.sees('Begge ord passer');
    for (const step of ['Gå videre', 'Begynd med noget godt']) await this.press(step);
  }

  /** Somebody on the page of people. */
  async writePerson(name, phone, wanted = 'Ja, gerne') {
    await this.press('Tilføj en person', 'main');
    await this.driver.until('the fields', async () => (await this.driver.run('return document.activeElement?.id ?? ""')).startsWith('name-'));
    await this.driver.write(name);
    await this.driver.chord(Keys.tab);
    await this.driver.write(phone);
    await this.press(wanted, 'main li:last-child fieldset');
    await this.saved();
  }

  /** Opens a chapter or page from the contents list. */
  async open(title) {
    const has = () => this.driver.run('return document.querySelector("nav#contents") !== null');
    await this.driver.until('the contents list', has);
    await this.press(title, 'nav#contents');
    const here = `return (document.querySelector('main')?.innerText ?? '').includes(arguments[0])`;
    await this.driver.until(`the page ${title}`, () => this.driver.run(here, title));
    await pause(150);
  }

  /** A hard page asks first; this says yes. */
  async beginGently() {
    const asked = 'return [...document.querySelectorAll("main button")].some((e) => e.innerText.trim() === "Begynd")';
    if (await this.driver.run(asked)) await this.press('Begynd', 'main');
  }

  async focusEmptyLine(section) {
    const found = await this.driver.until(`the empty line of ${section}`, () =>
      this.driver.run(
        `const heading = [...document.querySelectorAll('main h2, main h3')].find((e) => e.innerText.trim() === arguments[0]);
         return [...(heading?.closest('section')?.querySelectorAll('textarea') ?? [])].filter((e) => !e.closest('[data-line]')).at(-1) ?? null;`,
        section,
      ),
    );
    await this.pressAt(found);
  }

  /** Puts the cursor into the line that says exactly this. */
  async focusLine(text) {
    const found = await this.driver.until(`the line “${text}”`, () =>
      this.driver.run('return [...document.querySelectorAll("main textarea")].find((e) => e.value === arguments[0]) ?? null', text),
    );
    await this.pressAt(found);
    await pause(100);
  }

  /** Writes lines one after the other with Enter between, as one does. */
  async writeLines(section, lines) {
    await this.focusEmptyLine(section);
    for (const line of lines) {
      const focused = await this.driver.run('return document.activeElement');
      await this.driver.type(Object.values(focused)[0], line);
      await this.driver.chord(Keys.enter);
      await pause(150);
    }
    await this.saved();
    for (const line of lines) {
      await this.driver.until(`“${line}” on the page`, async () => (await this.values()).includes(line));
    }
  }

  /** What stands in the fields of the page. */
  values() {
    return this.driver.run('return [...document.querySelectorAll("main textarea, main input[type=text], main input[type=tel]")].map((e) => e.value)');
  }

  /** axe-core in the real window; gives the violations in words. */
  async axe() {
    if (!(await this.driver.run('return "axe" in window'))) await this.driver.run(`${axeSource}; window.axe = axe; return true;`);
    const results = await this.driver.runAsync(
      'const done = arguments[arguments.length - 1]; window.axe.run(document, { resultTypes: ["violations"] }).then((r) => done(r.violations.map((v) => v.id + ": " + v.help + " @ " + v.nodes.map((n) => n.target.join(" ") + " " + (n.any[0]?.message ?? "")).slice(0, 3).join(" | "))), (e) => done([String(e)]));',
    );
    return results;
  }

  /** What is shown now, as others would find it: a picture, what axe-core finds, and whether it runs off the side. Gives the faults in words. */
  async faults(name) {
    const found = (await this.axe()).map((fault) => `${name}: ${fault}`);
    const wide = await this.driver.run('return document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (wide > 0) found.push(`${name}: runs ${wide} px off the side`);
    await this.picture(name);
    return found;
  }

  /** The same in light and dark. */
  async look(name) {
    const faults = [];
    for (const theme of ['light', 'dark']) {
      await this.driver.run('document.documentElement.dataset.theme = arguments[0]', theme);
      await pause(200);
      faults.push(...(await this.faults(`${name}-${theme}`)));
    }
    await this.driver.run('document.documentElement.dataset.theme = "light"');
    return faults;
  }

  async picture(name) {
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, `${name}.png`), await this.driver.screenshot());
  }

  /** Does `work` while the program gets a small part of the time, as on an old or busy computer: what takes long can then be looked
   *  at anywhere. `rest`: how long it rests between, in milliseconds. */
  async slowly(work, rest = 45) {
    const pid = Number((await execute('pgrep', ['-of', this.folder])).stdout);
    let over = false;
    const pulses = (async () => {
      while (!over) {
        process.kill(pid, 'SIGSTOP');
        await pause(rest);
        process.kill(pid, 'SIGCONT');
        await pause(8);
      }
    })();
    try {
      return await work();
    } finally {
      over = true;
      await pulses;
    }
  }

  /** Answers the system's own dialog for saving. */
  saveDialog(path) {
    return save(this.driver, path);
  }

  /** Takes the name and place the dialog for saving suggests. */
  acceptDialog() {
    return save(this.driver, null);
  }

  /** Points at a folder in the system's own dialog. */
  folderDialog(path) {
    return point(this.driver, path);
  }

  /** Answers the system's own dialog for choosing a file. */
  openDialog(path) {
    return choose(this.driver, path);
  }

  /** Asks the window to close the way a person does. */
  async askToClose() {
    await execute('python3', [join(root, 'tests/e2e/close_window.py'), 'Holdepunkt']);
  }

  /** Waits until the program has ended. */
  async ended() {
    await this.driver.until('the program to end', async () => (await execute('pgrep', ['-f', this.folder]).catch(() => ({ stdout: '' }))).stdout.trim() === '');
    await this.driver.quit();
  }

  async closeWindow() {
    await this.askToClose();
    await this.ended();
  }

  /** Ends the program at once, as a power cut or a crash would. */
  async crash() {
    await execute('pkill', ['-KILL', '-f', this.folder]).catch(() => {});
    await this.driver.quit();
  }

  forget() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function pdfText(path) {
  const result = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' });
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
}
