// Between the pages and the paper in the real window: a computer with no program that shows a PDF, and one that has one; a folder that
// vanishes, files that are huge or cannot be read. Each is said in words, and the book is as it was.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { App, pause, pdfText } from './app.mjs';
import { deskOf } from './desk.mjs';
import { sayYes } from './dialogs.mjs';
import { isShown, putViewer, takeViewer } from './viewer.mjs';

let app;
const { file, look } = deskOf('printer', () => app);

before(async () => {
  takeViewer();
  app = await App.start();
  await app.begin();
  await app.open('Min kriseplan');
  await app.open('Det hjælper, og det hjælper ikke');
  await app.beginGently();
  await app.writeLines('Det hjælper', ['Sæt dig ned hos mig']);
  await app.open('Min kriseplan på papir');
  await app.driver.until('the pages', () => app.driver.run('return document.querySelector("main img") !== null'), 60000);
});
after(takeViewer);

test('with no program that can show it one is told where the file lies and what to do with it', async () => {
  await app.press('Gem som PDF', 'main');
  await app.saveDialog(file('plan.pdf'));
  await app.sees('Hvem skal have den?', 60000);
  await app.press('Spring over');
  await app.sees(`Gemt her: ${file('plan.pdf')}`);
  await app.press('Åbn', 'main');
  await app.sees('Filen ligger, hvor du gemte den, men computeren har ikke et program, der kan vise den.', 20000);
  await app.sees('Tag filen med på et USB-stik til en computer med printer');
  await app.sees(`Gemt her: ${file('plan.pdf')}`);
  assert.match(pdfText(file('plan.pdf')), /Sæt dig ned hos mig/);
  await look('nothing-shows-it');
});

test('with one it is shown, and printed from there', async () => {
  putViewer();
  await app.press('Åbn', 'main');
  assert.equal(await app.driver.until('the program that shows it', isShown, 20000), file('plan.pdf'));
  await app.driver.until('what was said before gone', async () => !(await app.text()).includes('har ikke et program'));
});

test('a file that has gone since is told, and the pages can be saved again', async () => {
  rmSync(file('plan.pdf'));
  await app.press('Åbn', 'main');
  await app.driver.until('it to be said', () => app.driver.run('return [...document.querySelectorAll("main [role=alert]")].some((e) => e.innerText.trim() !== "")'), 20000);
  await look('gone');
  assert.equal(isShown(), null);
});

test('a PDF into a folder that vanishes while one is asked is told, and no folder is made', async () => {
  mkdirSync(file('pind'));
  writeFileSync(file('pind/plan.pdf'), 'den gamle');
  await app.press('Gem som PDF', 'main');
  await app.saveDialog(file('pind/plan.pdf'));
  // The system asks whether the old file may be replaced; meanwhile somebody pulls the stick out.
  await pause(1500);
  rmSync(file('pind'), { recursive: true });
  await sayYes();
  await app.sees('Mappen er der ikke mere', 20000);
  await app.sees('Var det et USB-stik, så sæt det i igen');
  assert.ok(!(await app.text()).includes('Hvem skal have den?'), 'what was not saved is given to nobody');
  await look('vanished');
  assert.ok(!existsSync(file('pind')));
});

test('a huge file, one that cannot be read and one that is none are told, and the book is as it was', async () => {
  writeFileSync(file('stor.json'), '{"format":"holdepunkt-book"');
  truncateSync(file('stor.json'), 21 * 1024 * 1024);
  // Looks like a file, and every read of it fails, as on a stick that is breaking.
  symlinkSync('/proc/self/mem', file('itu.json'));
  writeFileSync(file('stoej.json'), Buffer.from([0, 255, 254, 0, 1, 2, 3]));
  await app.press('Indstillinger');
  await app.press('Tag med og hent ind');
  await app.press('Hent en fil ind');
  for (const [name, said] of [
    ['stor.json', 'Filen er større, end vi kan læse'],
    ['itu.json', 'Computeren kan ikke læse filen'],
    ['stoej.json', 'Det er ikke en fil, vi kan læse'],
  ]) {
    await app.press('Vælg en fil');
    await app.openDialog(file(name));
    await app.sees(said, 30000);
    await look(name.split('.')[0]);
  }
  await app.open('Min kriseplan');
  await app.open('Det hjælper, og det hjælper ikke');
  assert.ok((await app.values()).includes('Sæt dig ned hos mig'));
});
