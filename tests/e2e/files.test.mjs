// Files that go out to somebody, in the real window: on the list as paper is, old, replaced, back. People and the calendar; a folder that
// vanished while one was asked; a reader with a name no file can have. Pictures on lines: `pictures.test.mjs`.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { before, test } from 'node:test';
import { App, pause } from './app.mjs';
import { deskOf } from './desk.mjs';
import { sayYes } from './dialogs.mjs';

let app;
const { file, look } = deskOf('files', () => app);

before(async () => {
  app = await App.start();
  await app.begin();
  await app.open('Når jeg har det godt');
  await app.writeLines('Sådan er jeg', ['Jeg synger i køkkenet']);
});

async function wrote(path) {
  await app.driver.until(path, () => existsSync(path), 20000);
  await app.sees('Giver du det her til nogen', 20000);
}

async function give(whom) {
  await app.press('Skriv, hvem der får det');
  await app.type('#give-whom', whom);
  await app.press('Skriv det på listen');
  await app.sees('Skrevet på listen.');
}

test('from the list of copies there is a door to files, and one back', async () => {
  await app.open('Delt med andre');
  await app.press('En fil eller en tekst', 'main .readers');
  await app.sees('Du kan altid tage den med ud');
  await look('door');
  await app.press('Tilbage til Delt med andre');
  await app.sees('Gør et papir klar');
});

test('the whole book given as a file is on the list, and old when the book says more', async () => {
  await app.press('En fil eller en tekst', 'main .readers');
  await app.press('Hele bogen i én fil');
  await app.press('Gem uden lås');
  await app.saveDialog(file('bog.json'));
  await wrote(file('bog.json'));
  await look('asked');
  await give('Min søster');
  await look('given');
  await app.press('Se listen');
  await app.sees('Hele bogen, fil uden lås');
  await app.sees('Den passer stadig');
  await app.open('Når jeg har det godt');
  await app.writeLines('Sådan er jeg', ['Jeg svarer samme dag']);
  await app.open('Delt med andre');
  await app.sees('Den er gammel nu');
  await look('old');
});

test('what takes its place knows whom it is for; the old one is told as replaced, and may come back', async () => {
  await app.press('Lav en ny udgave');
  await app.sees('(Min søster). Bed om, at den gamle bliver slettet');
  await look('replacing');
  await app.press('Gem uden lås');
  await app.saveDialog(file('ny.json'));
  await wrote(file('ny.json'));
  await app.press('Skriv, hvem der får det');
  assert.equal(await app.driver.run('return document.querySelector("#give-whom").value'), 'Min søster');
  await app.press('Skriv det på listen');
  await app.press('Se listen');
  await app.sees('Den har fået en afløser');
  await app.press('Jeg har fået den tilbage');
  await app.sees('Du fik den tilbage');
});

test('text is copied, given, and its new edition asks for the old one to be deleted', async () => {
  await app.press('En fil eller en tekst', 'main .readers');
  await app.press('Tekst til at sætte ind et andet sted');
  await app.press('Når jeg har det godt', 'main fieldset');
  await app.sees('Kopiér teksten');
  await app.press('Kopiér teksten');
  await app.sees('Teksten er kopieret');
  await give('Kommunen');
  await look('text-given');
  await app.open('Når jeg har det godt');
  await app.writeLines('Sådan er jeg', ['Jeg maler']);
  await app.open('Delt med andre');
  await app.driver.run(
    `[...document.querySelectorAll('main .copies button')].find((e) => e.getAttribute('aria-label') === 'Lav en ny udgave: Tekst: Når jeg har det godt til Kommunen').click()`,
  );
  await app.sees('(Kommunen). Øverst står der, at den gamle skal slettes');
  await app.driver.until('the text', () => app.driver.run('return (document.querySelector("main textarea")?.value ?? "").includes("Jeg maler")'));
  await look('text-replacing');
  await app.press('Gem som fil');
  await app.saveDialog(file('plan.txt'));
  await wrote(file('plan.txt'));
  const text = readFileSync(file('plan.txt'), 'utf8');
  assert.match(text, /^Det her er en ny udgave\. Den, du fik den .*, gælder ikke mere\. Slet den gamle\.\n\nNÅR JEG HAR DET GODT/);
});

