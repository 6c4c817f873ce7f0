// A whole visit in the real window, with both roles: begun, written in, cut short by a crash, gone on with, ended, printed. What is shut is
// looked for in the page and in every answer the core gives. Pictures in both themes and languages in tests/e2e/out.
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { App, Keys, pdfText, pause } from './app.mjs';

const SECRET = 'fem rolige køer på en eng';
const papers = mkdtempSync(join(tmpdir(), 'holdepunkt-visit-'));
const folder = App.folder();
const shut = ['lukket-kanarie', 'privat-kanarie', 'redskab-kanarie', 'person-kanarie', 'gammel-kanarie', 'kapitel-kanarie'];
const faults = [];
let app;
let visit = '';

const invoke = (command, args) => app.invoke(command, args);
const change = async (asked) => {
  const answer = await invoke('change', { change: asked });
  assert.ok(answer.gave, JSON.stringify(answer.refused));
  return answer.gave;
};
const id = () => crypto.randomUUID();

async function line(section, text) {
  const name = id();
  await change({ kind: 'addLine', id: name, section, prompt: '', text, place: { at: 'last' } });
  return name;
}

/** What the page looks like now, and what is wrong with it. */
async function look(name) {
  faults.push(...(await app.look(`visit-${name}`)));
}

/** Everything the page holds and everything the core would tell it. */
async function everything() {
  const pages = ['well.page', 'toolbox.page', 'everyday.page', 'signs.page', 'crisis.helps', 'crisis.supporters', 'after.page'];
  const asked = [
    ['contents'],
    ['help'],
    ['inbox', { most: 100 }],
    ['ready_proposals'],
    ['visits'],
    ['support'],
    ['card'],
    ['trash'],
    ['safety'],
    ['aims'],
    ['review'],
    ['help_lines'],
    ['lay_print', { order: { what: { kind: 'plan' }, language: 'da', squares: false, replaces: '', large: false } }],
    ['print_page', { number: 1, page: 0 }],
    ['shares'],
    ...pages.flatMap((page) => [['page', { id: page }], ['visit_page', { id: page, most: 100 }], ['history_of_chapter', { id: page.split('.')[0] }]]),
    ...lines.map((name) => ['history_of_line', { id: name }]),
    ['visit_record', { id: visit }],
    ['visit_preview', { id: visit }],
    ['preview_backup', { number: 0 }],
  ];
  let told = await app.driver.run('return document.documentElement.outerHTML + [...document.querySelectorAll("textarea, input")].map((e) => e.value).join(" ")');
  for (const [command, args] of asked) told += `\n${command} ${JSON.stringify(await invoke(command, args))}`;
  return told;
}
const lines = [];

async function unlock() {
  await app.sees('Din bog er låst', 30000);
  await app.type('main input[type=password]', SECRET);
  await app.press('Lås op');
  await app.driver.until('the book', () => app.driver.run('return document.querySelector("nav#contents") !== null'), 30000);
}

before(async () => {
  app = await App.start({ folder });
});
after(async () => {
  await app?.picture('visit-last');
  await app?.crash();
  app?.forget();
});

test('a book with a lock, and something to find in every place that can be shut', async () => {
  assert.ok((await invoke('create_book', { lock: { kind: 'passphrase', passphrase: SECRET } })).gave);
  lines.push(await line('well.like', 'lukket-kanarie'));
  const sign = await line('signs.inner', 'Jeg går meget op og ned');
  await line('signs.inner', 'Jeg sover med tøj på');
  const mine = await line('signs.inner', 'privat-kanarie');
  await change({ kind: 'markLine', id: mine, mark: 'private', on: true });
  const tool = await line('toolbox.tools', 'redskab-kanarie');
  await change({ kind: 'addLink', id: id(), from: sign, toKind: 'tool', to: tool });
  await line('crisis.helps', 'En rolig stemme');
  await change({ kind: 'addPerson', id: id(), fields: { name: 'person-kanarie', relation: '', phone: '12 34', wanted: 'yes', why: '' }, place: { at: 'last' } });
  const old = await line('signs.inner', 'gammel-kanarie');
  await change({ kind: 'addChapter', id: id(), title: 'kapitel-kanarie' });
  await change({ kind: 'writeLine', id: old, text: 'Jeg svarer ikke telefonen' });
  lines.push(sign, mine, tool, old);
  await invoke('lock');
  await app.driver.run('location.reload()');
  await unlock();
  const told = await everything();
  for (const canary of shut) assert.ok(told.includes(canary), `${canary} would be found if it were told`);
});

