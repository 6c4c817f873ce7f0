// The window is asked to close while something would be lost by it: it stays, and says why, at every door. One window at a time on the display, since
// all of that name are asked. Pictures in both themes in tests/e2e/out, to be looked at.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { App, Keys, pause } from './app.mjs';
import { beginBook, give } from './together.mjs';

const SECRET = 'fem rolige køer på en eng';
const desk = mkdtempSync(join(tmpdir(), 'holdepunkt-leaving-'));
const at = (name) => join(desk, name);
const faults = [];
let app;
after(async () => {
  await app?.picture('leaving-end').catch(() => {});
  await app?.crash();
  app?.forget();
  rmSync(desk, { recursive: true, force: true });
});

const look = async (name) => faults.push(...(await app.look(`leaving-${name}`)));
const end = async () => {
  await app.crash();
  app.forget();
};
/** Asked to close, it says this; and it is still there when the shell would have waited no longer. */
async function staysSaying(words) {
  await app.askToClose();
  await app.sees(words);
  await pause(4500);
  await app.sees(words);
}

test('the twelve words of a new book, also from the page for a hard moment', async () => {
  app = await App.start();
  for (const step of ['Dansk', 'Gå videre', 'Ja, eller jeg er ikke sikker']) await app.press(step);
  await app.type('main input[type=password]', SECRET);
  await app.press('Lav bogen med lås');
  await app.sees('Dine tolv ord', 60000);
  await app.press('Det er svært lige nu');
  await staysSaying('Ordene er ikke skrevet ned endnu');
  await look('words-help');
  await app.press('Vis ordene');
  await app.sees('Dine tolv ord');
  await staysSaying('Ordene er ikke skrevet ned endnu');
  await look('words');
  for (const step of ['Jeg har skrevet dem ned', 'Senere', 'Begynd med noget godt']) await app.press(step);
});

test('words that go along with a press: on the page for a hard moment, on blank paper, and behind the lock', async () => {
  await app.open('Besøg');
  await app.press('Begynd et besøg');
  await app.driver.until('the agenda', () => app.driver.run('const field = document.querySelector("main [data-draft] textarea"); field?.focus(); return field !== null'));
  await app.driver.write('At sove');
  await app.press('Det er svært lige nu');
  await staysSaying('Vinduet er stadig åbent');
  await look('help');
  await app.press('Gå til teksten');
  await app.driver.until('the agenda to have the caret', () => app.driver.run('return document.activeElement.value === "At sove"'));
  await app.press('Skjul hurtigt');
  await app.driver.until('blank paper', async () => (await app.text()).trim() === '');
  await staysSaying('Dine sidste ord er ikke gemt endnu');
  await app.sees('Din bog er låst');
  await look('locked');
  await app.press('Jeg kan ikke komme ind');
  await app.press('Læg den låste bog til side');
  await app.press('Ja, læg den til side');
  await app.sees('Gå videre uden at gemme det sidste');
  await app.press('Tilbage');
  assert.ok(!(await app.text()).includes('uden at gemme'), 'going back is staying');
  await app.type('main input[type=password]', SECRET);
  await app.press('Lås op');
  await app.open('Besøg');
  await app.press('Begynd et besøg');
  await app.driver.until('the agenda again', async () => (await app.values()).includes('At sove'));
  await end();
});

test('what a guest has in no answer: while the book rests, on the page for a hard moment, and with the answer first', async () => {
  app = await App.start();
  await beginBook(app);
  const words = await give(app, at('ud.holdepunkt'));
  await end();
  app = await App.start();
  await app.press('Dansk');
  await app.press('Åbn noget, du har fået');
  await app.press('Vælg filen');
  await app.openDialog(at('ud.holdepunkt'));
  await app.type('main textarea', words);
  await app.press('Lås op');
  await app.press('Åbn bogen');
  await app.sees('Det er ikke din bog', 60000);
  await app.open('Tidlige tegn');
  await app.press('Foreslå en linje', 'main');
  await app.driver.until('somewhere to write', () => app.driver.run('return document.activeElement.matches("textarea")'));
  await app.driver.write('Går op og ned');
  await app.sees('Ét forslag');
  await app.saved();
  await app.driver.chord(Keys.control, 'l');
  await app.sees('Bogen hviler', 20000);
  await staysSaying('ikke er med i et svar endnu');
  await look('rests');
  await app.press('Skriv videre');
  await app.press('Slet bogen her');
  await app.sees('Slet uden at gemme');
  await app.press('Skriv videre');
  await app.type('main textarea', words);
  await app.press('Lås op');
  await app.sees('Ét forslag', 60000);
  await app.press('Det er svært lige nu');
  await staysSaying('ikke er med i et svar endnu');
  await look('guest');
  await app.press('Gem svaret');
  await app.saveDialog(at('svar.holdepunkt'));
  await app.sees('Svaret er gemt her', 60000);
  await app.press('Luk vinduet');
  await app.ended();
});

test('nothing on these pages is hard to reach or runs off the side', () => assert.deepEqual(faults, []));
