// What writing together costs on the screen: switching the pen, saying yes to a proposal, opening an inbox of 1,000. Each from the press to the
// second frame drawn after it, by the page's own clock. Not a test: figures, run by hand on a machine that is not busy.
//   tests/e2e/run tests/e2e/speed.mjs
import { test } from 'node:test';
import { App } from './app.mjs';

const ROUNDS = 15;

/** Presses what `press` finds and waits for `until`; gives the milliseconds until the frame after it is drawn. */
const measure = (app, press, until) =>
  app.driver.runAsync(
    // The page runs no text as code, so both are part of the script.
    `const done = arguments[arguments.length - 1];
     const find = () => { ${press} };
     const there = () => { ${until} };
     const begun = performance.now();
     find().click();
     const look = () => there() ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun))) : requestAnimationFrame(look);
     look();`,
  );
const invoke = (app, command, args = {}) =>
  app.driver.runAsync(
    `const [command, args, done] = arguments;
     window.__TAURI_INTERNALS__.invoke(command, args).then((gave) => done({ gave }), (refused) => done({ refused }));`,
    command,
    args,
  );
const visit = (app, asked) => invoke(app, 'change', { change: { kind: 'visit', visit: asked } });
const button = (words) => `return [...document.querySelectorAll('button')].find((e) => e.innerText.trim().startsWith(${JSON.stringify(words)}))`;
const told = (name, times) => {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(0);
  console.log(`${name} n=${sorted.length} p50=${at(0.5)} ms p90=${at(0.9)} ms most=${at(1)} ms`);
};

test('figures', async () => {
  const app = await App.start();
  try {
    for (const words of ['Dansk', 'Gå videre', 'Nej, kun mig', 'Lav bogen uden lås', 'Begynd med noget godt']) await app.press(words);
    await app.open('Tidlige tegn');
    await app.writeLines('Det kan jeg mærke', ['Jeg sover dårligt']);
    const [person, running] = [crypto.randomUUID(), crypto.randomUUID()];
    const guests = [{ id: person, author: crypto.randomUUID(), name: 'Karen', role: 'staff' }];
    await visit(app, { act: 'start', id: running, guests, chapters: ['signs'], agenda: '' });
    await invoke(app, 'hold_pen', { person });
    for (let nth = 0; nth < 1000; nth += 1) {
      const wish = { wish: 'newLine', line: crypto.randomUUID(), section: 'signs.inner', prompt: '', text: `Forslag ${nth}`, because: '', place: { at: 'last' } };
      const { refused } = await visit(app, { act: 'propose', id: crypto.randomUUID(), wish, perspective: 'third' });
      if (refused) throw new Error(JSON.stringify(refused));
    }
    await invoke(app, 'hold_pen', { person: '' });
    await app.driver.run('location.reload(); return true');
    await app.driver.until('the book', () => app.driver.run('return document.querySelector("nav#contents") !== null'), 60000);
    await app.open('Tidlige tegn');
    const pen = [];
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      const [press, until] = nth % 2 === 0 ? ['Karen skriver', 'Karen har pennen'] : ['Jeg skriver', 'Du har pennen'];
      pen.push(await measure(app, button(press), `return document.body.innerText.includes(${JSON.stringify(until)})`));
    }
    if (ROUNDS % 2 === 1) await measure(app, button('Jeg skriver'), 'return document.body.innerText.includes("Du har pennen")');
    told('pen, on a page with 1,000 proposals', pen);
    const inbox = [];
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      await app.open('Tidlige tegn');
      inbox.push(await measure(app, `return [...document.querySelectorAll('nav#contents button, .visitbar button, button')].find((e) => e.innerText.trim().startsWith('Forslag'))`, 'return document.querySelector("main [data-proposal]") !== null && document.querySelector("main h1")?.innerText.includes("Forslag")'));
    }
    told('inbox of 1,000', inbox);
    const yes = [];
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      const first = await app.driver.run('return document.querySelector("main [data-proposal]").dataset.proposal');
      yes.push(await measure(app, `return [...document.querySelectorAll('main [data-proposal] button')].find((e) => e.innerText.trim() === 'Ja, tag det med')`, `return document.querySelector('[data-proposal="${first}"]') === null`));
    }
    told('yes in an inbox of 1,000', yes);
  } finally {
    await app.picture('speed-end').catch(() => {});
    await app.driver.quit();
    app.forget();
  }
});