test('the visit begins with who is here, what is open and what is wanted', async () => {
  await app.press('Besøg', 'nav#contents');
  await app.sees('Der har ikke været besøg');
  await look('none');
  await app.press('Begynd et besøg');
  await app.sees('Hvem er her?');
  await app.type('main input[type=text]', 'Karen');
  await app.press('Tidlige tegn', 'main');
  await app.type('main textarea', 'At vi finder ud af nætterne');
  await look('start');
  await app.driver.run('window.before = true; return true');
  await app.press('Begynd besøget');
  await app.driver.until('the page to be loaded anew', () => app.driver.run('return window.before === undefined'), 30000);
  await app.sees('Hvem skriver nu?', 30000);
  await app.sees('Med Karen (medarbejder)');
  await app.sees('Åbent nu: Tidlige tegn');
  visit = (await invoke('contents')).gave.visit.id;
});

test('what is shut and what is only mine is nowhere in the window and in no answer', async () => {
  for (const pen of ['', (await invoke('contents')).gave.visit.guests[0].id]) {
    await invoke('hold_pen', { person: pen });
    const told = await everything();
    for (const canary of shut) assert.ok(!told.includes(canary), `${canary} was told`);
    assert.ok(told.includes('Jeg sover med tøj på'), 'what is open is there');
  }
  await invoke('hold_pen', { person: '' });
  await look('mine');
});

test('with the pen Karen proposes, and nothing of it is in the plan', async () => {
  await app.press('Karen skriver');
  await app.sees('Karen har pennen');
  await app.press('Foreslå en linje', 'main');
  await app.type('main [role=group] textarea', 'vandrer hvileløst rundt om natten');
  await app.driver.chord(Keys.tab);
  await app.sees('Ville du sige det sådan til personen selv?');
  await look('theirs');
  await app.press('Ja, netop sådan');
  await app.saved();
  await app.press('Foreslå andre ord: Jeg sover med tøj på');
  await app.type('main li [role=group] textarea', 'Jeg sover med tøj på, når jeg er bange');
  await app.saved();
  await app.press('Foreslå at flytte den op: Jeg svarer ikke telefonen');
  await app.saved();
  const page = await invoke('page', { id: 'signs.page' });
  assert.ok(!JSON.stringify(page.gave).includes('hvileløst'));
  assert.equal((await invoke('inbox', { most: 1 })).gave.total, 3);
  const refused = await invoke('change', { change: { kind: 'hideChapter', id: 'signs', hidden: true } });
  assert.ok(refused.refused, 'only the one the book belongs to does that');
  const [{ id: waiting }] = (await invoke('inbox', { most: 1 })).gave.proposals;
  for (const answer of [{ act: 'accept', id: waiting, own: null, anyway: true }, { act: 'acceptAll', ids: [waiting] }, { act: 'decline', id: waiting }]) {
    const { refused } = await invoke('change', { change: { kind: 'visit', visit: answer } });
    assert.match(refused?.message ?? '', /Det er kun den, bogen tilhører/, `${answer.act} is the citizen's`);
  }
  await app.sees('Du svarer, når du har den igen');
  assert.ok(!(await app.text()).includes('Ja, tag det med'), 'and no answer is offered');
});

test('the citizen takes the pen back with a key and answers each', async () => {
  await app.driver.chord('\uE032');
  await app.sees('Du har pennen');
  await app.sees('Karen (medarbejder) foreslår');
  await look('answers');
  await app.press('Ja, tag det med');
  await app.driver.until('the words in the plan', async () => JSON.stringify((await invoke('page', { id: 'signs.page' })).gave).includes('når jeg er bange'));
  await app.sees('Forslag fra Karen · du sagde ja');
  // Where the one before stood: pressed at once, it would be the second half of a double press.
  await pause(600);
  await app.press('Nej tak');
  await app.driver.until('one left', async () => (await invoke('inbox', { most: 1 })).gave.total === 1);
  await app.press('Med mine egne ord');
  await app.type('main [data-proposal] textarea', 'Jeg kan ikke sidde stille');
  await app.press('Gem mine ord');
  await app.driver.until('none left', async () => (await invoke('inbox', { most: 1 })).gave.total === 0);
  assert.ok((await app.values()).includes('Jeg kan ikke sidde stille'));
});

