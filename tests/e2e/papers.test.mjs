// Papers of each kind in the real window, where `share` and `crisis` do not go: the region chosen once, the card with squares and one that is
// full, the doctor's page, a reader of one's own after the book was shut, a recording, wishes in advance in a new edition, the picture for a
// telephone on the list. What stands on them is read from the files.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { App, pdfText } from './app.mjs';
import { deskOf } from './desk.mjs';

const folder = App.folder();
let app;
const { file, look } = deskOf('papers', () => app);

before(async () => {
  app = await App.start({ folder });
  await app.begin();
  await app.open('Min kriseplan');
  await app.open('Det hjælper, og det hjælper ikke');
  await app.beginGently();
  await app.writeLines('Det hjælper', ['Sæt dig ned hos mig', 'Tal roligt']);
  await app.open('Hvem jeg vil have hos mig');
  await app.beginGently();
  await app.writePerson('Mette Eksempel', '00 00 00 01');
});

const fill = (words) => words.replace(/\s+/g, ' ');
const pagesAreThere = () =>
  app.driver.until('the pages', () => app.driver.run('return document.querySelector("main img") !== null'), 90000);

async function toReader(name) {
  await app.open('Delt med andre');
  await app.press(name, 'main .readers');
}

/** The pages are saved; whoever gets them is passed over, or named. */
async function save(name, whom = null) {
  await pagesAreThere();
  await app.press('Gem som PDF', 'main');
  await app.saveDialog(file(name));
  await app.sees('Hvem skal have den?', 60000);
  if (whom === null) await app.press('Spring over');
  else {
    await app.type('#give-whom', whom);
    await app.press('Skriv det på listen');
    await app.sees('Skrevet på listen.');
  }
  return fill(pdfText(file(name)));
}

test('where I live is chosen once, and its number comes first where one needs it and on paper', async () => {
  await app.press('Indstillinger');
  await app.press('Numre at ringe til');
  await app.sees('Hvor bor du?');
  await app.driver.run(
    `const region = document.querySelector('main select'); region.value = 'sjaelland'; region.dispatchEvent(new Event('change', { bubbles: true })); return true`,
  );
  await app.press('Indstillinger');
  await app.sees('Region Sjælland');
  await look('region');
  await app.press('Det er svært lige nu');
  await app.press('Numre at ringe til');
  await app.sees('Region Sjælland');
  const first = await app.driver.run('return document.querySelector("main li").innerText.replace(/\\s+/g, " ")');
  assert.match(first, /Region Sjælland/);
  const number = (await app.driver.run('return document.querySelector("main li .number").innerText')).trim();
  await app.press('Et skridt tilbage');
  await app.press('Tilbage');
  await app.open('Min kriseplan på papir');
  assert.ok((await save('region.pdf')).includes(number), `${number} is in the plan`);
});

test('the card has squares that a telephone reads, when one wants them', async () => {
  await toReader('Kort til pungen');
  const plain = await save('kort.pdf');
  assert.ok(plain.includes('Sæt dig ned hos mig') && !plain.includes('Den samme tekst til en telefon'), plain);
  await app.press('Firkanter til telefonen');
  await app.driver.until('the card with squares', async () => (await app.text()).includes('Den samme tekst til en telefon') || (await app.driver.run('return [...document.querySelectorAll("main .unseen")].some((e) => e.textContent.includes("Den samme tekst til en telefon"))')), 30000);
  await look('squares');
  const squares = await save('firkanter.pdf');
  assert.ok(squares.includes('Den samme tekst til en telefon'), squares);
  const drawn = spawnSync('pdftoppm', ['-png', '-r', '150', file('firkanter.pdf'), file('firkanter')]);
  assert.equal(drawn.status, 0);
});

test('a card that is full is refused in words that say what to do, and is there again when there is room', async () => {
  const long = 'Sæt dig ned ved siden af mig, sig dit navn, og vent, til jeg selv siger noget, også hvis det tager en halv time. '.repeat(14).trim();
  await app.open('Min kriseplan');
  await app.open('Det hjælper, og det hjælper ikke');
  await app.writeLines('Det gør det værre', [long]);
  await toReader('Kort til pungen');
  await app.sees('Der er ikke plads til det hele på kortet', 60000);
  await app.sees('Tag flueben fra nogle linjer');
  await look('full');
  const saves = await app.driver.run('return [...document.querySelectorAll("main button")].find((e) => e.innerText.includes("Gem som PDF")).getAttribute("aria-disabled")');
  assert.equal(saves, 'true', 'what is not whole is not saved');
  await app.press('Vælg linje for linje: Min kriseplan');
  await app.press('Sæt dig ned ved siden af mig', 'main ul.chapters');
  await pagesAreThere();
  assert.ok(!(await app.text()).includes('Der er ikke plads'));
});

test('the doctor gets one page about medicine, with room for questions', async () => {
  await app.open('Min kriseplan');
  await app.open('Medicin');
  await app.beginGently();
  await app.writeLines('Det mener jeg om medicin', ['Den hvide om aftenen']);
  await toReader('Egen læge');
  const paper = await save('laege.pdf');
  for (const words of ['Til lægen', 'Den hvide om aftenen', 'Det vil jeg spørge om']) assert.ok(paper.includes(words), words);
  assert.ok(!paper.includes('Sæt dig ned hos mig'), 'nothing of what helps in a crisis');
  assert.equal(pdfText(file('laege.pdf')).split('\f').filter((page) => page.trim() !== '').length, 1);
  await look('doctor');
});

