// Small wishes in the real window: a day of one's own to look again, other papers beside the wishes in advance, an answer that becomes a
// suggestion and one that takes a line out, a number that does not work told before it is printed and on the copies, and what the lock
// screen keeps of the numbers. Each page is looked at in light and dark, at twice the text and 320 px wide.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App, pause, pdfText } from './app.mjs';

const PASSPHRASE = 'hav og kande og bro';
const faults = [];
let app;

const place = (name) => join(dirname(app.folder), name);
const heading = () => app.driver.run('return document.querySelector("main h1")?.innerText ?? ""');

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

/** The field and what is below the middle of the page, so that a picture shows it. */
const near = (css) => app.driver.run('document.querySelector(arguments[0])?.scrollIntoView({ block: "center" }); return true', css);

async function day(value) {
  await app.driver.run(
    `const field = document.querySelector('main input[type=date]');
     field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true })); return true;`,
    value,
  );
  await app.press('Vælg dagen');
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
  await app.pressAt(found);
  await app.driver.type(Object.values(found)[0], text);
  await app.saved();
}

const choose = (label, option) =>
  app.driver.until(`“${option}” under “${label}”`, () =>
    app.driver.run(
      `const label = [...document.querySelectorAll('main label')].find((e) => e.innerText.trim().startsWith(arguments[0]));
       const select = label?.querySelector('select');
       const option = [...(select?.options ?? [])].find((e) => e.text.includes(arguments[1]));
       if (!option) return false;
       select.value = option.value; select.dispatchEvent(new Event('change', { bubbles: true })); return true;`,
      label,
      option,
    ),
  );

async function firstPage() {
  await app.driver.until('the pages on paper', () => app.driver.run('return document.querySelector("main img") !== null'), 90000);
}

before(async () => {
  app = await App.start();
  mkdirSync(dirname(app.folder), { recursive: true });
});
after(async () => {
  await app?.picture('wishes-end');
  await app?.crash();
  app?.forget();
});

test('a plan with a little in it, behind a lock', async () => {
  await app.beginLocked(PASSPHRASE);
  await app.open('Tidlige tegn');
  await app.writeLines('Det kan jeg mærke', ['Jeg sover ikke']);
  await app.open('Min kriseplan');
  await app.open('Det hjælper, og det hjælper ikke');
  await app.beginGently();
  await app.writeLines('Det hjælper', ['Sæt dig ned hos mig', 'To samtaler om dagen']);
  await app.open('Hvem jeg vil have hos mig');
  await app.beginGently();
  await app.writePerson('Mette', '20 00 00 00');
});

test('a day of one’s own is chosen in the system’s field, and one that has been is refused in plain words', async () => {
  await app.press('Passer planen stadig?');
  await app.sees('Eller en dag, du selv vælger');
  await day('2020-02-29');
  await app.sees('Den dag er allerede forbi. Vælg i dag eller en senere dag.');
  await near('main input[type=date]');
  await look('day-refused');
  await day('2031-03-09');
  await app.sees('Du ser planen igennem igen 9. marts 2031');
  await near('main input[type=date]');
  await look('day');
  const asked = await app.invoke('review');
  assert.equal(asked.gave.day, '2031-03-09');
  const past = await app.invoke('change', { change: { kind: 'setReview', day: '2020-02-29', off: false } });
  assert.match(past.refused.message, /Den dag er allerede forbi/);
});

