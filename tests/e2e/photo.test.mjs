// A page filled in by hand: photographed, put on its page, typed from, put away, taken out, undone; refused in words when it cannot be read.
// Pictures in both themes and languages in tests/e2e/out.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { App, pause } from './app.mjs';

const desk = mkdtempSync(join(tmpdir(), 'holdepunkt-photo-'));
const at = (name) => join(desk, name);

/** A sheet with handwriting, as a telephone would take it. */
async function sheet(app, name, lines) {
  const address = await app.driver.run(
    `const sheet = document.createElement('canvas');
     sheet.width = 1500;
     sheet.height = 2100;
     const pen = sheet.getContext('2d');
     pen.fillStyle = '#f4efe4';
     pen.fillRect(0, 0, 1500, 2100);
     pen.fillStyle = '#9ab';
     for (let row = 0; row < 12; row += 1) pen.fillRect(60, 250 + row * 150, 1380, 3);
     pen.fillStyle = '#223';
     pen.font = 'italic 80px serif';
     arguments[0].forEach((line, row) => pen.fillText(line, 90, 230 + row * 150));
     return sheet.toDataURL('image/png');`,
    lines,
  );
  writeFileSync(at(name), Buffer.from(address.split(',')[1], 'base64'));
}

async function look(app, name, faults) {
  faults.push(...(await app.look(`photo-${name}`)));
}

test('a page filled in by hand is photographed, typed in and put away', async () => {
  writeFileSync(at('side.heic'), Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'));
  const app = await App.start();
  const faults = [];
  try {
    await app.press('Dansk');
    await app.press('Gå videre');
    await app.press('Nej, kun mig');
    await app.press('Lav bogen uden lås');
    await app.press('Begynd med noget godt');
    await app.open('Tidlige tegn');
    await sheet(app, 'side.png', ['Jeg sover for lidt', 'Jeg svarer ikke', 'på beskeder']);
    await sheet(app, 'side2.png', ['Jeg går tur', 'med hunden']);
    await look(app, 'none', faults);
    await app.press('Læg et foto af en håndskrevet side ind', 'main');
    await app.openDialog(at('side.heic'));
    await app.sees('HEIC', 30000);
    await app.sees('Mest kompatibel');
    await app.press('Læg et foto af en håndskrevet side ind', 'main');
    await app.openDialog(at('side.png'));
    await app.sees('Skrevet i hånden', 60000);
    await app.driver.until('the picture', () => app.driver.run('return [...document.querySelectorAll("main .window img")].some((e) => e.complete && e.naturalWidth > 1000)'));
    await look(app, 'there', faults);
    await app.press('Større', 'main .under');
    await app.press('Større', 'main .under');
    const wide = await app.driver.run('const e = document.querySelector("main .window"); return e.scrollWidth > e.clientWidth * 1.8');
    assert.ok(wide, 'large enough to type from');
    await app.press('Mere', 'main .under');
    await app.press('Læg flere fotos ind', 'main .under');
    await app.openDialog(at('side2.png'));
    await app.sees('Foto 2 af 2', 60000);
    await app.writeLines('Det kan jeg mærke', ['Jeg sover for lidt']);
    await look(app, 'writing', faults);
    for (const [width, height] of [[320, 700], [1280, 900]]) {
      await app.driver.setSize(width, height);
      await pause(600);
      await look(app, `w${width}`, faults);
    }
    await app.press('Det er skrevet ind', 'main .under');
    await app.sees('Fotoet er lagt væk');
    await app.press('Ét foto, der er skrevet ind', 'main');
    await app.sees('Tag det frem igen');
    await look(app, 'away', faults);
    await app.press('Tag det frem igen', 'main');
    await app.sees('Foto 2 af 2');
    await app.press('Fjern fotoet', 'main .under');
    await app.driver.until('one left', async () => !(await app.text()).includes(' af 2'));
    await app.driver.chord('\uE009', 'z');
    await app.sees(' af 2');
    assert.deepEqual(faults, []);
  } finally {
    await app.picture('photo-end').catch(() => {});
    await app.crash();
    app.forget();
    rmSync(desk, { recursive: true, force: true });
  }
});
