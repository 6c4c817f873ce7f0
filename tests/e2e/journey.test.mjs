// The first evening with the book: made, written in five chapters, closed, opened, printed.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { App, Keys, pdfText } from './app.mjs';

const SECRET = 'fem rolige køer på en eng';
const papers = mkdtempSync(join(tmpdir(), 'holdepunkt-papers-'));
const folder = App.folder();
const written = {
  'Sådan er jeg': ['Jeg synger i køkkenet, også falsk.', 'Jeg husker folks fødselsdage – æøå ÆØÅ.'],
  'Det hjælper mig': ['En tur rundt om søen', 'Ring til Mette'],
  'Det kan jeg mærke': ['Jeg vågner klokken fire'],
  'Det gør jeg': ['Jeg går en tur før frokost'],
  'Så tager jeg selv over igen': ['Når jeg selv spørger efter kaffe ☕ ★ #*_$<b>'],
};
let app;

before(async () => {
  app = await App.start({ folder });
});
after(async () => {
  await app?.picture('journey-end');
  await app?.crash();
  app?.forget();
});

test('the first run makes a book with a lock and twelve words', async () => {
  await app.press('Dansk');
  await app.sees('Velkommen til din bog');
  await app.press('Gå videre');
  await app.press('Ja, eller jeg er ikke sikker');
  await app.type('input[type=password]', SECRET);
  await app.press('Lav bogen med lås');
  await app.sees('Dine tolv ord', 30000);
  const words = await app.driver.run('return [...document.querySelectorAll("main li, main b, main strong")].map((e) => e.innerText)');
  assert.ok(words.length >= 12, 'the twelve words are on the screen');
  const sheet = join(papers, 'ark.pdf');
  await app.press('Gem arket som PDF');
  await app.saveDialog(sheet);
  await app.sees('Gemt her', 30000);
  assert.match(pdfText(sheet), /12/, 'the sheet numbers the words');
  assert.doesNotMatch(pdfText(sheet), /Holdepunkt|krise|psyk/i, 'the sheet does not say what it opens');
  await app.press('Gå videre');
  await app.press('Senere');
  await app.press('Begynd med noget godt');
  await app.sees('Bogen begynder med dig på en god dag');
});

test('lines are written in five chapters and each is saved', async () => {
  await app.writeLines('Sådan er jeg', written['Sådan er jeg']);
  await app.open('Min værktøjskasse');
  await app.writeLines('Det hjælper mig', written['Det hjælper mig']);
  await app.open('Tidlige tegn');
  await app.writeLines('Det kan jeg mærke', written['Det kan jeg mærke']);
  await app.open('Det, der kan vælte mig');
  await app.writeLines('Det gør jeg', written['Det gør jeg']);
  await app.open('Min kriseplan');
  await app.open('Når planen ikke skal bruges mere');
  await app.beginGently();
  await app.writeLines('Så tager jeg selv over igen', written['Så tager jeg selv over igen']);
  await app.sees('Gemt kl.');
});

test('a sign is linked to a tool, and a renamed tool is renamed there', async () => {
  await app.open('Tidlige tegn');
  await app.focusLine(written['Det kan jeg mærke'][0]);
  await app.press('Tilføj redskab eller person');
  await app.press('En tur rundt om søen');
  await app.press('Luk');
  await app.sees('En tur rundt om søen');
  await app.open('Min værktøjskasse');
  await app.focusLine('En tur rundt om søen');
  await app.driver.chord(Keys.end);
  await app.driver.write(' med hunden');
  await app.saved();
  await app.open('Tidlige tegn');
  await app.sees('En tur rundt om søen med hunden');
});

test('undo takes back the last step and redo brings it again', async () => {
  await app.open('Når jeg har det godt');
  await app.writeLines('Sådan er jeg', ['Denne linje skal væk igen']);
  await app.press('Fortryd');
  await app.driver.until('the line to go', async () => !(await app.values()).includes('Denne linje skal væk igen'));
  await app.press('Gentag');
  await app.driver.until('the line to come back', async () => (await app.values()).includes('Denne linje skal væk igen'));
  await app.press('Fortryd');
  await app.driver.until('the line to go again', async () => !(await app.values()).includes('Denne linje skal væk igen'));
});