test('the day stands on the plan’s front, and in the calendar', async () => {
  await app.open('Min kriseplan');
  await app.open('Forsiden');
  await app.beginGently();
  await app.sees('Du har valgt at se planen igennem igen 9. marts 2031');
  await app.driver.run('[...document.querySelectorAll("main p")].find((e) => e.innerText.startsWith("Du har valgt")).scrollIntoView({ block: "center" }); return true');
  await look('front');
  await app.press('Vælg en anden dag');
  await app.sees('Eller en dag, du selv vælger');
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

test('an answer becomes a suggestion without being typed again', async () => {
  await app.open('Efter krisen');
  await app.open('Når jeg ser tilbage');
  await app.beginGently();
  await answer('Hvad ved du nu, som du ikke vidste før?', 'To samtaler om dagen var for meget.');
  await app.press('Gør det til et forslag');
  await app.driver.until('the words', async () => (await app.values()).filter((words) => words === 'To samtaler om dagen var for meget.').length === 2);
  await choose('Hvor hører det til?', 'Det hjælper, og det hjælper ikke – Det hjælper');
  await near('main form');
  await look('suggest');
  await app.press('Læg det blandt mine forslag');
  await app.sees('Planen er ikke lavet om');
  await near('main [role=status] p');
  await look('suggested');
  await app.press('Se mine forslag');
  await app.driver.until('the suggestions', async () => (await heading()) === 'Det vil jeg lave om');
});

test('a suggestion takes a line out, side by side, with a yes, and undo brings it back', async () => {
  await choose('Hvilken linje handler det om?', 'To samtaler om dagen');
  await app.press('Den skal ud af planen');
  await app.sees('Linjen er ude af planen.');
  await near('main .beside');
  await look('out');
  await app.press('Ja, tag linjen ud');
  await app.sees('Linjen er ude af planen nu');
  await near('#aims');
  await look('taken-out');
  await app.open('Min kriseplan');
  await app.open('Det hjælper, og det hjælper ikke');
  await app.driver.until('the line is gone', async () => !(await app.values()).includes('To samtaler om dagen'));
  await app.press('Fortryd');
  await app.driver.until('the line is back', async () => (await app.values()).includes('To samtaler om dagen'));
});

test('a number that does not work is told on the copies, and before it is printed again', async () => {
  await app.open('Delt med andre');
  await app.press('Afdelingen', 'main .readers');
  await firstPage();
  assert.ok(!(await app.text()).includes('virkede ikke'));
  await app.press('Jeg viser det på skærmen');
  await app.sees('Hvem skal have den?');
  await app.type('#give-whom', 'Natholdet');
  await app.press('på papir', 'dialog');
  await app.press('Skriv det på listen');
  await app.sees('Skrevet på listen.');
  await app.press('Passer planen stadig?');
  await app.press('Øv planen med en, der hjælper');
  await app.press('Prøv numrene');
  await app.sees('20 00 00 00');
  await app.press('Nej, det virker ikke');
  await app.open('Delt med andre');
  await app.sees('Ordene passer stadig, men et nummer virkede ikke');
  await app.sees('Mette: 20 00 00 00');
  await near('main .dead');
  await look('dead-copy');
  await app.press('Lav en ny udgave');
  await firstPage();
  await app.sees('Et nummer på papiret virkede ikke, da du prøvede det');
  await near('main .dead');
  await look('dead-print');
  await app.press('Ret mine mennesker');
  await app.driver.until('the people', async () => (await heading()) === 'Hvem jeg vil have hos mig');
});

test('the page of the lock screen says what is kept of the numbers, and it is so', async () => {
  await app.press('Indstillinger');
  await app.press('Numre at ringe til');
  await app.press('Skjul nummeret: BørneTelefonen');
  await app.sees('Skjult');
  await app.press('Indstillinger');
  await app.press('Låsen og de tolv ord');
  await app.press('Det må ses, når bogen er låst');
  await app.sees('dem, du har skjult, er stadig skjult');
  await look('card');
  const card = JSON.parse(readFileSync(join(app.folder, 'card.json'), 'utf8'));
  assert.deepEqual(card.hidden, ['boernetelefonen']);
  await app.press('Lås');
  await app.sees('Din bog er låst');
  await app.press('Det er svært lige nu');
  await app.press('Numre at ringe til');
  await app.sees('Livslinien');
  assert.ok(!(await app.text()).includes('BørneTelefonen'));
});

test('nothing on these pages is hard to reach or runs off the side', () => assert.deepEqual(faults, []));
