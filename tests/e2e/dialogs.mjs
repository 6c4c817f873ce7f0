// The system's own dialogs for files and folders, answered by keyboard as a person would. A busy machine takes its time to show one and may
// swallow a key: so each is looked at again until it has gone.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const keys = (...words) => execute('xdotool', words);

/** What the windows are called, in both languages and as GTK names its own. */
const SAVING = '^(Save|Gem|Select|Vælg)';
const CHOOSING = '^(Vælg|Choose)';

async function shown(names) {
  const { stdout } = await keys('search', '--onlyvisible', '--name', names).catch(() => ({ stdout: '' }));
  return stdout.trim().split('\n').filter(Boolean).at(-1) ?? null;
}

async function inFront(names, driver) {
  const window = await driver.until('the dialog', () => shown(names), 90000);
  await pause(700);
  await keys('windowfocus', '--sync', window).catch(() => keys('windowfocus', window));
}

async function typed(path) {
  await keys('key', '--clearmodifiers', 'ctrl+a');
  await keys('type', '--clearmodifiers', '--delay', '12', path);
  await pause(600);
  await keys('key', '--clearmodifiers', 'Return');
}

/** Whether it has gone by itself a while after it was answered. */
async function gone(names) {
  for (let looks = 0; looks < 10; looks += 1) {
    if ((await shown(names)) === null) return true;
    await pause(300);
  }
  return false;
}

/** Saves under a path, or with the name and place the dialog suggests. That something is replaced is for the test to answer. */
export async function save(driver, path) {
  await inFront(SAVING, driver);
  if (path !== null) await typed(path);
  else await keys('key', '--clearmodifiers', 'Return');
}

/** Chooses a file: Ctrl+L opens the field for its path. */
export async function choose(driver, path) {
  for (let tries = 0; tries < 4; tries += 1) {
    if (tries > 0 && (await shown(CHOOSING)) === null) return;
    await inFront(CHOOSING, driver);
    await keys('key', '--clearmodifiers', 'ctrl+l');
    await pause(400);
    await typed(path);
    if (await gone(CHOOSING)) return;
  }
}

/** Points at a folder: a slash opens the field where the place is typed. */
export async function point(driver, path) {
  await inFront(CHOOSING, driver);
  await keys('type', '--clearmodifiers', '/');
  await pause(600);
  await typed(path);
  await driver.until('the folder dialog to close', async () => {
    if ((await shown(CHOOSING)) === null) return true;
    await keys('key', '--clearmodifiers', 'Return');
    await pause(400);
    return false;
  });
}

/** Says yes, with the button the system suggests, to what it asks in front of the window, e.g. whether an old file may be replaced. */
export async function sayYes() {
  const { stdout } = await keys('search', '--onlyvisible', '--class', 'holdepunkt');
  await keys('windowfocus', stdout.trim().split('\n').at(-1)).catch(() => {});
  await keys('key', '--clearmodifiers', 'Return');
}