test('a crash in the middle loses nothing and opens nothing', async () => {
  await app.press('Karen skriver');
  await app.sees('Karen har pennen');
  await app.press('Foreslå en linje', 'main');
  await app.type('main [role=group] textarea', 'et fremmed ord der aldrig kommer med');
  await app.saved();
  await app.crash();
  app = await App.start({ folder });
  await unlock();
  await app.sees('Karen har pennen');
  const told = await everything();
  for (const canary of shut) assert.ok(!told.includes(canary), `${canary} was told after the crash`);
  await app.press('Jeg skriver');
  await app.sees('Du har pennen');
  await app.press('Forslag (1)', 'nav#contents');
  await app.sees('et fremmed ord');
  await look('inbox');
  await app.press('Nej tak');
  await app.sees('Der ligger ingen forslag');
});

test('only the passphrase opens one more chapter, and shutting it asks nothing', async () => {
  await app.open('Tidlige tegn');
  const more = { id: visit, chapters: ['signs', 'well'] };
  const refused = await invoke('change', { change: { kind: 'visit', visit: { act: 'open', ...more } } });
  assert.ok(refused.refused && (await invoke('open_chapters', { ...more, secret: null })).refused, 'there is no way round it');
  await app.press('Åbn eller luk kapitler');
  await app.press('Når jeg har det godt', 'main');
  await app.press('Gem, hvad der er åbent', 'main');
  await app.type('dialog input', 'noget andet');
  await app.press('Gem, hvad der er åbent', 'dialog');
  await app.sees('passer ikke', 30000);
  await look('open-more');
  await app.type('dialog input', SECRET);
  await app.press('Gem, hvad der er åbent', 'dialog');
  await app.sees('Når jeg har det godt', 30000);
  assert.ok((await everything()).includes('lukket-kanarie'), 'it is open now');
  await app.press('Åbn eller luk kapitler');
  await app.press('Når jeg har det godt', 'main');
  await app.press('Gem, hvad der er åbent', 'main');
  await app.sees('Åbent nu: Tidlige tegn');
  assert.ok((await invoke('undo')).refused, 'nor does undo open it again');
  assert.ok(!(await everything()).includes('lukket-kanarie'), 'and shut again it is nowhere');
});

test('questions stand beside the page', async () => {
  await app.open('Tidlige tegn');
  await app.press('Spørgsmål');
  await app.sees('Hvordan var det indefra?');
  await look('talk');
  await app.press('Spørgsmål');
});

/** What covers the middle of an element, if something does, and where it stands. */
const standing = `
  const [css] = arguments;
  const all = [...document.querySelectorAll(css)].filter((e) => e.getClientRects().length > 0);
  return all.map((e) => {
    const { top, bottom, left, right } = e.getBoundingClientRect();
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return { top, bottom, free: over === e || e.contains(over) };
  });
`;

test('a refusal stands below the bar that says who writes, however far one has scrolled, and nothing is written beneath either', async () => {
  await app.press('Slut af');
  await app.press('Skriv en aftale');
  await app.driver.run(`
    const pick = document.querySelector('main li select');
    pick.value = 'you';
    pick.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  `);
  const name = 'main li input[type=text]';
  await app.element(name);
  // More bytes than a field takes, in one line, so that it costs the window nothing to draw; and no more letters than the window lets one write.
  await app.driver.run(`
    const field = document.querySelector(arguments[0]);
    field.focus();
    field.value = 'å'.repeat(510_000);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  `, name);
  await app.sees('Teksten er for lang til et felt', 30000);
  await app.driver.run('window.scrollTo(0, document.body.scrollHeight); return true');
  await pause(300);
  const pens = await app.driver.run(standing, '.pen .choices button');
  assert.equal(pens.length, 2);
  assert.ok(pens.every((pen) => pen.free), `who writes is covered: ${JSON.stringify(pens)}`);
  const [way] = await app.driver.run(standing, '.stays button');
  const [bar, trouble] = [(await app.driver.run(standing, '.pen'))[0], (await app.driver.run(standing, '.stays'))[0]];
  assert.ok(Math.abs(trouble.top - bar.bottom) <= 1, `nothing is read between the two: ${JSON.stringify({ bar, trouble })}`);
  assert.ok(way.free && way.top >= pens[0].bottom, `the way to the text stands below: ${JSON.stringify({ way, pens })}`);
  await look('refused');
  await app.press('Gå til teksten');
  await pause(300);
  const [field] = await app.driver.run(standing, name);
  assert.ok(field.free && field.top >= way.bottom, `one writes in sight: ${JSON.stringify({ field, way })}`);
  await app.driver.run(`
    const field = document.querySelector(arguments[0]);
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  `, name);
  await app.press('Fjern aftalen', 'main');
  await app.driver.until('nothing more said', async () => !(await app.text()).includes('Teksten er for lang'));
  await app.press('Tilbage', 'main');
});

