// Every page that stands behind a door, in the real window, of a book with nothing in it and of the sample, in both languages, light and
// dark: axe-core finds nothing, nothing runs off the side, and a picture of each is kept in tests/e2e/out to be looked at. The pages of the
// chapters: `pages.test.mjs`. The lock: `lock.test.mjs`; a visit: `visit.test.mjs`; the book of another: `handover.test.mjs`.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { App } from './app.mjs';

const root = new URL('../../', import.meta.url).pathname;
const faults = [];
let looked = 0;
let app;

/** The app's own words, so that a door is found by what is written on it. */
function wordsOf(language) {
  const folder = join(root, 'locales', language);
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const told = lines.map((line) => line.match(/^([a-z][a-z0-9-]*) = (.+)$/)).filter(Boolean);
  const words = Object.fromEntries(told.map(([, key, text]) => [key, text]));
  return (key) => words[key] ?? assert.fail(`no text ${key}`);
}

async function look(name) {
  faults.push(...(await app.look(`door-${name}`)));
  looked += 2;
}

const heading = () => app.driver.run('return document.querySelector("main h1")?.innerText ?? ""');

/** Through these doors, one after the other, and a look at the last. */
async function through(say, name, ...keys) {
  await app.press(say('settings'));
  for (const key of keys) {
    const before = await heading();
    await app.press(say(key), 'main');
    await app.driver.until(`behind ${key}`, async () => (await heading()) !== before);
  }
  await look(name);
}

const pagesAreThere = () =>
  app.driver.until('the pages', () => app.driver.run('return document.querySelectorAll("main img").length > 0'), 120000);

async function behindSettings(say, name) {
  await through(say, `${name}-settings`);
  await through(say, `${name}-numbers`, 'numbers');
  await through(say, `${name}-safety`, 'safety');
  for (const key of ['safe-copy', 'backups', 'trash']) await through(say, `${name}-${key}`, 'safety', key);
  await through(say, `${name}-shelf`, 'shelf');
  await through(say, `${name}-out`, 'out');
  for (const key of ['out-book', 'text-out', 'file-in', 'people-in']) await through(say, `${name}-${key}`, 'out', key);
}

async function sharing(say, name, pages) {
  await app.open(say('on-paper'));
  if (pages) await pagesAreThere();
  await look(`${name}-paper`);
  await app.open(say('ch-shares'));
  await look(`${name}-shares`);
  const readers = await app.driver.run('return document.querySelectorAll("main .readers button").length - 2');
  for (let reader = 0; reader < readers; reader += 1) {
    await app.open(say('ch-shares'));
    // The way back says the name of the page, too: it is there when those one makes ready for are.
    const press = 'const one = document.querySelectorAll("main .readers button")[arguments[0]]; one?.click(); return Boolean(one)';
    await app.driver.until('somebody to make ready for', () => app.driver.run(press, reader));
    await app.sees(say('ticks'));
    if (pages) await pagesAreThere();
    await look(`${name}-reader-${reader + 1}`);
  }
  await app.open(say('ch-shares'));
  await app.press(say('share-blank'), 'main');
  await pagesAreThere();
  await look(`${name}-blank`);
}

async function together(say, name) {
  await app.press(say('visits'), 'nav#contents');
  await look(`${name}-visits`);
  await app.press(say('visit-begin'), 'main');
  await look(`${name}-visit-start`);
  await app.press(say('visits'), 'nav#contents');
  await app.press(say('handover-go'), 'main');
  await look(`${name}-handover`);
  await app.press(say('hand-open-file'), 'main');
  await look(`${name}-guest-open`);
  await app.press(say('review'), 'nav#contents');
  await look(`${name}-review`);
  await app.press(say('arrange'), 'nav#contents');
  await look(`${name}-arrange`);
}

async function hard(say, name) {
  await app.press(say('hard-now'));
  await look(`${name}-hard`);
  await app.press(say('path-leave'));
}

before(async () => {
  app = await App.start();
  await app.begin();
});
after(async () => {
  await app?.picture('door-end');
  await app?.crash();
  app?.forget();
});

for (const language of ['da', 'en']) {
  const say = wordsOf(language);
  test(`the doors of a book with nothing in it, in ${language}`, async () => {
    if (language === 'en') {
      await app.press('Indstillinger');
      await app.press('English');
    }
    await behindSettings(say, `${language}-own`);
    await sharing(say, `${language}-own`, false);
    await together(say, `${language}-own`);
    await hard(say, `${language}-own`);
    assert.deepEqual(faults, []);
  });
}

for (const language of ['en', 'da']) {
  const say = wordsOf(language);
  test(`the doors of the sample, in ${language}`, async () => {
    // The screen speaks English from the test before.
    await app.press('Settings');
    if (language === 'da') await app.press('Dansk');
    else await app.press(say('open-sample'));
    // The own book stays until the sample has come.
    await app.sees(say('sample'), 60000);
    await through(say, `${language}-sample-settings`);
    await app.press(say('review'), 'nav#contents');
    await look(`${language}-sample-review`);
    await app.press(say('practice'), 'main');
    await look(`${language}-sample-practice`);
    await sharing(say, `${language}-sample`, true);
    await hard(say, `${language}-sample`);
    assert.deepEqual(faults, []);
  });
}

test('every door was looked at', () => assert.ok(looked > 150, `${looked} pictures`));
