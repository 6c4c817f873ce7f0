// What else belongs to writing together, in the real window: a link proposed and taken in, all at once, a pause, somebody who comes later, answers
// over time, the record as a text, and a visit erased for good; and a hand-over to a key one knows.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { App, pause } from './app.mjs';
import { beginBook, openHandovers } from './together.mjs';

const desk = mkdtempSync(join(tmpdir(), 'holdepunkt-told-'));
const at = (name) => join(desk, name);
after(() => rmSync(desk, { recursive: true, force: true }));

const main = (app) => app.driver.run('return document.querySelector("main").innerText');

/** The page by day and by night, wide and at 320 px, with nothing that is hard to reach. */
async function look(app, name) {
  for (const [theme, wide] of [['light', 1180], ['dark', 320]]) {
    await app.driver.setSize(wide, 800);
    await app.driver.run('document.documentElement.dataset.theme = arguments[0]; return true', theme);
    await pause(300);
    assert.deepEqual(await app.faults(`told-${name}-${theme}-${wide}`), []);
  }
  await app.driver.run('document.documentElement.dataset.theme = "system"; return true');
  await app.driver.setSize(1180, 800);
}

async function written(path) {
  for (let round = 0; round < 100 && !existsSync(path); round += 1) await pause(200);
  await pause(200);
  return readFileSync(path, 'utf8');
}

async function rate(app, group, label) {
  const found = await app.driver.until(`${group} ${label}`, () =>
    app.driver.run(
      `const set = [...document.querySelectorAll('main fieldset')].find((e) => e.querySelector('.asked > span')?.innerText.trim() === arguments[0]);
       return [...(set?.querySelectorAll('label') ?? [])].find((e) => e.innerText.trim() === arguments[1])?.querySelector('input') ?? null;`,
      group,
      label,
    ),
  );
  await app.pressAt(found);
  await app.driver.until('it to be kept', () => app.driver.run('return arguments[0].checked', found));
}

test('a visit with a link, a pause, one who comes later, all taken in, answered about alone, kept as a text, and erased', async () => {
  const app = await App.start();
  try {
    await beginBook(app, ['Jeg sover dårligt']);
    await app.invoke('change', { change: { kind: 'addLine', id: crypto.randomUUID(), section: 'toolbox.tools', prompt: '', text: 'En varm dyne', place: { at: 'last' } } });
    await app.open('Besøg');
    await app.press('Begynd et besøg');
    await app.type('main input[type=text]', 'Karen');
    await app.press('Tidlige tegn', 'main');
    await app.press('Min værktøjskasse', 'main');
    await app.driver.run('window.before = true; return true');
    await app.press('Begynd besøget');
    await app.driver.until('the page to be loaded anew', () => app.driver.run('return window.before === undefined'), 30000);
    await app.sees('Hvem skriver nu?', 30000);
    await app.open('Tidlige tegn');
    await app.press('Karen skriver');
    await app.sees('Karen har pennen');
    await app.press('Foreslå et redskab eller en person: Jeg sover dårligt');
    await app.press('En varm dyne', 'main');
    await app.sees('Vis »En varm dyne« ved »Jeg sover dårligt«');
    await app.press('Foreslå en linje', 'main');
    await app.driver.write('Går op og ned ad gulvet');
    await pause(1500);
    await app.saved();
    await app.press('Jeg skriver');

    // A pause: everything is open; then on, with one more.
    await app.press('Hold pause');
    await app.sees('Besøget er sat på pause');
    assert.ok((await app.text()).includes('Når jeg har det godt'), 'the whole book is here');
    await app.driver.run('window.before = true; return true');
    await app.press('Gå videre med besøget');
    await app.driver.until('the page to be loaded anew', () => app.driver.run('return window.before === undefined && document.querySelector("nav#contents") !== null'), 30000);
    await app.sees('Hvem skriver nu?', 30000);
    assert.ok(!(await app.driver.run('return document.querySelector("nav#contents").innerText')).includes('Når jeg har det godt'));
    await app.press('Åbn eller luk kapitler');
    await app.sees('Hvem er her?');
    await app.press('Der er kommet en til');
    await app.type('main section input[type=text]', 'Bo');
    await look(app, 'join');
    await app.press('Tag med i besøget');
    await app.sees('Bo (medarbejder)');
    await app.sees('Bo skriver');

    // All of it at once.
    await app.open('Forslag');
    await app.press('Tag alle 2 med');
    await app.sees('Forslagene er taget med.');
    await app.open('Tidlige tegn');
    await app.driver.until('the line', async () => (await app.values()).includes('Går op og ned ad gulvet'));
    await app.sees('En varm dyne');

    await app.press('Slut af');
    await app.sees('Det vil du have ud af det');
    await app.type('main [data-draft$=":agenda"] textarea, main .text textarea', 'at sove bedre');
    await app.driver.run('document.activeElement.blur(); return true');
    await app.saved();
    await look(app, 'end');
    await app.press('Besøget er slut', 'main');
    await app.sees('Kun du ser denne side.');

    // Alone: answered about, read again, kept as a text.
    await app.press('Skriv eller ret dine svar');
    await app.sees('Du kan også svare, når du er alene.');
    const questions = (await app.invoke('visits')).gave.visits[0].id;
    const asked = (await app.invoke('visit_record', { id: questions })).gave;
    await rate(app, asked.rating[0].title, '8');
    for (const one of asked.support) await rate(app, one.title, 'En hel del');
    await app.sees('Vis »En varm dyne« ved »Jeg sover dårligt«');
    await look(app, 'record');
    await app.press('Gem alt om besøget som fil');
    await app.saveDialog(at('besoeg.txt'));
    const text = await written(at('besoeg.txt'));
    for (const words of ['Med Karen, Bo', 'at sove bedre', 'Karen (medarbejder)', 'Vis »En varm dyne« ved »Jeg sover dårligt«', 'Går op og ned ad gulvet', 'En hel del', `${asked.rating[0].title} 8`])
      assert.ok(text.includes(words), `${words}\n${text}`);
    assert.ok(!text.includes('{') && !text.includes(questions), text);

    await app.open('Besøg');
    await app.sees('Sådan var besøgene for dig');
    await app.sees('Støtte fra min fagprofessionelle over tid');
    const told = await main(app);
    assert.match(told, /\b8\b/);
    assert.match(told, /\b75\b/);
    await look(app, 'over-time');

    await app.press('Se alt om besøget');
    await app.sees('Kun du ser denne side.');
    await pause(500);
    await app.press('Slet besøget for altid');
    await app.sees('Det kan ikke fortrydes.');
    await app.press('Ja, slet det for altid');
    await app.sees('Besøget er slettet.');
    assert.equal((await app.invoke('visits')).gave.visits.length, 0);
    assert.deepEqual((await app.invoke('support')).gave, { own: [], support: [] });
    await app.open('Tidlige tegn');
    assert.ok((await app.values()).includes('Går op og ned ad gulvet'), 'what one said yes to stays');
  } finally {
    await app.picture('told-last').catch(() => {});
    await app.crash();
    app.forget();
  }
});