test('it is rounded off, and only the passphrase opens the rest again', async () => {
  await app.press('Slut af');
  await app.sees('Det blev vi enige om');
  await app.type('[data-draft$=":agreed"]', 'Vi prøver en lampe ved sengen.');
  await app.press('Skriv en aftale');
  await app.type('main li textarea', 'Finder en lampe');
  await app.type('[data-draft$=":keptPrivate"]', 'hemmeligt mellem os');
  await app.press('10', 'main fieldset');
  await app.press('Vis arket');
  await app.driver.until('the sheet', () => app.driver.run('return document.querySelectorAll("main img").length > 0'), 60000);
  const sheet = await app.driver.run('return [...document.querySelectorAll("main img")].map((e) => e.alt).join(" ")');
  for (const said of ['Karen', 'At vi finder ud af nætterne', 'Vi prøver en lampe', 'Finder en lampe']) assert.ok(sheet.includes(said), `${said}: ${sheet}`);
  for (const unsaid of ['hemmeligt', 'fremmed', 'hvileløst', 'Jeg sover', ...shut]) assert.ok(!sheet.includes(unsaid), unsaid);
  await look('end');
  const refused = await invoke('change', { change: { kind: 'visit', visit: { act: 'end', id: visit } } });
  assert.ok(refused.refused && (await invoke('pause_visit', { secret: null })).refused, 'there is no way round the passphrase');
  await app.press('Besøget er slut');
  await app.type('dialog input', 'noget andet');
  await app.press('Besøget er slut');
  await app.sees('passer ikke', 30000);
  await look('secret');
  await app.type('dialog input', SECRET);
  await app.press('Besøget er slut');
  await app.sees('Kun du ser denne side', 30000);
  await app.sees('ikke taget med');
  await look('record');
  await app.open('Når jeg har det godt');
  assert.ok((await app.values()).includes('lukket-kanarie'), 'everything is here again');
});

test('what was declined is in no print and on no page for others', async () => {
  const plan = join(papers, 'plan.pdf');
  await app.open('Min kriseplan på papir');
  await app.driver.until('the pages', () => app.driver.run('return document.querySelectorAll("main img").length > 0'), 60000);
  await app.press('Gem som PDF');
  await app.saveDialog(plan);
  await app.sees('Gemt her', 30000);
  await app.press('Spring over');
  const paper = pdfText(plan);
  assert.ok(paper.includes('En rolig stemme'), paper);
  const told = paper + JSON.stringify([await invoke('help'), await invoke('page', { id: 'signs.page' }), await invoke('history_of_chapter', { id: 'signs' })]);
  for (const declined of ['fremmed ord', 'hvileløst rundt']) assert.ok(!told.includes(declined), declined);
});

test('the same in English, and at 320 px', async () => {
  await app.press('Indstillinger');
  await app.press('English');
  await app.sees('Settings');
  await app.press('Visits', 'nav#contents');
  await app.sees('Begin a visit');
  await look('english');
  await app.press('Begin a visit');
  await app.press('Early signs', 'main');
  await app.driver.run('window.before = true; return true');
  await app.press('Begin the visit');
  await app.driver.until('the page to be loaded anew', () => app.driver.run('return window.before === undefined'), 30000);
  await app.sees('Who is writing now?', 30000);
  await app.press('A worker writes');
  await app.sees('has the pen');
  await look('english-theirs');
  await app.driver.setSize(320, 800);
  await pause(400);
  await look('narrow');
  assert.deepEqual(faults, []);
});
