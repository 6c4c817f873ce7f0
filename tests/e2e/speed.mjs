// What writing together costs on the screen, with 1,000 proposals: the pen changes hands, a proposal is taken in, the inbox opens. Each from the press
// to the end of the frame in which the answer is painted, by the page's own clock, and beside it in the same run what no press can be below: one that
// only changes a word, one that asks the core for nothing much and then changes a word, and one that moves all of the page, so that it is painted anew.
// Not a test: figures, run by hand on a machine that is quiet.
// A released program is not to be steered, so one is built that is:
//   cargo build --release --workspace --bins --config profile.release.package.holdepunkt.debug-assertions=true
//   HOLDEPUNKT=target/release/holdepunkt tests/e2e/run tests/e2e/speed.mjs
import { test } from 'node:test';
import { App } from './app.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 15);
const PROPOSALS = 1000;

/**
 * Presses what `press` finds; gives the milliseconds until the end of the frame in which `there` is first true, and what was asked of the core
 * meanwhile, from when to when.
 */
const measure = (app, press, there) =>
  app.driver.runAsync(
    // The page runs no text as code, so both are part of the script.
    `const done = arguments[arguments.length - 1];
     const find = () => { ${press} };
     const there = () => { ${there} };
     // A message sent from the frame's own turn is read when the frame is painted.
     let frame = 0;
     const painted = (then) => requestAnimationFrame(() => { frame = performance.now() - begun; const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(0); });
     const asked = (window.asked = []);
     let begun = 0;
     let drawn = 0;
     const watch = new MutationObserver(() => {
       if (!there()) return;
       watch.disconnect();
       drawn = performance.now() - begun;
       painted(() => {
         const all = Math.round(performance.now() - begun);
         done({ all, drawn: Math.round(drawn), frame: Math.round(frame), asked: asked.map((each) => ({ ...each, from: each.from - begun, to: each.to - begun })) });
       });
     });
     watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
     // What was drawn before is done with.
     setTimeout(() => requestAnimationFrame(() => setTimeout(() => {
       const button = find();
       begun = performance.now();
       button.click();
     })), 150);`,
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
const middle = (times, part = 0.5) => {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
};
const all = (presses) => presses.map((press) => press.all);

/** The least a press can take: two buttons of our own on the page that is there. What the page asks of the core is written down from now on. */
const placeFloors = (app) =>
  app.driver.run(
    `const fetched = window.fetch;
     window.fetch = (address, ...rest) => {
       const one = { name: String(address).split('/').pop(), from: performance.now(), to: 0 };
       window.asked?.push(one);
       return fetched(address, ...rest).then((answer) => {
         one.to = performance.now();
         return answer;
       });
     };
     const floor = document.createElement('p');
     floor.id = 'floor';
     let nth = 0;
     const turn = () => { floor.firstChild.data = 'ord ' + (nth += 1); };
     floor.append('ord');
     const ask = () => window.__TAURI_INTERNALS__.invoke('about').then(turn);
     const move = () => { floor.style.paddingBottom = (nth % 2) * 40 + 'px'; turn(); };
     for (const [id, press] of [['word', turn], ['ask', ask], ['move', move]]) {
       const button = document.createElement('button');
       button.id = 'floor-' + id;
       button.onclick = press;
       floor.append(button);
     }
     document.body.prepend(floor);
     return true`,
  );
const floors = { word: [], ask: [], move: [] };
async function floor(app) {
  for (const which of Object.keys(floors)) {
    const before = await app.driver.run('return document.querySelector("#floor").firstChild.data');
    floors[which].push(await measure(app, `return document.querySelector('#floor-${which}')`, `return document.querySelector('#floor').firstChild.data !== ${JSON.stringify(before)}`));
  }
}

function told(name, presses) {
  const times = all(presses);
  const p50 = middle(times);
  const ratios = Object.entries(floors).map(([which, presses]) => `${(p50 / middle(all(presses))).toFixed(1)} x ${which}`);
  console.log(`${name}: n=${times.length} p50=${p50} ms p90=${middle(times, 0.9)} ms most=${Math.max(...times)} ms · ${ratios.join(' · ')}`);
  const typical = presses.find((press) => press.all === p50);
  for (const { name, from, to } of typical.asked) if (to > from) console.log(`    ${name} ${from.toFixed(0)}–${to.toFixed(0)} ms`);
  console.log(`    in the page after ${typical.drawn} ms, its frame began at ${typical.frame} ms, painted at ${typical.all} ms`);
}

async function prepare(app) {
  await app.begin();
  await app.open('Tidlige tegn');
  await app.writeLines('Det kan jeg mærke', ['Jeg sover dårligt']);
  const [person, running] = [crypto.randomUUID(), crypto.randomUUID()];
  const guests = [{ id: person, author: crypto.randomUUID(), name: 'Karen', role: 'staff' }];
  await visit(app, { act: 'start', id: running, guests, chapters: ['signs'], agenda: '' });
  await invoke(app, 'hold_pen', { person });
  for (let nth = 0; nth < PROPOSALS; nth += 1) {
    const wish = { wish: 'newLine', line: crypto.randomUUID(), section: 'signs.inner', prompt: '', text: `Forslag ${nth}`, because: '', place: { at: 'last' } };
    const { refused } = await visit(app, { act: 'propose', id: crypto.randomUUID(), wish, perspective: 'third' });
    if (refused) throw new Error(JSON.stringify(refused));
  }
  await invoke(app, 'hold_pen', { person: '' });
  await app.driver.run('location.reload(); return true');
  await app.driver.until('the book', () => app.driver.run('return document.querySelector("nav#contents") !== null'), 60000);
  await app.open('Tidlige tegn');
  await app.driver.until('the proposals', () => app.driver.run('return document.querySelector("main [data-proposal]") !== null'));
  await placeFloors(app);
}

const YES = `return [...document.querySelectorAll('main [data-proposal] button')].find((e) => e.textContent.trim() === 'Ja, tag det med')`;
const PEN = `document.querySelector('.told')?.textContent ?? ''`;
const FORMS = `document.querySelector('main [data-draft^="proposal:"]') !== null`;

/** A yes to the first one, until the next has moved up. */
async function yes(app) {
  const first = await app.driver.run('return document.querySelector("main [data-proposal]").dataset.proposal');
  const many = await app.driver.run('return document.querySelectorAll("main [data-proposal]").length');
  return measure(app, YES, `return document.querySelector('[data-proposal="${first}"]') === null && document.querySelectorAll('main [data-proposal]').length === ${many}`);
}

test('figures', async () => {
  const app = await App.start();
  try {
    await prepare(app);
    const [pen, here, inbox, there] = [[], [], [], []];
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      await floor(app);
      pen.push(await measure(app, button('Karen skriver'), `return (${PEN}).startsWith('Karen') && ${FORMS}`));
      pen.push(await measure(app, button('Jeg skriver'), `return (${PEN}).startsWith('Du') && !(${FORMS}) && document.querySelector('main [data-proposal]') !== null`));
    }
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      await floor(app);
      here.push(await yes(app));
    }
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      await floor(app);
      await app.open('Tidlige tegn');
      inbox.push(await measure(app, `return [...document.querySelectorAll('nav#contents button')].find((e) => e.innerText.trim().startsWith('Forslag'))`, 'return document.querySelector("main h1")?.textContent.trim() === "Forslag" && document.querySelector("main [data-proposal]") !== null'));
    }
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      await floor(app);
      there.push(await yes(app));
    }
    told('a press that changes a word', floors.word);
    told('a press that asks the core and changes a word', floors.ask);
    told('a press that moves all of the page', floors.move);
    told(`the pen changes hands, on a page with ${PROPOSALS} proposals`, pen);
    told('yes, on that page', here);
    told('the inbox opens', inbox);
    told('yes, in the inbox', there);
  } finally {
    await app.picture('speed-end').catch(() => {});
    await app.driver.quit();
    app.forget();
  }
});
