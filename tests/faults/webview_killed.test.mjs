// F25: the process that draws the page is killed in the middle of everything. What was saved is there at the next start.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { App } from '../e2e/app.mjs';

const faults = process.env.HOLDEPUNKT_FAULTS;
const rounds = Number(process.env.HOLDEPUNKT_ROUNDS ?? '2');

/** Processes called `name` that come from a program that was started with `folder`. */
function drawnFor(folder, name) {
  const all = new Map();
  for (const id of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const [, called, parent] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${id}/stat`, 'utf8'));
      all.set(id, { called, parent, words: readFileSync(`/proc/${id}/cmdline`, 'utf8') });
    } catch {
      // it has ended
    }
  }
  const isOurs = (id) => all.has(id) && (all.get(id).words.includes(folder) || isOurs(all.get(id).parent));
  return [...all].filter(([id, process]) => process.called.startsWith(name) && isOurs(id)).map(([id]) => Number(id));
}

test('the page is killed and nothing that was saved is lost', async () => {
  const folder = App.folder();
  execFileSync(faults, ['writer', folder, '7', 'not']);
  let there = 0;
  let killed = 0;
  let slowest = 0;
  const lines = [];
  for (let round = 0; round < rounds; round += 1) {
    const app = await App.start({ folder });
    await app.open('Når jeg har det godt');
    const line = `Linje før afbrydelse ${round}`;
    await app.writeLines('Sådan er jeg', [line]);
    lines.push(line);
    for (const id of drawnFor(folder, 'WebKitWebProces')) {
      process.kill(id, 'SIGKILL');
      killed += 1;
    }
    await app.crash();
    const since = Date.now();
    const again = await App.start({ folder });
    await again.open('Når jeg har det godt');
    const values = await again.driver.until('the lines', async () => {
      const seen = await again.values();
      return seen.some((value) => lines.includes(value)) && seen;
    });
    slowest = Math.max(slowest, Date.now() - since);
    there += lines.filter((words) => values.includes(words)).length === lines.length ? 1 : 0;
    await again.crash();
  }
  const holds = there === rounds && killed >= rounds;
  console.log(`F25 rounds=${rounds} pages_killed=${killed} all_saved_lines_there=${there} slowest_start_to_text_ms=${slowest} | ${holds ? 'holds' : 'DOES NOT HOLD'}`);
  assert.ok(holds);
});
