// The hard moment in the real window: walked by keyboard alone from the lock screen and from inside; numbers of one's own;
// a round through the plan; wishes in advance on paper; a suggestion taken in. axe-core on every page at 200 % text, in both
// languages and themes, with pictures in tests/e2e/out to be looked at.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { App, Keys, pause } from './app.mjs';

const folder = App.folder();
const PASSPHRASE = 'hav og kande og bro';
const faults = [];
let app;

/** A picture at the usual size, and axe-core at twice the text, in light and dark. */
async function look(name) {
  const size = await app.driver.run('return document.documentElement.style.fontSize');
  for (const [theme, text] of [['light', size], ['dark', size], ['light', '225%']]) {
    await app.driver.run('document.documentElement.dataset.theme = arguments[0]; document.documentElement.style.fontSize = arguments[1]', theme, text);
    await pause(200);
    faults.push(...(await app.faults(`crisis-${name}-${theme}${text === size ? '' : '-200'}`)));
  }
  await app.driver.run('document.documentElement.style.fontSize = arguments[0]', size);
}

const focused = () => app.driver.run('const e = document.activeElement; return (e?.getAttribute("aria-label") ?? e?.innerText ?? "").replace(/\\s+/g, " ").trim()');
const heading = () => app.driver.run('return document.querySelector("main h1")?.innerText ?? ""');

/** By keyboard alone: Tab until one stands on what is called this, then Enter. */
async function tabTo(words) {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused()).startsWith(words)) {
      await app.driver.chord(Keys.enter);
      await pause(250);
      return;
    }
    await app.driver.chord(Keys.tab);
    await pause(30);
  }
  throw new Error(`“${words}” cannot be reached by keyboard:\n${await app.text()}`);
}

/** At 200 % text, in small windows too: whom to ring stands there without scrolling, and 112 does not cover it. */
async function firstNumberIsSeen(name) {
  const before = await app.driver.run('return [outerWidth, outerHeight, document.documentElement.style.fontSize]');
  await app.driver.run('document.documentElement.style.fontSize = "225%"');
  for (const [width, height] of [[1280, 800], [1024, 768]]) {
    await app.driver.setSize(width, height);
    await app.driver.until('the window', () => app.driver.run('return innerWidth === arguments[0]', width));
    await app.driver.run('window.scrollTo(0, 0)');
    await pause(300);
    await app.picture(`crisis-${name}-${width}-200`);
    const [number, foot] = await app.driver.run(
      'return [document.querySelector("main .number").getBoundingClientRect().bottom, Math.min(innerHeight, document.querySelector("footer").getBoundingClientRect().top)]',
    );
    if (number > foot) faults.push(`${name} at ${width}×${height}, 200 %: the first number ends at ${number}, and ${foot} is seen`);
  }
  await app.driver.run('document.documentElement.style.fontSize = arguments[0]', before[2]);
  await app.driver.setSize(before[0], before[1]);
}

async function unlock() {
  await app.sees('Din bog er låst', 30000);
  await app.type('main input[type=password], main input[type=text]', PASSPHRASE);
  await app.press('Lås op');
  await app.driver.until('the book', () => app.driver.run('return document.querySelector("nav#contents") !== null'), 30000);
}

before(async () => {
  app = await App.start({ folder });
});
after(async () => {
  await app?.picture('crisis-end');
  await app?.crash();
  app?.forget();
});

test('a plan with a little in it', async () => {
  await app.beginLocked(PASSPHRASE);
  await app.writeLines('Sådan er jeg', ['Jeg synger i køkkenet']);
  await app.open('Min værktøjskasse');
  await app.writeLines('Det hjælper mig', ['En tur rundt om søen', 'Ikke valgt til låst skærm']);
  await app.open('Tidlige tegn');
  await app.writeLines('Det kan jeg mærke', ['Jeg sover ikke']);
  await app.press('Indstillinger');
  await app.press('Låsen og de tolv ord');
  await app.press('Det må ses, når bogen er låst');
  await app.press('En tur rundt om søen');
  await pause(500);
});

