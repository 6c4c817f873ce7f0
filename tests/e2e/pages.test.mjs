// Every page of the sample book in the real window, in both themes and both languages: axe-core finds nothing, nothing
// runs off the side, and a picture of each is kept in tests/e2e/out to be looked at.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { App, pause } from './app.mjs';

const languages = {
  da: { start: 'Dansk', look: 'Kig i et eksempel først', settings: 'Indstillinger', dark: 'Mørkt', light: 'Lyst', contrast: 'Høj kontrast', paper: 'Min kriseplan på papir', arrange: 'Tilpas bogen', hard: 'Det er svært lige nu', back: 'Tilbage', begin: 'Begynd', banner: 'Eksempel – en opdigtet person' },
  en: { start: 'English', look: 'Look at an example first', settings: 'Settings', dark: 'Dark', light: 'Light', contrast: 'High contrast', paper: 'My crisis plan on paper', arrange: 'Arrange the book', hard: 'It is hard right now', back: 'Back', begin: 'Begin', banner: 'Example' },
};
const faults = [];
let app;
let looked = 0;

async function look(name) {
  await pause(250);
  faults.push(...(await app.faults(name)));
  looked += 1;
}

async function allPages(words, name) {
  const chapters = await app.driver.run('return document.querySelectorAll("nav#contents > ul:not(.more, .time) > li").length');
  assert.equal(chapters, 10, 'the nine chapters of the plan and what was shared are in the contents');
  for (let chapter = 0; chapter < chapters; chapter += 1) {
    await app.driver.run('document.querySelectorAll("nav#contents > ul:not(.more, .time) > li > button")[arguments[0]].click()', chapter);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const pages = await app.driver.run('return document.querySelectorAll("nav#contents .pages button").length');
    for (let page = 0; page < Math.max(pages, 1); page += 1) {
      if (pages) await app.driver.run('document.querySelectorAll("nav#contents .pages button")[arguments[0]].click()', page);
      await look(`${name}-${chapter + 1}-${page + 1}`);
    }
  }
  await app.open(words.paper);
  await app.driver.until('the pages on paper', () => app.driver.run('return document.querySelectorAll("main img").length > 1'), 60000);
  await look(`${name}-paper`);
  await app.open(words.arrange);
  await look(`${name}-arrange`);
  await app.press(words.settings);
  await look(`${name}-settings`);
  await app.press(words.hard);
  await look(`${name}-hard`);
  await app.press(words.back);
}

after(async () => {
  await app?.crash();
  app?.forget();
});

for (const [language, words] of Object.entries(languages)) {
  test(`every page in ${language}, light, dark and high contrast`, async () => {
    await app?.crash();
    app = await App.start();
    await look(`${language}-first`);
    await app.press(words.start);
    await look(`${language}-welcome`);
    await app.press(words.look);
    await app.sees(words.banner, 30000);
    for (const theme of language === 'da' ? ['light', 'dark', 'contrast'] : ['light', 'dark']) {
      await app.press(words.settings);
      await app.press(words[theme]);
      await allPages(words, `${language}-${theme}`);
    }
    assert.deepEqual(faults, []);
  });
}

test('a narrow window at double size still reads in one column', async () => {
  await app.driver.setSize(360, 760);
  await look('narrow');
  await app.driver.run('document.documentElement.style.fontSize = "200%"');
  await look('narrow-200');
  assert.deepEqual(faults, []);
  assert.ok(looked > 100, `${looked} pages were looked at`);
});
