// A part of the book in a file to another computer, and proposals back: two running programs with a data folder each.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { App, pdfText, pause } from './app.mjs';
import { beginBook, give, openHandovers, wordsOf } from './together.mjs';

const desk = mkdtempSync(join(tmpdir(), 'holdepunkt-files-'));
const at = (name) => join(desk, name);
after(() => rmSync(desk, { recursive: true, force: true }));

const execute = promisify(execFile);

/** Writes into the proposal that was just begun. */
async function writeProposal(app, text, before = '-') {
  const field = await app.driver.until('the proposal', () =>
    app.driver.run('return [...document.querySelectorAll(".proposal")].map((e) => e.querySelector("textarea")).find((e) => e && (e === document.activeElement || e.value === arguments[0])) ?? null', before),
  );
  await app.driver.run('arguments[0].select(); return true', field);
  await app.driver.type(Object.values(field)[0], text);
  await app.saved();
}

/** Answers the proposal with these words in the inbox. */
async function answer(app, words, button) {
  const found = await app.driver.until(`the proposal “${words}”`, () =>
    app.driver.run(
      `const card = [...document.querySelectorAll('[data-proposal]')].find((e) => e.innerText.replace(/\\s+/g, ' ').includes(arguments[0]));
       return [...(card?.querySelectorAll('button') ?? [])].find((e) => e.innerText.trim() === arguments[1]) ?? null;`,
      words,
      button,
    ),
  );
  await app.pressAt(found);
  await app.driver.until('the answer', () => app.driver.run('return ![...document.querySelectorAll("[data-proposal]")].some((e) => e.innerText.includes(arguments[0]))', words));
}

/** The same page at night. */
async function dark(app, name) {
  await app.driver.run('document.documentElement.dataset.theme = "dark"; return true');
  await pause(200);
  assert.deepEqual(await app.faults(name), []);
  await app.driver.run('document.documentElement.dataset.theme = "system"; return true');
}

/** The page as it is at 320 px and dark: in one column, with nothing that is hard to reach. */
async function narrow(app, name) {
  await app.driver.setSize(320, 800);
  await app.driver.run('document.documentElement.dataset.theme = "dark"; return true');
  await pause(300);
  assert.deepEqual(await app.faults(`${name}-320-dark`), []);
  await app.driver.run('document.documentElement.dataset.theme = "system"; return true');
  await app.driver.setSize(1180, 800);
}

