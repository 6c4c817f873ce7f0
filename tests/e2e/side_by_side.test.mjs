// Two people at one screen, in the real window: letters both can read and bars that stay small; a name that is given on the way; what is wanted, looked
// at and mended; all taken in but what one is putting in own words; a pen that is passed twice; and a guest's words the book could not take, asked about
// before the pen is put down. Last, a dialog that outlives the lock. Pictures in both themes in tests/e2e/out.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { App, pause } from './app.mjs';

const SECRET = 'fem rolige køer på en eng';
const SIGNS = ['Jeg sover dårligt, og om morgenen orker jeg ikke at stå op', 'Jeg svarer ikke på beskeder fra nogen'];
const papers = mkdtempSync(join(tmpdir(), 'holdepunkt-side-'));
const faults = [];
let app;

const change = async (asked) => {
  const answer = await app.invoke('change', { change: asked });
  assert.ok(answer.gave, JSON.stringify(answer.refused));
};
const look = async (name) => void faults.push(...(await app.look(`side-${name}`)));
const passed = (pen) => app.sees(pen === '' ? 'Du har pennen' : `${pen} har pennen`);
const measured = (css) =>
  app.driver.run(
    `const all = [...document.querySelectorAll(arguments[0])].filter((e) => e.getClientRects().length > 0);
     return all.map((e) => ({ letters: parseFloat(getComputedStyle(e).fontSize), width: e.getBoundingClientRect().width, height: e.getBoundingClientRect().height, top: e.getBoundingClientRect().top }));`,
    css,
  );

before(async () => {
  app = await App.start();
  assert.ok((await app.invoke('create_book', { lock: { kind: 'passphrase', passphrase: SECRET } })).gave);
  for (const text of SIGNS)
    await change({ kind: 'addLine', id: crypto.randomUUID(), section: 'signs.inner', prompt: '', text, place: { at: 'last' } });
  await app.invoke('lock');
  await app.driver.run('location.reload()');
  await unlock();
});
after(async () => {
  await app?.picture('side-last');
  await app?.crash();
  app?.forget();
});

async function unlock() {
  await app.sees('Din bog er låst', 120000);
  await app.type('main input[type=password]', SECRET);
  await app.press('Lås op');
  await app.driver.until('the book', () => app.driver.run('return document.querySelector("nav#contents") !== null'), 30000);
}

/** In the field one stands in, when a new one has come. */
async function write(text) {
  const field = await app.driver.until('an empty field', () =>
    app.driver.run(`const e = document.activeElement; return e?.matches('main [role=group] textarea') && e.value === '' ? e : null;`),
  );
  await app.driver.type(Object.values(field)[0], text);
  await app.saved();
}

test('somebody comes without a name', async () => {
  await app.press('Besøg', 'nav#contents');
  await app.press('Begynd et besøg');
  await app.press('Tidlige tegn', 'main');
  await app.type('main textarea', 'At vi finder ud af nætterne');
  await app.driver.run('window.before = true; return true');
  await app.press('Begynd besøget');
  await app.driver.until('the page to be loaded anew', () => app.driver.run('return window.before === undefined'), 30000);
  await app.sees('Hvem skriver nu?', 30000);
});

test('two can read the plan from where they sit, and what is around it stays small', async () => {
  for (const [wide, high] of [[1280, 800], [1400, 1000]]) {
    await app.driver.setSize(wide, high);
    await pause(400);
    const [line] = await measured('main [data-line] textarea');
    assert.ok(line.letters >= 22 && line.letters <= 24, `${wide}: ${line.letters} px`);
    const long = line.width / (line.letters * 0.5);
    assert.ok(long >= 45 && long <= 85, `${wide}: ${Math.round(long)} letters in a line`);
    const [button] = await measured('.bar .acts button');
    assert.ok(button.letters <= 18, `${button.letters} px in the bar`);
    const [bar, pen] = [(await measured('section.bar'))[0], (await measured('.pen'))[0]];
    assert.ok(bar.height + pen.height <= 150, `${bar.height} and ${pen.height} px`);
    await look(`page-${wide}`);
    await app.press('Spørgsmål');
    await app.sees('Hvordan var det indefra?');
    const [beside] = await measured('main [data-line] textarea');
    assert.ok(beside.width / (beside.letters * 0.5) >= 30, `${beside.width} px beside the questions`);
    await look(`talk-${wide}`);
    await app.press('Spørgsmål');
  }
});

