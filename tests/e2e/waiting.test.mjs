// What takes seconds, in the real window: a large file that comes in and pages that are set. It says which step it is at, and *Stop* stops
// it with nothing changed; afterwards the same file comes in.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { App } from './app.mjs';
import { deskOf } from './desk.mjs';

const LINES = 30_000;
/** Some hundred pages in large letters. */
const MANY = 2_000;
let app;
const { file } = deskOf('waiting', () => app);

before(async () => {
  app = await App.start();
  await app.begin();
  await app.open('Når jeg har det godt');
  await app.writeLines('Sådan er jeg', ['Jeg synger i køkkenet']);
});

async function toExchange(door) {
  await app.press('Indstillinger');
  await app.press('Tag med og hent ind');
  await app.press(door);
}

/** The book of this window, with its line many times over. */
function manyTimes(path) {
  const book = JSON.parse(readFileSync(path, 'utf8'));
  const line = book.book.entry[0];
  const ids = Array.from({ length: LINES }, () => crypto.randomUUID()).sort();
  book.book.entry = ids.map((id, at) => ({ ...line, id, place: `a${String(at).padStart(6, '0')}i`, text: `${line.text} ${at}` }));
  book.history = [];
  writeFileSync(file('stor.json'), JSON.stringify(book));
}

const lookAndStop = async (name) => {
  await app.driver.until('a way to stop', () => app.driver.run(`return [...document.querySelectorAll('main button')].some((each) => each.textContent.trim() === 'Stop' && each.getAttribute("aria-disabled") !== "true")`), 30000);
  await app.picture(`waiting-${name}`);
  await app.press('Stop', 'main');
  await app.sees('Du stoppede', 60000);
};

test('a large file is stopped while it is read, and nothing of it is there', async () => {
  await toExchange('Hele bogen i én fil');
  await app.press('Gem uden lås');
  await app.saveDialog(file('bog.json'));
  await app.driver.until('the file', () => existsSync(file('bog.json')), 20000);
  await app.pressIfThere('Spring over');
  manyTimes(file('bog.json'));
  // An empty book takes in a whole one.
  await app.open('Når jeg har det godt');
  await app.press('Fortryd');
  await app.driver.until('an empty page', async () => !(await app.values()).includes('Jeg synger i køkkenet'));
  await toExchange('Hent en fil ind');
  await app.press('Vælg en fil');
  await app.slowly(async () => {
    await app.openDialog(file('stor.json'));
    await lookAndStop('reading');
  });
  assert.ok(!(await app.text()).includes('Hent hele bogen ind'), 'nothing of the file is on the page');
  assert.deepEqual(await app.axe(), []);
});

test('it is stopped while it comes in: the book is as it was, and then it comes in', async () => {
  await app.press('Vælg en fil');
  await app.openDialog(file('stor.json'));
  await app.sees('Hent hele bogen ind', 120000);
  await app.slowly(async () => {
    await app.press('Hent hele bogen ind');
    await lookAndStop('taking');
  });
  assert.deepEqual(await app.axe(), []);
  await app.open('Når jeg har det godt');
  assert.ok(!(await app.values()).some((value) => value.includes('køkkenet')), 'no line came in');
  await toExchange('Hent en fil ind');
  await app.press('Vælg en fil');
  await app.openDialog(file('stor.json'));
  await app.sees('Hent hele bogen ind', 120000);
  await app.press('Hent hele bogen ind');
  await app.sees('Det er hentet ind', 120000);
});

test('pages that take long are stopped, and set again when one asks', async () => {
  await app.crash();
  app.forget();
  app = await App.start();
  await app.begin();
  const text = Array.from({ length: MANY }, (_, at) => `${at + 1}. gang sang jeg i køkkenet, mens kaffen løb igennem`).join('\n');
  const pasted = await app.invoke('change', { change: { kind: 'pasteLines', section: 'well.like', text, place: { at: 'last' } } });
  assert.equal(pasted.refused, undefined);
  await app.open('Delt med andre');
  await app.press('Kun mig', 'main .readers');
  await app.driver.until('the pages', () => app.driver.run('return document.querySelectorAll("main img").length > 0'), 180000);
  // Pressed as soon as it can be seen.
  await app.driver.run(`new MutationObserver((_, watcher) => {
    const stop = [...document.querySelectorAll('main button')].find((each) => each.textContent.trim() === 'Stop');
    if (!stop) return;
    watcher.disconnect();
    stop.click();
  }).observe(document.querySelector('main'), { childList: true, subtree: true });`);
  await app.slowly(async () => {
    await app.press('Store bogstaver');
    await app.sees('Du stoppede', 60000);
  });
  await app.picture('waiting-setting');
  await app.press('Sæt siderne op igen');
  await app.driver.until('the pages', () => app.driver.run('return document.querySelectorAll("main img").length > 0'), 180000);
  await app.picture('waiting-set');
});