test('a hand-over to a known key: no words, undo leaves it alone, and it can be kept as a text', async () => {
  const citizen = await App.start();
  const worker = await App.start();
  try {
    await beginBook(worker, ['mit eget tegn']);
    await openHandovers(worker);
    await worker.press('Nøgler i stedet for ord');
    await worker.press('Vis min nøgle');
    const key = await worker.driver.until('the key', () => worker.driver.run('return document.querySelector(".key")?.innerText.trim() || null'));
    await beginBook(citizen);
    await openHandovers(citizen);
    await citizen.press('Nøgler i stedet for ord');
    const [name, field] = await citizen.driver.all('details form input');
    await citizen.driver.type(name, 'Karen');
    await citizen.driver.type(field, key);
    await citizen.press('Gem nøglen');
    await citizen.sees('Dem, du har en nøgle fra');
    await citizen.press('Giv en del af bogen');
    await citizen.press('Karen', 'main');
    await citizen.press('Tidlige tegn', 'main');
    await citizen.press('Lås og gem filen');
    await citizen.saveDialog(at('key.holdepunkt'));
    await citizen.sees('Filen er gemt', 60000);
    assert.ok((await citizen.text()).includes('Filen åbnes med nøglen fra Karen'));

    await worker.press('Åbn noget, du har fået');
    await worker.press('Vælg filen');
    await worker.openDialog(at('key.holdepunkt'));
    await worker.sees('Filen er låst til din nøgle', 60000);
    await worker.press('Lås op');
    await worker.sees('Du skriver som Karen', 60000);
    await worker.press('Åbn bogen', 'main');
    await worker.sees('Det er ikke din bog', 60000);
    await worker.open('Tidlige tegn');
    await worker.sees('Jeg sover dårligt');
    assert.ok(!(await worker.values()).includes('mit eget tegn'), 'one’s own book is away');
    await worker.press('Foreslå en linje', 'main');
    await worker.driver.write('Et forslag med nøgle');
    await pause(1500);
    await worker.saved();
    await worker.press('Gem svaret');
    await worker.saveDialog(at('keysvar.holdepunkt'));
    await worker.sees('Svaret er gemt her', 60000);
    await worker.press('Færdig');
    await worker.press('Slet bogen her');
    await worker.sees('Bogen er slettet her');

    // Everything that can be undone is undone: the file is with Karen all the same.
    await openHandovers(citizen);
    await citizen.sees('Til Karen');
    for (let step = 0; step < 20; step += 1) await citizen.invoke('undo');
    await citizen.driver.run('location.reload()');
    await citizen.driver.until('the book', () => citizen.driver.run('return document.querySelector("nav#contents") !== null'), 30000);
    await openHandovers(citizen);
    await citizen.sees('Til Karen');
    await citizen.press('Hent et svar');
    await citizen.openDialog(at('keysvar.holdepunkt'));
    await citizen.sees('Karen har skrevet ét forslag.', 60000);
    await citizen.press('Det blev foreslået');
    await citizen.sees('Et forslag med nøgle');
    await look(citizen, 'given');
    await citizen.press('Gem det som fil');
    await citizen.saveDialog(at('givet.txt'));
    const text = await written(at('givet.txt'));
    for (const words of ['Til Karen (medarbejder)', 'Tidlige tegn', 'Et forslag med nøgle', 'venter']) assert.ok(text.includes(words), `${words}\n${text}`);
  } finally {
    await citizen.picture('told-key-citizen').catch(() => {});
    await worker.picture('told-key-worker').catch(() => {});
    await worker.crash();
    await citizen.crash();
    worker.forget();
    citizen.forget();
  }
});