test('people from an address book: only those that are picked come in', async () => {
  writeFileSync(
    file('venner.vcf'),
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mette Sørensen\r\nTEL:20 00 00 00\r\nPHOTO;ENCODING=b:AAAA\r\nEND:VCARD\r\n' +
      'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:<b>Jens</b>\r\nTEL;VALUE=uri:tel:+45-30-00-00-00\r\nEND:VCARD\r\n',
  );
  await app.press('Tag med og hent ind');
  await app.press('Personer fra din adressebog');
  await app.press('Vælg en adressebog');
  await app.openDialog(file('venner.vcf'));
  await app.sees('Mette Sørensen', 20000);
  await app.sees('<b>Jens</b>');
  await look('people');
  await app.press('Mette Sørensen', 'main fieldset');
  await app.press('Hent 1 person ind');
  await app.sees('1 person er hentet ind.');
  await app.open('Min kriseplan');
  await app.open('Hvem jeg vil have hos mig');
  await app.beginGently();
  await app.driver.until('Mette', async () => (await app.values()).includes('Mette Sørensen'));
  assert.ok(!(await app.values()).includes('<b>Jens</b>'));
});

test('the everyday goes into a calendar and can be read back', async () => {
  await app.open('Min hverdag');
  await app.writeLines('Det gør jeg hver dag', ['Jeg går en tur <før> kaffen']);
  const chosen = await app.invoke('change', { change: { kind: 'setReview', day: '2031-05-28', off: false } });
  assert.equal(chosen.refused, undefined);
  await app.press('Indstillinger');
  await app.press('Tag med og hent ind');
  await app.press('Hverdagen i din kalender');
  await app.saveDialog(file('hverdag.ics'));
  await app.driver.until('the calendar', () => existsSync(file('hverdag.ics')), 20000);
  await app.sees('Åbn filen i din kalender');
  await look('calendar');
  const unfolded = readFileSync(file('hverdag.ics'), 'utf8').replace(/\r\n[ \t]/g, '');
  assert.match(unfolded, /^BEGIN:VCALENDAR\r\n/);
  assert.match(unfolded, /RRULE:FREQ=DAILY/);
  assert.match(unfolded, /Jeg går en tur <før> kaffen/);
  assert.match(unfolded, /DTSTART;VALUE=DATE:20310528\r\nSUMMARY:Se min plan igennem/, 'the day that was chosen');
});

test('a folder that vanishes while one is asked about it is told, and nothing else is made', async () => {
  mkdirSync(file('pind'));
  writeFileSync(file('pind/bog.json'), 'den gamle');
  await app.press('Hele bogen i én fil');
  await app.press('Gem uden lås');
  await app.saveDialog(file('pind/bog.json'));
  // The system asks whether the old file may be replaced; meanwhile somebody pulls the stick out.
  await pause(1500);
  rmSync(file('pind'), { recursive: true });
  await sayYes();
  await app.sees('Mappen er der ikke mere', 20000);
  await look('vanished');
  assert.ok(!existsSync(file('pind')), 'no folder is made where one was taken away');
});

test('a reader with a name no file can have still gets one', async () => {
  const name = `../Mette/Emil: "${'å'.repeat(300)}"`;
  await app.open('Min kriseplan');
  await app.open('Det hjælper, og det hjælper ikke');
  await app.beginGently();
  await app.writeLines('Det hjælper', ['Sæt dig ned hos mig']);
  await app.open('Delt med andre');
  await app.press('En anden');
  await app.type('main form input', name);
  await app.press('Gør klar', 'main form');
  await app.driver.until('the first page', () => app.driver.run('return document.querySelector("main img") !== null'), 90000);
  await look('long-name');
  await app.press('Gem som PDF', 'main');
  await app.acceptDialog();
  await app.sees('Hvem skal have den?', 60000);
  await app.press('Spring over');
  const where = (await app.text()).match(/(\/\S.*\.pdf)/)?.[1];
  assert.ok(where && existsSync(where), where);
  assert.match(basename(where), /^Mette Emil å+/);
  assert.ok(Buffer.byteLength(basename(where)) < 255);
  rmSync(where);
});

test('in English, dark and narrow', async () => {
  await app.press('Indstillinger');
  await app.press('English');
  await app.press('Dark');
  await app.open('Shared with others');
  await look('list-english-dark');
  await app.press('A file or a text', 'main .readers');
  await look('door-english-dark');
  await app.driver.setSize(360, 760);
  await look('door-narrow');
  await app.press('The whole book in one file');
  await look('book-narrow');
  await app.press('Take along and bring in');
  await app.press('Text to paste somewhere else');
  await look('text-narrow');
});