test('in a small window the bars take a third of it, and everything is there with a press', async () => {
  await app.driver.setSize(320, 800);
  await pause(400);
  const [bar, pen] = [(await measured('section.bar'))[0], (await measured('.pen'))[0]];
  assert.ok(bar.height + pen.height <= 135, `${bar.height} and ${pen.height} px`);
  const tops = new Set((await measured('header.top > button, header.top .acts button')).map(({ top, height }) => Math.round(top + height / 2)));
  assert.ok(tops.size <= 3, `the bar above has ${tops.size} rows`);
  await look('small');
  await app.press('Mere');
  await app.sees('Åbent nu: Tidlige tegn');
  await look('small-more');
  await app.press('Mindre');
  await app.driver.run('document.documentElement.style.fontSize = "225%"; return true');
  await pause(300);
  await look('small-200');
  await app.driver.setSize(1280, 800);
  await pause(300);
  await look('page-200');
  await app.driver.run('document.documentElement.style.fontSize = "112.5%"; return true');
});

test('a name that is given on the way stands on what was proposed before it', async () => {
  await app.press('En medarbejder skriver');
  await passed('En medarbejder');
  for (const text of ['vandrer rundt om natten', 'holder op med at spise morgenmad', 'lader telefonen ligge']) {
    await app.press('Foreslå en linje', 'main');
    await write(text);
  }
  await app.press('Jeg skriver');
  await app.sees('En medarbejder foreslår');
  await app.press('Åbn eller luk kapitler');
  await app.press('Skriv navnet', 'main');
  await app.type('main [data-guest] input', 'Karen');
  await look('name');
  await app.press('Gem', 'main [data-guest]');
  await app.sees('Med Karen (medarbejder)');
  await app.driver.until('what is wanted', async () => (await app.values()).includes('At vi finder ud af nætterne'));
  await app.type('main [data-draft$=":agenda"]', 'At vi finder ud af nætterne og morgenerne');
  await app.saved();
  await look('wanted');
  await app.press('Tilbage', 'main');
  await app.sees('Karen (medarbejder) foreslår');
});

test('all are taken in but the one that is being put in own words', async () => {
  await app.press('Forslag (3)', 'nav#contents');
  await app.sees('Tag alle 3 med');
  await app.press('Med mine egne ord', 'main');
  await app.type('main [data-proposal] textarea', 'Jeg går rundt og rundt');
  await app.sees('Dem, du er i gang med at sige med dine egne ord, bliver liggende.');
  await look('begun');
  await app.press('Tag alle 2 med');
  await app.sees('Det ene, du er i gang med at sige med dine egne ord, ligger her endnu');
  assert.deepEqual(await app.driver.run('return [...document.querySelectorAll("main [data-proposal] textarea")].map((e) => e.value)'), ['Jeg går rundt og rundt', '']);
  await app.press('Gem mine ord', 'main');
  await app.sees('Der ligger ingen forslag');
});

test('the pen that is passed twice in a hurry is back where it was', async () => {
  await app.open('Tidlige tegn');
  await app.driver.chord('\uE032');
  await app.driver.chord('\uE032');
  await pause(500);
  await passed('');
  await app.driver.chord('\uE032');
  await passed('Karen');
});

test('a guest’s words the book could not take are asked about before the visit is over', async () => {
  await app.press('Foreslå en linje', 'main');
  await app.element('main [role=group] textarea');
  await app.driver.run(`
    const field = document.querySelector('main [role=group] textarea');
    field.focus();
    field.value = 'For langt: ' + 'å'.repeat(510_000);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  `);
  await app.sees('Teksten er for lang til et felt', 30000);
  await app.press('Jeg skriver');
  await passed('');
  await app.press('Slut af');
  await app.press('Besøget er slut');
  await app.sees('Noget er ikke kommet med');
  await app.sees('Karen skrev det');
  await look('left');
  await app.press('Gå tilbage', 'dialog');
  await app.driver.until('the dialog to go', () => app.driver.run('return document.querySelector("dialog[open]") === null'));
  assert.ok((await app.invoke('contents')).gave.visit, 'the visit goes on');
  await app.press('Besøget er slut');
  await app.press('Gå videre uden', 'dialog');
  await app.type('dialog input', SECRET);
  await app.press('Besøget er slut', 'dialog');
  await app.sees('Kun du ser denne side', 30000);
  await app.sees('At vi finder ud af nætterne og morgenerne');
  await look('record');
});

test('a dialog that outlives the lock gives no file, and that is said', async () => {
  const path = join(papers, 'besoeg.txt');
  await app.press('Gem alt om besøget som fil');
  await pause(1500);
  await app.driver.run('window.__TAURI_INTERNALS__.invoke("lock").then(() => location.reload()); return true');
  await app.sees('Din bog er låst', 120000);
  await app.saveDialog(path);
  await app.sees('Filen blev ikke gemt.', 30000);
  assert.ok(!existsSync(path));
  await look('not-saved');
  await unlock();
  await app.sees('Filen blev ikke gemt.');
  await app.press('Det er fint');
  await app.driver.until('nothing more said', async () => !(await app.text()).includes('Filen blev ikke gemt.'));
});

test('nothing on these pages is hard to reach or runs off the side', () => assert.deepEqual(faults, []));
