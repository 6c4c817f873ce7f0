// Pictures on lines in the real window: on a line that stands, on one that is just being written, shown, described, saved, taken off; and what
// is no picture is refused in words.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { App } from './app.mjs';
import { deskOf } from './desk.mjs';

let app;
const { file, look } = deskOf('pictures', () => app);

/** A PNG of two colours with a text in it, as programs leave them. */
function png(width, height) {
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(x < width / 2 ? [90, 120, 90] : [230, 210, 160], y * (1 + width * 3) + 1 + x * 3);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from('Comment\0HEMMELIGT STED')),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Node 20 of Debian has no crc32 of its own before 20.15. */
function crc(bytes) {
  if (typeof crc32 === 'function') return crc32(bytes);
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

before(async () => {
  writeFileSync(file('have.png'), png(640, 360));
  app = await App.start();
  await app.begin();
  await app.open('Når jeg har det godt');
});

const shown = () => app.driver.run('return [...document.querySelectorAll("main li img")].filter((e) => e.naturalWidth > 1).length');

test('a line may begin with a picture', async () => {
  await app.focusEmptyLine('Sådan er jeg');
  await look('early');
  await app.press('Billede eller lyd');
  await app.openDialog(file('have.png'));
  await app.driver.until('the picture', async () => (await shown()) === 1, 20000);
  await look('first');
});

test('and one that is being written keeps its words', async () => {
  await app.focusEmptyLine('Sådan er jeg');
  const focused = await app.driver.run('return document.activeElement');
  await app.driver.type(Object.values(focused)[0], 'Min have');
  await app.press('Billede eller lyd');
  await app.openDialog(file('have.png'));
  await app.driver.until('both pictures', async () => (await shown()) === 2, 20000);
  await app.saved();
  assert.ok((await app.values()).includes('Min have'));
});

test('a picture on a line that stands is described, saved and taken off', async () => {
  await app.focusLine('Min have');
  await app.type('main li.active li textarea', 'Haven i maj');
  await app.saved();
  await look('described');
  await app.press('Gem billedet som fil');
  await app.saveDialog(file('have.jpg'));
  await app.driver.until('the file', () => existsSync(file('have.jpg')), 20000);
  const bytes = readFileSync(file('have.jpg'));
  assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xd8], 'drawn anew by us');
  assert.ok(!bytes.includes('HEMMELIGT STED'), 'what lay in the file beside the picture is gone');
  await app.press('Fjern billedet');
  await app.driver.until('one picture', async () => (await shown()) === 1, 20000);
  await app.press('Fortryd');
  await app.driver.until('both again', async () => (await shown()) === 2, 20000);
});

test('what is no picture is refused in words and no line is made', async () => {
  writeFileSync(file('ond.png'), '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  const before = (await app.values()).length;
  await app.focusEmptyLine('Sådan er jeg');
  await app.press('Billede eller lyd');
  await app.openDialog(file('ond.png'));
  await app.sees('Vi kan ikke læse billedet', 20000);
  await look('refused');
  assert.equal((await app.values()).filter((value) => value !== '').length <= before, true);
});

test('narrow and dark', async () => {
  await app.driver.run('document.documentElement.dataset.theme = "dark"');
  await app.driver.setSize(360, 760);
  await look('narrow-dark');
});