test('from inside, by keyboard alone: how it is, a sign, one thing at a time, numbers, something good, a note', async () => {
  await app.open('Når jeg har det godt');
  await app.press('Det er svært lige nu');
  await app.sees('Hvordan er det lige nu?');
  await look('how');
  await tabTo('Jeg mærker tidlige tegn');
  await app.sees('Jeg sover ikke');
  assert.equal(await focused(), 'Det kender du måske', 'those who listen hear where they are');
  await look('sign');
  await tabTo('Videre');
  await app.sees('En tur rundt om søen');
  await look('tool');
  assert.ok((await app.text()).includes('112'));
  await tabTo('Noget andet');
  await app.sees('Ikke valgt til låst skærm');
  await app.driver.chord(Keys.escape);
  await app.sees('En tur rundt om søen');
  await tabTo('Videre');
  await app.sees('Livslinien');
  assert.equal(await heading(), 'Andre, du kan ringe til');
  await look('lines');
  await firstNumberIsSeen('lines');
  await tabTo('Jeg har talt med nogen');
  await app.sees('Jeg synger i køkkenet');
  await tabTo('Skriv en note til senere');
  await app.sees('Note til senere');
  for (let presses = 0; presses < 30 && (await app.driver.run('return document.activeElement.tagName')) !== 'TEXTAREA'; presses += 1) await app.driver.chord(Keys.tab);
  await app.driver.write('Turen hjalp lidt.');
  await tabTo('Gem noten');
  await app.sees('Noten er gemt');
  await look('good');
  await tabTo('Jeg er færdig for nu');
  await app.sees('Sådan er jeg');
});

test('from the lock screen, by keyboard alone: only what was chosen, and people and numbers are always near', async () => {
  await app.press('Lås');
  await app.sees('Din bog er låst');
  await pause(500);
  await tabTo('Det er svært lige nu');
  await app.sees('En tur rundt om søen');
  await look('locked-tool');
  const page = await app.driver.run('return document.documentElement.outerHTML');
  for (const secret of ['Ikke valgt', 'Jeg sover ikke', 'Jeg synger', 'Turen hjalp']) assert.ok(!page.includes(secret), secret);
  await tabTo('Noget andet');
  await app.sees('Livslinien');
  await tabTo('Jeg har talt med nogen');
  await app.sees('Godt, at du kom hertil');
  assert.ok(!(await app.text()).includes('Skriv en note'));
  await look('locked-good');
  await tabTo('Jeg er færdig for nu');
  await unlock();
});

test('a note from a hard moment lies in the book, for oneself alone', async () => {
  await app.open('Efter krisen');
  await app.open('Når jeg ser tilbage');
  await app.beginGently();
  await app.driver.until('the note', async () => (await app.values()).includes('Turen hjalp lidt.'));
});

test('the numbers are one’s own: added, corrected, hidden, put in order, and undone', async () => {
  await app.press('Indstillinger');
  await app.press('Numre at ringe til');
  await app.sees('Måske et af dem her?');
  await app.press('Kommunens akuttilbud');
  await app.driver.until('the fields', async () => (await app.driver.all('main input[type=tel]')).length === 1);
  await app.type('main input[type=tel]', '00 00 00 09');
  await app.press('Tilføj en tid');
  await app.saved();
  await app.sees('Mandag–fredag kl. 9–16.');
  await look('numbers');
  await app.press('Færdig med at rette: Kommunens akuttilbud');
  await app.press('Skjul nummeret: BørneTelefonen');
  await app.sees('Skjult');
  await app.press('Det er svært lige nu');
  await app.press('Numre at ringe til');
  await app.sees('00 00 00 09');
  assert.ok(!(await app.text()).includes('BørneTelefonen'));
  await app.press('Et skridt tilbage');
  await app.press('Tilbage');
});

test('wishes in advance: written, read with the law beside them', async () => {
  await app.open('Min kriseplan');
  await app.open('Mine ønsker på forhånd');
  await app.beginGently();
  await app.sees('Dette er ikke juridisk rådgivning');
  await app.driver.until('the page', async () => (await heading()) === 'Mine ønsker på forhånd' && (await app.driver.all('main textarea')).length > 0);
  await app.driver.run('document.querySelector("main textarea").scrollIntoView({ block: "center" }); return true');
  const [first] = await app.driver.all('main textarea');
  await app.driver.click(first);
  await app.driver.type(first, 'Mette må få alt at vide.');
  await app.saved();
  await look('advance');
  await app.press('Få siden på papir');
  await app.driver.until('the page on paper', () => app.driver.run('return document.querySelector("main img") !== null'), 60000);
  await app.sees('Forhåndstilkendegivelser efter psykiatrilovens § 3');
  await app.sees('Mette må få alt at vide.');
  await look('advance-paper');
});