test('wishes in advance: what takes the place of them is they, and not the whole plan', async () => {
  const write = async (words) => {
    await app.open('Min kriseplan');
    await app.open('Mine ønsker på forhånd');
    await app.beginGently();
    await app.driver.until('the page', async () => (await app.driver.all('main textarea')).length > 0);
    const [first] = await app.driver.all('main textarea');
    await app.driver.clear(first);
    await app.driver.click(first);
    await app.driver.type(first, words);
    await app.saved();
  };
  await write('Mette må få alt at vide.');
  await app.press('Få siden på papir');
  await save('oensker.pdf', 'Afdelingen');
  await write('Mette må få alt at vide, også om medicin.');
  await app.open('Delt med andre');
  await app.sees('Den er gammel nu');
  await app.press('Lav en ny udgave', 'main .copies > li.old');
  await app.sees('Det her afløser udgaven fra');
  await app.sees('(Afdelingen). Øverst kommer et ark');
  await look('advance-again');
  const paper = await save('nye-oensker.pdf', 'Afdelingen');
  for (const words of ['Ny udgave til Afdelingen', 'Riv den gamle i stykker', 'også om medicin', 'Forhåndstilkendegivelser']) assert.ok(paper.includes(words), words);
  assert.ok(!paper.includes('Tal roligt'), 'it is not the whole plan');
  await app.press('Se listen');
  await app.sees('Den har fået en afløser');
});

test('the plan as a picture is on the list when somebody gets it, is old by what stands on it, and the next takes its place', async () => {
  const picture = async (name) => {
    await pagesAreThere();
    await app.press('Gem som billede til telefonen');
    await app.saveDialog(file(name));
    await app.sees('Giver du det her til nogen', 60000);
    assert.deepEqual([...readFileSync(file(name)).subarray(1, 4)], [...Buffer.from('PNG')]);
    await app.press('Skriv, hvem der får det');
  };
  await app.open('Min kriseplan på papir');
  await picture('plan.png');
  await app.type('#give-whom', 'Min bror');
  await app.press('Skriv det på listen');
  await app.sees('Skrevet på listen.');
  await look('picture-given');
  await app.press('Se listen');
  await app.sees('Kriseplanen som billede');
  await app.open('Min kriseplan');
  await app.open('Det hjælper, og det hjælper ikke');
  await app.writeLines('Det hjælper', ['Åbn et vindue']);
  await app.open('Delt med andre');
  const [newest] = await app.driver.run('return [...document.querySelectorAll("main .copies > li")].map((e) => e.innerText.replace(/\\s+/g, " "))');
  assert.match(newest, /Min bror.*Kriseplanen som billede.*Den er gammel nu.*Åbn et vindue/);
  await app.press('Lav en ny udgave', 'main .copies > li.old');
  await app.sees('Du er ved at lave et nyt billede i stedet for det fra');
  await look('picture-again');
  await picture('ny-plan.png');
  assert.equal(await app.driver.run('return document.querySelector("#give-whom").value'), 'Min bror');
  await app.press('Skriv det på listen');
  await app.press('Se listen');
  await app.sees('Den har fået en afløser');
  await app.sees('Den passer stadig');
});

test('a recording lies in the book, is a note on paper, and is heard outside it', async () => {
  const wav = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WAVEfmt '), Buffer.alloc(400, 3)]);
  writeFileSync(file('stemme.wav'), wav);
  await app.open('Min værktøjskasse');
  await app.writeLines('Det hjælper mig', ['Min egen stemme']);
  await app.focusLine('Min egen stemme');
  await app.press('Mere', 'main li.active');
  await app.press('Billede eller lyd');
  await app.openDialog(file('stemme.wav'));
  await app.sees('Lydoptagelse', 20000);
  await app.sees('Bogen kan ikke selv spille lyd');
  await app.type('main li.active li textarea', 'Det går over igen');
  await app.saved();
  await look('recording');
  await app.press('Gem optagelsen for at høre den');
  await app.saveDialog(file('ud.wav'));
  await app.driver.until('the file', () => existsSync(file('ud.wav')), 20000);
  assert.ok(readFileSync(file('ud.wav')).equals(wav), 'as it was');
  await toReader('Kun mig');
  assert.match(await save('bog.pdf'), /Min egen stemme \(her ligger en lydoptagelse i bogen: Det går over igen\)/);
});

test('a reader of my own, with what is ticked and how it looks, is there when the book is opened again', async () => {
  await app.open('Delt med andre');
  await app.press('En anden');
  await app.type('#reader-whom', 'Min kontaktperson');
  await app.press('Gør klar til Min kontaktperson');
  await pagesAreThere();
  await app.press('Store bogstaver', 'main');
  await app.press('Vælg linje for linje: Min kriseplan');
  await app.press('Tal roligt', 'main ul.chapters');
  await app.sees('Tilbage til forslaget');
  await app.closeWindow();
  app = await App.start({ folder });
  await app.open('Delt med andre');
  await app.press('Min kontaktperson', 'main .readers');
  await pagesAreThere();
  await app.sees('Tilbage til forslaget');
  const large = await app.driver.run(`return [...document.querySelectorAll('main label.pick')].find((e) => e.innerText.trim() === 'Store bogstaver').querySelector('input').checked`);
  assert.equal(large, true);
  await app.press('Vælg linje for linje: Min kriseplan');
  await look('own-reader');
  const paper = await save('kontaktperson.pdf');
  assert.ok(paper.includes('Sæt dig ned hos mig') && !paper.includes('Tal roligt'), paper);
});
