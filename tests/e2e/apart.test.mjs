// Prints are set by a process of its own: it takes nothing of the book along when it falls over, and ends when nobody looks any more.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App, pause, pdfText } from './app.mjs';

const PASSPHRASE = 'rolig have med bier';
let app;

after(async () => {
  await app?.crash();
  app?.forget();
});

const pids = (...words) => {
  try {
    return execFileSync('pgrep', words, { encoding: 'utf8' }).trim().split('\n').map(Number);
  } catch {
    return [];
  }
};
const program = () => pids('-of', app.folder)[0];
const setting = () => pids('-P', String(program()), '-f', '--', '--set-prints');
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${program()}/status`, 'utf8'))[1]) / 1024;
const page = () => app.driver.run('return document.querySelector("main img")?.naturalWidth > 0');

async function toReader(name) {
  await app.open('Delt med andre');
  await app.press(name, 'main .readers');
  await app.driver.until('the first page', page, 90000);
}

test('a page to look at comes from a process of its own', async () => {
  app = await App.start();
  await app.beginLocked(PASSPHRASE);
  await app.open('Min kriseplan');
  await app.open('Det hjælper, og det hjælper ikke');
  await app.beginGently();
  await app.writeLines('Det hjælper', ['Sæt dig ned hos mig']);
  await toReader('Kun mig');
  assert.equal(setting().length, 1, 'one, whatever was ordered');
});

test('it falls over, and the print is saved all the same', async () => {
  const [fell] = setting();
  process.kill(fell, 'SIGKILL');
  const place = join(dirname(app.folder), 'after.pdf');
  await app.press('Gem som PDF', 'main');
  await app.saveDialog(place);
  await app.driver.until('the file', () => existsSync(place), 60000);
  assert.match(pdfText(place), /Sæt dig ned hos mig/);
  const [now, ...more] = setting();
  assert.ok(now !== fell && more.length === 0);
});

test('when nobody looks any more it ends, and comes back when somebody does', async () => {
  const held = memory();
  await app.press('Spring over');
  await app.open('Min kriseplan');
  await app.driver.until('it to end', () => setting().length === 0, 60000);
  await pause(500);
  await toReader('En pårørende');
  assert.equal(setting().length, 1);
  console.log(`# the program itself: ${Math.round(held)} MB with a print, ${Math.round(memory())} MB after it`);
});

test('locking ends it, whatever it is at, and nothing is set after it', async () => {
  const [stuck] = setting();
  // As one that is in the middle of a long PDF: it hears nothing.
  process.kill(stuck, 'SIGSTOP');
  const place = join(dirname(app.folder), 'locked.pdf');
  await app.press('Gem som PDF', 'main');
  await app.saveDialog(place);
  await pause(500);
  await app.press('Lås');
  await app.sees('Din bog er låst', 10000);
  assert.deepEqual(setting(), []);
  await pause(1000);
  assert.deepEqual(setting(), [], 'no other was started');
  assert.ok(!existsSync(place));
  await app.type('main input', PASSPHRASE);
  await app.press('Lås op');
  await app.open('Min kriseplan');
  await toReader('En pårørende');
  assert.equal(setting().length, 1);
});

test('the program ends, and it with it', async () => {
  const [left] = setting();
  await app.crash();
  await app.driver.until('it to end', () => !existsSync(`/proc/${left}`), 20000);
  app.forget();
  app = undefined;
});
