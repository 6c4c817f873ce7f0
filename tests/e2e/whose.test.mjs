// Whose words: an answer, a line's reason and a person proposed with a guest's pen in the real window, and what the citizen sees before and after
// a yes. Pictures in both themes and at 320 px in tests/e2e/out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { App, Keys, pause } from './app.mjs';
import { beginBook } from './together.mjs';

const ASKED = 'Hvad vil du gerne kaldes?';
const folder = App.folder();
const faults = [];
let app;
let karen = '';

const change = async (asked) => {
  const answer = await app.invoke('change', { change: asked });
  assert.ok(answer.gave, JSON.stringify(answer.refused));
  return answer.gave;
};
const id = () => crypto.randomUUID();
const line = async (section) => (await app.invoke('page', { id: section })).gave.sections.flatMap((each) => each.lines);
/** What the pictures are of. */
const CARD = 'main [data-proposal]';
const FORM = 'main .proposal[role=group]';
const toSight = (css) => app.driver.run(`document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' }); return true`, css);
const look = async (name, css = 'main h1') => {
  await toSight(css);
  faults.push(...(await app.look(`whose-${name}`)));
};
const narrow = async (name, css = 'main h1') => {
  await app.driver.setSize(320, 800);
  await pause(400);
  await toSight(css);
  await pause(100);
  faults.push(...(await app.faults(`whose-${name}-320`)));
  await app.driver.setSize(1180, 900);
  await pause(300);
};
/** Both pens in turn, so that the page reads anew what stands beside it. */
async function penTo(words) {
  await app.press(words);
  await app.sees(words === 'Jeg skriver' ? 'Du har pennen' : 'Karen har pennen');
}
async function toCrisis(page) {
  await app.open('Min kriseplan');
  await app.open(page);
  await app.beginGently();
}
/** The field with this label in the form one is writing in. */
async function fill(label, text) {
  const found = await app.driver.until(`the field ${label}`, () =>
    app.driver.run(
      `return [...document.querySelectorAll('main [role=group] label')].find((e) => e.innerText.trim().startsWith(arguments[0]))?.querySelector('input, textarea') ?? null`,
      label,
    ),
  );
  const [element] = Object.values(found);
  await app.driver.clear(element);
  await app.driver.click(element);
  await app.driver.type(element, text);
}
const nearest = (selector, ancestor, heading) =>
  app.driver.run(
    `return document.querySelector(arguments[0])?.closest(arguments[1])?.querySelector(arguments[2])?.innerText ?? ''`,
    selector,
    ancestor,
    heading,
  );

before(async () => {
  app = await App.start({ folder });
});
after(async () => {
  await app?.picture('whose-last');
  await app?.crash();
  app?.forget();
});

test('a book with a line, a reason and a person, and Karen comes', async () => {
  await beginBook(app, ['Jeg sover med tøj på']);
  const [sign] = await line('signs.page');
  await change({ kind: 'writeBecause', id: sign.id, because: 'så er jeg klar' });
  const mette = { name: 'Mette', relation: 'min søster', phone: '12 34 56 78', wanted: 'yes', why: '' };
  await change({ kind: 'addPerson', id: id(), fields: mette, place: { at: 'last' } });
  await app.press('Besøg', 'nav#contents');
  await app.press('Begynd et besøg');
  await app.type('main input[type=text]', 'Karen');
  await app.press('Tidlige tegn', 'main');
  await app.press('Min kriseplan', 'main');
  await app.driver.run('window.before = true; return true');
  await app.press('Begynd besøget');
  await app.driver.until('the page to be loaded anew', () => app.driver.run('return window.before === undefined'), 30000);
  await app.sees('Hvem skriver nu?', 30000);
  await app.sees('F2 skifter');
  karen = (await app.invoke('contents')).gave.visit.guests[0].id;
  assert.ok(karen);
});

test('an answer is proposed at its question, and after a yes it says whose it was', async () => {
  await toCrisis('Forsiden');
  await penTo('Karen skriver');
  await look('questions', 'main .question');
  await app.press(`Foreslå et svar: ${ASKED}`);
  const focused = await app.driver.run('return document.activeElement');
  await app.driver.type(Object.values(focused)[0], 'Anne');
  await pause(600);
  assert.ok(!(await app.text()).includes('Ville du sige det sådan'), 'nobody is asked in the middle of a word');
  assert.equal(await nearest('main form, main [data-draft^="proposal:"]', '.question', 'h3'), ASKED);
  await app.driver.chord(Keys.tab);
  await app.sees('Ville du sige det sådan til personen selv?');
  await app.saved();
  await look('du-test', `${FORM} .du`);
  await narrow('du-test', `${FORM} .du`);
  await app.press('Ja, netop sådan');
  await penTo('Jeg skriver');
  await app.sees('Karen (medarbejder) foreslår Et svar');
  assert.equal(await nearest('main [data-proposal]', '.question', 'h3'), ASKED);
  await look('answer', CARD);
  await app.press('Ja, tag det med');
  await app.sees('Forslag fra Karen · du sagde ja · set udefra');
  assert.ok((await app.values()).includes('Anne'));
  await look('answered', 'main .question');
  await app.press('Vis kun mine egne ord');
  await app.sees('Her står andres ord. De er lagt væk nu.');
  assert.ok(!(await app.values()).includes('Anne'), 'only my own words are only my own words');
  await look('only-mine', 'main .question');
  await app.press('Vis kun mine egne ord');
  assert.ok((await app.values()).includes('Anne'));
  await penTo('Karen skriver');
  await app.press(`Foreslå andre ord: ${ASKED}`);
  await app.driver.until('a form with the words that stand there', async () => (await app.values()).filter((each) => each === 'Anne').length === 2);
  await app.press('Tag forslaget tilbage');
  await penTo('Jeg skriver');
});