test('closed by the window with words not yet saved, every word is there afterwards', async () => {
  await app.open('Når jeg har det godt');
  await app.focusEmptyLine('Det gør mig godt');
  await app.driver.write('Skrevet lige før vinduet lukkede');
  await app.closeWindow();
  app = await App.start({ folder });
  await app.sees('Din bog er låst');
});

test('a wrong passphrase is refused in words, the right one opens', async () => {
  await app.type('input[type=password]', 'noget helt andet');
  await app.press('Lås op');
  await app.driver.until('words that refuse', async () => /passer ikke|kender|åbner ikke|prøv/i.test(await app.text()), 30000);
  assert.equal(await app.driver.run('return document.querySelector("nav#contents") === null'), true);
  await app.type('input[type=password]', SECRET);
  await app.press('Lås op');
  await app.sees('Når jeg har det godt', 30000);
});

test('everything written is there again', async () => {
  await app.open('Når jeg har det godt');
  const values = await app.values();
  for (const line of [...written['Sådan er jeg'], 'Skrevet lige før vinduet lukkede']) assert.ok(values.includes(line), `${line} is kept`);
  await app.open('Min værktøjskasse');
  assert.ok((await app.values()).includes('En tur rundt om søen med hunden'));
  await app.open('Tidlige tegn');
  assert.ok((await app.values()).includes(written['Det kan jeg mærke'][0]));
  await app.sees('En tur rundt om søen med hunden');
});

test('the history of a line says what it was and brings it back', async () => {
  await app.open('Min værktøjskasse');
  await app.focusLine('En tur rundt om søen med hunden');
  await app.press('Mere');
  await app.press('Tidligere udgaver');
  await app.sees('En tur rundt om søen');
  await app.press('Luk');
});

test('the language is switched and switched back', async () => {
  await app.press('Indstillinger');
  await app.press('English');
  await app.sees('Settings');
  assert.equal(await app.driver.run('return document.documentElement.lang'), 'en');
  await app.open('My toolbox');
  assert.ok((await app.values()).includes('En tur rundt om søen med hunden'), 'what the person wrote is not translated');
  await app.press('Settings');
  await app.press('Dansk');
  await app.sees('Indstillinger');
});

test('the crisis plan is saved as PDF and holds every line of its pages', async () => {
  const plan = join(papers, 'plan.pdf');
  await app.open('Min kriseplan på papir');
  await app.driver.until('the pages', () => app.driver.run('return document.querySelectorAll("main img").length > 0'), 60000);
  await app.press('Gem som PDF');
  await app.saveDialog(plan);
  await app.sees('Gemt her', 30000);
  assert.ok(existsSync(plan));
  await app.press('Spring over');
  const text = pdfText(plan).replace(/\s+/g, ' ');
  for (const line of [...written['Sådan er jeg'], ...written['Så tager jeg selv over igen']]) {
    assert.ok(text.includes(line), `“${line}” is on paper; the paper says ${text}`);
  }
});

test('a picture for the phone is saved too', async () => {
  const picture = join(papers, 'plan.png');
  await app.press('Gem som billede til telefonen');
  await app.saveDialog(picture);
  await app.driver.until('the picture', () => existsSync(picture));
});

test('when it is hard there is one page with my own things and 112', async () => {
  await app.press('Det er svært lige nu');
  await app.press('Alt på én side');
  await app.sees('En tur rundt om søen med hunden');
  await app.sees('Jeg vågner klokken fire');
  await app.sees('112');
  await app.driver.chord(Keys.escape);
  await app.sees('Alt på én side');
  await app.driver.chord(Keys.escape);
  await app.sees('Indstillinger');
});

test('killed without a word, what was called saved is there', async () => {
  await app.open('Min hverdag');
  await app.writeLines('Den mindste gode dag', ['Gardinerne fra']);
  await app.saved();
  await app.crash();
  app = await App.start({ folder });
  await app.type('input[type=password]', SECRET);
  await app.press('Lås op');
  await app.sees('Min plan', 30000);
  await app.open('Min hverdag');
  assert.ok((await app.values()).includes('Gardinerne fra'));
});
