// The pictures of the README, taken anew from the sample: tests/e2e/run tests/e2e/readme.mjs, and look at each before it is kept.
import { copyFileSync } from 'node:fs';
import { App } from './app.mjs';

const root = new URL('../../', import.meta.url).pathname;
const keep = (name) => copyFileSync(`${root}tests/e2e/out/readme-${name}.png`, `${root}docs/pictures/${name}.png`);
const app = await App.start();
const theme = (name) => app.driver.run('document.documentElement.dataset.theme = arguments[0]', name);

async function take(name) {
  await new Promise((resolve) => setTimeout(resolve, 400));
  await app.driver.run('document.activeElement?.blur(); scrollTo(0, 0)');
  await app.picture(`readme-${name}`);
  keep(name);
}

try {
  await app.press('Dansk');
  await app.press('Kig i et eksempel først');
  await app.sees('Eksempel – en opdigtet person', 60000);
  await app.open('Når jeg har det godt');
  await take('well');
  await app.open('Min kriseplan');
  await app.open('Hvem jeg vil have hos mig');
  await app.beginGently();
  await take('people');
  await app.open('Min kriseplan på papir');
  const drawn = 'const page = document.querySelector("main img"); return page?.complete && page.naturalWidth > 0';
  await app.driver.until('the pages', () => app.driver.run(drawn), 120000);
  // A large picture is painted when it has been decoded.
  await app.driver.run('document.querySelector("main img").decode().then(() => (document.body.dataset.drawn = "yes"))');
  await app.driver.until('the page to be drawn', () => app.driver.run('return document.body.dataset.drawn === "yes"'), 60000);
  await theme('light');
  await app.driver.run('document.querySelector("main img").scrollIntoView()');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await app.picture('readme-paper');
  keep('paper');
  await app.open('Tidlige tegn');
  await theme('dark');
  await take('signs-dark');
  await theme('light');
  await app.press('Det er svært lige nu');
  await take('hard');
} finally {
  await app.crash();
  app.forget();
}
