// Other papers beside the wishes in advance in the real window, looked at in light and dark, at twice the text and 320 px wide.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App, pause, pdfText } from './app.mjs';

const faults = [];
let app;

const place = (name) => join(dirname(app.folder), name);

/** Light, dark, twice the text, and as narrow as a telephone. */
async function look(name) {
  const size = await app.driver.run('return document.documentElement.style.fontSize');
  faults.push(...(await app.look(`wishes-${name}`)));
  await app.driver.run('document.documentElement.style.fontSize = "225%"');
  await pause(200);
  faults.push(...(await app.faults(`wishes-${name}-200`)));
  await app.driver.run('document.documentElement.style.fontSize = arguments[0]', size);
  await app.driver.setSize(320, 900);
  await pause(200);
  faults.push(...(await app.faults(`wishes-${name}-320`)));
  await app.driver.setSize(1200, 900);
  await pause(200);
}

/** Writes into the answer of a question. */
async function answer(question, text) {
  const found = await app.driver.until(`the question “${question}”`, () =>
    app.driver.run(
      `const heading = [...document.querySelectorAll('main h3')].find((e) => e.innerText.trim() === arguments[0]);
       return heading?.closest('.question')?.querySelector('textarea') ?? null;`,
      question,
    ),
  );
  await app.driver.run('arguments[0].scrollIntoView({ block: "center" }); return true', found);
  await app.driver.click(Object.values(found)[0]);
  await app.driver.type(Object.values(found)[0], text);
  await app.saved();
}

async function firstPage() {
  await app.driver.until('the pages on paper', () => app.driver.run('return document.querySelector("main img") !== null'), 90000);
}

before(async () => {
  app = await App.start();
  mkdirSync(dirname(app.folder), { recursive: true });
  await app.begin();
});
after(async () => {
  await app?.picture('wishes-end');
  await app?.crash();
  app?.forget();
});

test('other papers are told with their date, last on the page and on its paper', async () => {
  await app.open('Min kriseplan');
  await app.open('Mine ønsker på forhånd');
  await app.beginGently();
  await answer('Hvem må personalet tale med, og om hvad?', 'Mette må få alt at vide.');
  await answer('Har du et behandlingstestamente?', '3. maj 2024. En kopi ligger i den blå mappe.');
  await answer('Har du en fremtidsfuldmagt?', '12. juni 2025');
  await app.sees('Dette er ikke juridisk rådgivning');
  await look('papers');
  await app.press('Få siden på papir');
  await firstPage();
  await app.sees('Andre papirer, jeg har lavet');
  await app.sees('3. maj 2024. En kopi ligger i den blå mappe.');
  await app.picture('wishes-papers-paper');
  await app.press('Gem som PDF', 'main');
  await app.saveDialog(place('wishes.pdf')).catch(() => app.saveDialog(place('wishes.pdf')));
  await app.driver.until('the file', () => existsSync(place('wishes.pdf')), 60000);
  await app.press('Spring over');
  const paper = pdfText(place('wishes.pdf')).replace(/\s+/g, ' ');
  const order = ['Mette må få alt at vide.', 'Behandlingstestamente', '3. maj 2024', 'Fremtidsfuldmagt', '12. juni 2025', 'er noget andet'];
  const places = order.map((words) => paper.indexOf(words));
  assert.deepEqual(places, [...places].sort((one, other) => one - other), paper);
  assert.ok(places.every((at) => at >= 0), `${places}`);
  assert.match(paper, /ikke juridisk rådgivning/);
});

test('nothing on these pages is hard to reach or runs off the side', () => assert.deepEqual(faults, []));