test('a hand-over between two computers, both ways, with a line that changed meanwhile and a proposal that is declined', async () => {
  const citizen = await App.start();
  let worker = null;
  try {
    await beginBook(citizen);
    await openHandovers(citizen);
    await citizen.sees('Du har ikke givet noget fra dig endnu');
    await citizen.picture('handover-none');
    await narrow(citizen, 'handover-none');
    assert.deepEqual(await citizen.axe(), []);
    await citizen.press('Giv en del af bogen');
    await citizen.type('main input[type=text]', 'Karen');
    await citizen.press('Tidlige tegn', 'main');
    await citizen.picture('handover-give');
    await narrow(citizen, 'handover-give');
    assert.deepEqual(await citizen.axe(), []);
    await citizen.press('Lås og gem filen');
    await citizen.saveDialog(at('ud.holdepunkt'));
    await citizen.sees('Seks ord åbner filen', 60000);
    const spoken = await wordsOf(citizen);
    assert.equal(spoken.split(' ').length, 6);
    await citizen.picture('handover-words');
    await narrow(citizen, 'handover-words');
    assert.deepEqual(await citizen.axe(), []);
    await citizen.press('Ordene er givet videre');
    await citizen.sees('Til Karen');
    const sealed = readFileSync(at('ud.holdepunkt'));
    assert.ok(!sealed.includes('sover') && !sealed.includes('Karen'), 'outside the lock nothing can be read');

    // The book goes on meanwhile.
    await citizen.open('Tidlige tegn');
    await citizen.focusLine('Jeg sover dårligt');
    await citizen.driver.run('document.activeElement.select(); return true');
    const focused = await citizen.driver.run('return document.activeElement');
    await citizen.driver.type(Object.values(focused)[0], 'Jeg ligger vågen');
    await citizen.saved();

    // The other computer has no book of its own.
    worker = await App.start();
    await worker.press('Dansk');
    await worker.press('Åbn noget, du har fået');
    await worker.press('Vælg filen');
    await worker.openDialog(at('ud.holdepunkt'));
    await worker.type('main textarea', 'seks helt andre ord end dem');
    await worker.press('Lås op');
    await worker.sees('De ord åbner ikke filen', 60000);
    await worker.type('main textarea', spoken.toUpperCase());
    await worker.press('Lås op');
    await worker.sees('Du skriver som Karen, medarbejder.', 60000);
    await worker.picture('guest-before');
    await narrow(worker, 'guest-before');
    assert.deepEqual(await worker.axe(), []);
    await worker.press('Åbn bogen', 'main');
    await worker.sees('Det er ikke din bog');
    await worker.open('Tidlige tegn');
    await worker.sees('Jeg sover dårligt');
    await worker.picture('guest-page');
    await narrow(worker, 'guest-page');
    assert.deepEqual(await worker.axe(), []);
    const shown = await worker.text();
    assert.ok(!shown.includes('Når jeg har det godt'), 'what was not opened is not named');
    for (const text of ['Går op og ned ad gulvet', 'En sætning ingen vil have']) {
      await worker.press('Foreslå en linje', 'main');
      await writeProposal(worker, text);
    }
    await worker.press('Foreslå andre ord', 'main');
    await writeProposal(worker, 'Jeg sover under fem timer', 'Jeg sover dårligt');
    await worker.sees('3 forslag');
    await worker.picture('guest-written');
    await dark(worker, 'guest-written-dark');
    await worker.press('Gem svaret');
    await worker.saveDialog(at('svar.holdepunkt'));
    await worker.sees('Svaret er gemt her', 60000);
    await worker.press('Færdig');
    await worker.press('Slet bogen her');
    await worker.sees('Bogen er slettet her');
    await worker.picture('guest-gone');
    assert.deepEqual(await worker.axe(), []);
    const left = readdirSync(tmpdir()).filter((name) => /^holdepunkt-[0-9a-f]{8}-/.test(name));
    for (const folder of left) {
      assert.ok(!readdirSync(join(tmpdir(), folder)).includes('book.db'), 'nothing of the book is left');
    }
    await worker.press('Videre');

    // Back at home.
    await openHandovers(citizen);
    await citizen.press('Hent et svar');
    await citizen.openDialog(at('svar.holdepunkt'));
    await citizen.sees('Karen har skrevet 3 forslag.', 60000);
    await citizen.picture('handover-taken');
    assert.deepEqual(await citizen.axe(), []);
    await citizen.press('Hent et svar');
    await citizen.openDialog(at('svar.holdepunkt'));
    await citizen.sees('Der er ikke noget nyt i svaret', 60000);
    await citizen.open('Forslag');
    await citizen.sees('Du har skrevet noget andet her, siden forslaget blev lavet');
    await citizen.picture('handover-inbox');
    await dark(citizen, 'handover-inbox-dark');
    assert.deepEqual(await citizen.axe(), []);
    await answer(citizen, 'Går op og ned ad gulvet', 'Ja, tag det med');
    await answer(citizen, 'En sætning ingen vil have', 'Nej tak');
    await answer(citizen, 'Dengang', 'Behold det, der står nu');
    await citizen.open('Tidlige tegn');
    await citizen.driver.until('the lines', async () => (await citizen.values()).includes('Går op og ned ad gulvet'));
    const lines = await citizen.values();
    assert.ok(lines.includes('Jeg ligger vågen') && !lines.join().includes('ingen vil have'));

    // In no print, in no text, and not in the next hand-over.
    const whole = { what: { kind: 'reader', id: 'me' }, language: 'da', squares: false, replaces: '', large: false };
    const { gave: laid, refused } = await citizen.invoke('lay_print', { order: whole });
    assert.equal(refused, undefined);
    let printed = '';
    for (let page = 0; page < laid.pages; page += 1) printed += (await citizen.invoke('print_page', { number: laid.number, page })).gave.text;
    assert.ok(printed.includes('Jeg ligger vågen') && printed.includes('Går op og ned'), 'the whole book tells its early signs');
    assert.ok(!printed.includes('ingen vil have'));
    for (const style of ['plain', 'markdown']) {
      const text = (await citizen.invoke('chapters_as_text', { order: { chapters: ['signs'], style, replaces: '' } })).gave;
      assert.ok(JSON.stringify(text).includes('Jeg ligger vågen') && !JSON.stringify(text).includes('ingen vil have'));
    }
    const again = await give(citizen, at('ud-igen.holdepunkt'));
    await worker.press('Dansk');
    await worker.press('Åbn noget, du har fået');
    await worker.press('Vælg filen');
    await worker.openDialog(at('ud-igen.holdepunkt'));
    await worker.type('main textarea', again);
    await worker.press('Lås op');
    await worker.sees('Du skriver som Karen, medarbejder.', 60000);
    await worker.press('Åbn bogen', 'main');
    await worker.sees('Det er ikke din bog', 60000);
    await worker.open('Tidlige tegn');
    await worker.driver.until('the lines', async () => (await worker.values()).includes('Går op og ned ad gulvet'));
    assert.ok(!(await worker.text()).includes('ingen vil have') && !(await worker.values()).join().includes('ingen vil have'));
    const inside = [await worker.invoke('page', { id: 'signs.page' }), await worker.invoke('inbox', { most: 100 }), await worker.invoke('visit_page', { id: 'signs.page', most: 100 })];
    assert.ok(!JSON.stringify(inside).includes('ingen vil have'));

    await citizen.open('Min kriseplan');
    await citizen.open('Mig, når jeg har det godt');
    await citizen.beginGently();
    await citizen.writeLines('Godt at vide, når man ikke kender mig', ['Jeg ler højt']);
    await citizen.open('Min kriseplan på papir');
    await citizen.driver.until('the pages', () => citizen.driver.run('return document.querySelectorAll("main img").length > 0'), 90000);
    await citizen.press('Gem som PDF');
    await citizen.saveDialog(at('plan.pdf'));
    await citizen.driver.until('the print', () => existsSync(at('plan.pdf')), 60000);
    assert.ok(!pdfText(at('plan.pdf')).includes('ingen vil have'));
  } finally {
    await worker?.crash();
    await citizen.crash();
    citizen.forget();
    worker?.forget();
  }
});

