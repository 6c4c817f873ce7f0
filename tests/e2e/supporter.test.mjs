// The supporter's view in the real window, of the sample book: the same steps as on the printed sheet, 112 first, in both
// languages and themes and at 200 % text, with pictures in tests/e2e/out to be looked at.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App, pause } from './app.mjs';

const WORDS = {
  da: { start: 'Dansk', look: 'Kig i et eksempel først', hard: 'Det er svært lige nu', show: 'Vis en anden, hvordan man hjælper', back: 'Tilbage til mig selv', paper: 'Få det her på papir', relative: 'En pårørende', how: 'Hvordan er det lige nu?',
    steps: ['Er der fare for liv?', 'Gør det her', 'Lad være med det her', 'Ring til en, der kender mig', 'Det kan du se på mig', 'Det må du og andre gerne gøre', 'Det skal nogen tage sig af imens', 'Så tager jeg selv over igen'], not: 'Ring ikke til: Inger Eksempel' },
  en: { start: 'English', look: 'Look at an example first', hard: 'It is hard right now', show: 'Show someone how to help', back: 'Back to me', paper: 'Get this on paper', relative: 'A relative', how: 'How is it right now?',
    steps: ['Is a life in danger?', 'Do this', 'Do not do this', 'Call someone who knows me', 'What you can see in me', 'What you and others are welcome to do', 'Someone needs to see to this meanwhile', 'Then I take over again myself'], not: 'Do not call: Inger Eksempel' },
};

for (const [language, words] of Object.entries(WORDS)) {
  test(`the one who helps sees the steps of the sheet, in ${language}`, async () => {
    const app = await App.start({ folder: App.folder() });
    const faults = [];
    try {
      await app.press(words.start);
      await app.press(words.look);
      await app.driver.until('the book', () => app.driver.run('return document.querySelector("nav#contents") !== null'), 30000);
      await app.press(words.hard);
      await app.press(words.show);
      await app.sees(words.steps[1]);
      const steps = await app.driver.run('return [...document.querySelectorAll("main h2")].map((e) => e.innerText)');
      assert.deepEqual(steps, words.steps);
      const seen = await app.text();
      assert.ok(seen.includes('112') && seen.includes('00 00 00 01') && seen.includes(words.not), seen);
      for (const [theme, text] of [['light', ''], ['dark', ''], ['light', '225%']]) {
        await app.driver.run('document.documentElement.dataset.theme = arguments[0]; document.documentElement.style.fontSize = arguments[1]', theme, text);
        await pause(200);
        const label = `supporter-${language}-${theme}${text === '' ? '' : '-200'}`;
        faults.push(...(await app.faults(label)));
        await app.driver.run('window.scrollTo(0, document.body.scrollHeight / 2)');
        await pause(100);
        await app.picture(`${label}-middle`);
        await app.driver.run('window.scrollTo(0, 0)');
      }
      assert.deepEqual(faults, []);
      await app.press(words.back);
      await app.sees(words.how);
      await app.press(words.show);
      await app.press(words.paper);
      await app.sees(words.relative);
      await app.driver.until('the sheet', () => app.driver.run('return document.querySelector("main img") !== null'), 90000);
      const sheet = await app.driver.run('return document.querySelector("main .unseen[lang]").textContent');
      for (const step of words.steps) assert.ok(sheet.includes(step), `${step} is on the sheet`);
      assert.deepEqual(await app.faults(`supporter-${language}-paper`), []);
    } finally {
      await app.crash();
      app.forget();
    }
  });
}