test('a reason written anew meanwhile is shown beside, and is not written over', async () => {
  await app.open('Tidlige tegn');
  await penTo('Karen skriver');
  await app.press('Foreslå andre ord: Jeg sover med tøj på');
  await fill('Forslag', 'Jeg sover med tøj på hver nat');
  await app.saved();
  await penTo('Jeg skriver');
  const [sign] = await line('signs.page');
  await app.type('main [data-draft$=":because"]', 'så kan jeg gå med det samme');
  await app.driver.chord(Keys.tab);
  await app.saved();
  await app.sees('Se dem ved siden af hinanden');
  const columns = await app.driver.run('return [...document.querySelectorAll("main [data-proposal] .columns > div")].map((e) => e.innerText.replace(/\\s+/g, " "))');
  assert.equal(columns.length, 3, JSON.stringify(columns));
  assert.ok(columns[0].includes('fordi så er jeg klar'), columns[0]);
  assert.ok(columns[1].includes('gå med det samme'), columns[1]);
  assert.ok(columns[2].includes('hver nat') && columns[2].includes('kan jeg gå'), columns[2]);
  await look('stale', CARD);
  await narrow('stale', CARD);
  await app.press('Brug forslaget');
  await app.driver.until('the words in the plan', async () => (await line('signs.page'))[0].text === 'Jeg sover med tøj på hver nat');
  assert.equal((await line('signs.page')).find((each) => each.id === sign.id).because, 'så kan jeg gå med det samme');
});

test('another number for somebody is proposed at their card, seen beside the old one, and taken in', async () => {
  await toCrisis('Hvem jeg vil have hos mig');
  await penTo('Karen skriver');
  await look('people', 'main ul li');
  await app.press('Foreslå en rettelse: Mette');
  await fill('Telefon', '99 99 99 99');
  await app.saved();
  await look('person-form', FORM);
  await penTo('Jeg skriver');
  await app.sees('Nye ord om en person');
  const told = await app.driver.run('return [...document.querySelectorAll("main [data-proposal] :is(del, ins)")].map((e) => e.firstChild.data)');
  assert.deepEqual(told, ['12 34 56 78', '99 99 99 99']);
  await look('person', CARD);
  await narrow('person', CARD);
  const [mette] = (await app.invoke('page', { id: 'crisis.supporters' })).gave.people;
  const { id: person, ...fields } = mette;
  await change({ kind: 'writePerson', id: person, fields: { ...fields, why: 'hun er rolig' } });
  await penTo('Karen skriver');
  await penTo('Jeg skriver');
  await app.sees('Du har rettet noget her');
  await look('person-stale', CARD);
  await narrow('person-stale', CARD);
  await app.press('Brug forslaget');
  const now = async () => (await app.invoke('page', { id: 'crisis.supporters' })).gave.people[0];
  await app.driver.until('the new number', async () => (await now()).phone === '99 99 99 99');
  assert.equal((await now()).why, 'hun er rolig', 'what Karen did not touch is as it was');
});

test('the same stands in the inbox, and nothing is wrong to look at', async () => {
  await app.invoke('hold_pen', { person: karen });
  const wish = { wish: 'newLine', line: id(), section: 'crisis.facts', prompt: '', text: 'x', because: '', place: { at: 'last' } };
  assert.ok((await app.invoke('change', { change: { kind: 'visit', visit: { act: 'propose', id: id(), wish, perspective: 'third' } } })).refused);
  const [front] = await line('crisis.front');
  const rewrite = { wish: 'rewrite', line: front.id, text: 'Anne Marie', because: '' };
  await change({ kind: 'visit', visit: { act: 'propose', id: id(), wish: rewrite, perspective: 'second' } });
  await app.invoke('hold_pen', { person: '' });
  await app.driver.run('location.reload(); return true');
  await app.sees('Du har pennen', 30000);
  await app.press('Forslag (1)', 'nav#contents');
  await app.sees(`Andre ord til dit svar på »${ASKED}«`);
  await look('inbox');
  await narrow('inbox');
  assert.deepEqual(faults, []);
});