test('the same pages in English, by keyboard to the file', async () => {
  const app = await App.start();
  try {
    for (const words of ['English', 'Go on', 'No, only me', 'Make the book without a lock', 'Begin with something good']) await app.press(words);
    await app.open('Early signs');
    await app.writeLines('What I can feel', ['I sleep badly']);
    await app.open('Visits');
    await app.press('Write together on two computers');
    await app.sees('You have not given anything away yet');
    await app.picture('handover-english-none');
    await app.press('Give part of the book');
    await app.type('main input[type=text]', 'Karen');
    await app.press('Early signs', 'main');
    await app.picture('handover-english-give');
    await narrow(app, 'handover-english-give');
    const reached = await app.driver.run(
      `const button = [...document.querySelectorAll('main button')].find((e) => e.innerText.trim() === 'Lock and save the file');
       button.focus(); return document.activeElement === button && button.tabIndex === 0;`,
    );
    assert.ok(reached, 'the button takes the keyboard');
    await execute('xdotool', ['key', '--clearmodifiers', 'Return']);
    await app.saveDialog(at('english.holdepunkt'));
    await app.sees('Six words open the file', 60000);
    assert.equal((await wordsOf(app)).split(' ').length, 6);
    await app.picture('handover-english-words');
    assert.deepEqual(await app.axe(), []);
  } finally {
    await app.picture('handover-english-end').catch(() => {});
    await app.crash();
    app.forget();
  }
});