test('the number one wrote is on the crisis plan, and those that came with the program are not', async () => {
  await app.press('Min kriseplan på papir');
  await app.driver.until('the pages on paper', () => app.driver.run('return document.querySelector("main img") !== null'), 60000);
  await app.press('Som tekst').catch(() => undefined);
  for (let screens = 0; screens < 12 && !(await app.text()).includes('00 00 00 09'); screens += 1) {
    await app.driver.run('window.scrollBy(0, 900)');
    await pause(700);
  }
  await app.sees('00 00 00 09');
  assert.ok(!(await app.text()).includes('70 201 201'));
});

test('a suggestion is laid beside what stands there, and taken in', async () => {
  await app.open('Efter krisen');
  await app.open('Det vil jeg lave om');
  await app.writeLines('Mine forslag til planen', ['Jeg sover ikke én nat']);
  const choose = (index, text) => app.driver.run(
    `const select = document.querySelectorAll('main .choose select')[arguments[0]];
     const option = [...select.options].find((e) => e.text.includes(arguments[1]));
     select.value = option.value; select.dispatchEvent(new Event('change', { bubbles: true })); return true;`, index, text);
  await app.sees('Læg dem ind i planen');
  await choose(0, 'Tidlige tegn');
  await app.sees('Hvilken linje');
  await choose(1, 'Jeg sover ikke');
  await app.sees('Sådan står der nu');
  await look('aims');
  await app.press('Ja, læg det ind');
  await app.sees('Det står i planen nu');
  await app.press('Se det i planen');
  await app.driver.until('the new words', async () => (await app.values()).includes('Jeg sover ikke én nat'));
});

test('the plan is looked through, a page is corrected, and a day is chosen', async () => {
  await app.press('Passer planen stadig?');
  await app.sees('Hvornår vil du se den igen?');
  await look('review');
  await app.press('Se den igennem');
  await app.sees('Passer det stadig?');
  await look('review-page');
  const first = await heading();
  await app.press('Ja, stadig');
  await app.driver.until('the next page', async () => (await heading()) !== first);
  await app.press('Ret den');
  await app.sees('Du er ved at se planen igennem');
  await app.press('Gå videre');
  for (let pages = 0; pages < 8 && !(await app.text()).includes('Det er nok for i dag'); pages += 1) {
    await app.press('Spring over');
    await pause(250);
  }
  await app.sees('Det er nok for i dag');
  await app.press('Om et halvt år');
  await app.sees('Du vil se planen igennem igen');
  await look('review-done');
});

test('a practice finds the number that does not work', async () => {
  await app.press('Passer planen stadig?');
  await app.press('Øv planen med en, der hjælper');
  await look('practice');
  await app.press('Prøv numrene');
  await app.sees('Virker nummeret?');
  await look('practice-number');
  await app.press('Nej, det virker ikke');
  for (let numbers = 0; numbers < 20 && !(await app.text()).includes('Så har I øvet jer'); numbers += 1) {
    await app.press('Ja, det virker');
    await pause(200);
  }
  await app.sees('De her numre virkede ikke');
  await app.sees('00 00 00 09');
  await app.press('Ret numrene');
  await app.sees('Det virkede ikke, da du prøvede det');
});

test('in English it is the same way', async () => {
  await app.press('Indstillinger');
  await app.press('English');
  await app.press('It is hard right now');
  await app.sees('How is it right now?');
  await look('en-how');
  await app.press('I am angry');
  await app.sees('En tur rundt om søen').catch(() => undefined);
  await look('en-angry');
  await app.press('Numbers to ring');
  await app.sees('Others you can ring');
  await look('en-lines');
  await app.press('Everything on one page');
  await look('en-everything');
});

test('nothing on these pages is hard to reach or runs off the side', () => assert.deepEqual(faults, []));
