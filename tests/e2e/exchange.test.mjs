// *Tag med og hent ind* in the real window: the whole book out and into a fresh one and out again, byte for byte; a file locked with
// words; wrong words; a hostile file refused in words. Pictures in both themes and languages in tests/e2e/out, to be looked at.
import assert from "node:assert/strict";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { App } from "./app.mjs";

const out = mkdtempSync(join(tmpdir(), "holdepunkt-out-"));
const faults = [];
let app;
let words = "";

const file = (name) => join(out, name);

/** A picture in light and dark, and what axe-core finds. */
async function look(name) {
  faults.push(...(await app.look(`exchange-${name}`)));
}

async function openBook() {
  await app.press('Dansk');
  await app.press('Gå videre');
  await app.press('Nej, kun mig');
  await app.press('Lav bogen uden lås');
  await app.press('Begynd med noget godt');
}

async function toExchange(door) {
  await app.press("Indstillinger");
  await app.press("Tag med og hent ind");
  await app.sees("Du kan altid tage den med ud");
  if (door) await app.press(door);
}

async function saved(path) {
  await app.driver.until(path, () => existsSync(path), 20000);
  await app.sees("Den ligger i", 20000).catch(() => {});
}

before(async () => {
  app = await App.start({ folder: App.folder() });
});
after(async () => {
  await app?.picture("exchange-end");
  await app?.crash();
  app?.forget();
  rmSync(out, { recursive: true, force: true });
  assert.deepEqual(
    faults,
    [],
    "every page passes axe-core and fits its window",
  );
});

/** One line unticked, the paper saved, and who has it written on the list. */
async function giveMette() {
  await app.open("Delt med andre");
  await app.press("Kun mig", "main .readers");
  const drawn = () =>
    app.driver.run('return document.querySelector("main img") !== null');
  await app.driver.until("the first page", drawn, 90000);
  await app.press("Vælg linje for linje: Når jeg har det godt");
  await app.press("Jeg svarer samme dag", "main fieldset");
  await app.sees("Tilbage til forslaget");
  await app.press("Gem som PDF", "main");
  await app.saveDialog(file("mette.pdf"));
  await app.sees("Hvem skal have den?", 60000);
  await app.type("#give-whom", "Mette");
  await app.press("Skriv det på listen");
  await app.sees("Skrevet på listen.");
}

test("the whole book goes out as an open file", async () => {
  await openBook();
  await app.open("Når jeg har det godt");
  await app.writeLines("Sådan er jeg", [
    "Jeg synger i køkkenet <b>højt</b>",
    "Jeg svarer samme dag",
  ]);
  await app.open("Min værktøjskasse");
  await app.writeLines("Det hjælper mig", ["En tur rundt om søen"]);
  await giveMette();
  await toExchange();
  await look("doors");
  await app.press("Hele bogen i én fil");
  await app.press("Gem uden lås");
  await app.saveDialog(file("bog.json"));
  await saved(file("bog.json"));
  const json = JSON.parse(readFileSync(file("bog.json"), "utf8"));
  assert.equal(json.format, "holdepunkt-book");
  assert.ok(
    json.book.entry.some((line) => line.text === "En tur rundt om søen"),
  );
  assert.equal(json.book.share[0].whom, "Mette");
  assert.ok(json.book.share_line.length > 0 && json.book.preset_part.length > 0);
  assert.ok(
    json.history.length >= 3 &&
      json.history.every((record) => record.by === "me"),
  );
});

test("and as one that is locked with six words", async () => {
  await app.press("Lav seks ord");
  await app.sees("Jeg har skrevet ordene ned");
  words = await app.driver.run(
    'return [...document.querySelectorAll("main ol b")].map((e) => e.innerText).join(" ")',
  );
  assert.equal(words.split(" ").length, 6);
  await look("words");
  await app.press("Jeg har skrevet ordene ned");
  await app.press("Gem den låste fil");
  await app.saveDialog(file("bog.age"));
  await saved(file("bog.age"));
  const sealed = readFileSync(file("bog.age"));
  assert.ok(
    sealed.subarray(0, 21).equals(Buffer.from("age-encryption.org/v1")),
    "a file any age program opens",
  );
  assert.ok(!sealed.includes("køkkenet"));
});

test("chapters as text: the very text, and nothing that is only mine", async () => {
  await app.press("Tag med og hent ind");
  await app.press("Tekst til at sætte ind et andet sted");
  await app.press("Når jeg har det godt", "main fieldset");
  await app.driver.until("the text", () =>
    app.driver.run(
      'return (document.querySelector("main textarea")?.value ?? "").includes("køkkenet")',
    ),
  );
  await look("text");
  await app.press("Kopiér teksten");
  await app.sees("Teksten er kopieret");
});

test("a hostile file is refused in words and nothing is changed", async () => {
  await app.press("Tag med og hent ind");
  await app.press("Hent en fil ind");
  for (const [name, bytes, said] of [
    [
      "bombe.json",
      "[".repeat(100000),
      "noget i den er ikke, som det skal være",
    ],
    ["fremmed.json", '{"hello":1}', "Det er ikke en fil, vi kan læse"],
    [
      "nyere.json",
      '{"format":"holdepunkt-book","version":"9.0"}',
      "nyere udgave",
    ],
    [
      "dyr.age",
      `age-encryption.org/v1\n-> scrypt ${"A".repeat(22)} 63\n${"A".repeat(43)}\n--- ${"A".repeat(43)}\n0123456789abcdef0123456789abcdef`,
      "meget lang tid",
    ],
  ]) {
    writeFileSync(file(name), bytes);
    await app.press("Vælg en fil");
    await app.openDialog(file(name));
    await app.sees(said, 20000);
  }
  await look("refused");
});

test("the file goes into a fresh book, through its words, and comes out as it was", async () => {
  await app.crash();
  app.forget();
  app = await App.start({ folder: App.folder() });
  await openBook();
  await toExchange("Hent en fil ind");
  await app.press("Vælg en fil");
  await app.openDialog(file("bog.age"));
  await app.sees("Filen er låst", 20000);
  await app.type("main textarea", "kaffe kaffe kaffe kaffe kaffe kaffe");
  await app.press("Åbn filen");
  await app.sees("De ord åbner ikke filen", 30000);
  await look("wrong-words");
  await app.type("main textarea", words);
  await app.press("Åbn filen");
  await app.sees("Din bog er tom endnu", 30000);
  await app.sees("Jeg synger i køkkenet <b>højt</b>");
  await look("whole");
  await app.press("Hent hele bogen ind");
  await app.sees("Det er hentet ind", 20000);
  await app.press("Gå videre", "main");
  await app.open("Når jeg har det godt");
  assert.ok((await app.values()).includes("Jeg synger i køkkenet <b>højt</b>"));
  await toExchange("Hele bogen i én fil");
  await app.press("Gem uden lås");
  await app.saveDialog(file("igen.json"));
  await saved(file("igen.json"));
  assert.ok(
    readFileSync(file("igen.json")).equals(readFileSync(file("bog.json"))),
    "byte for byte",
  );
  await app.open("Delt med andre");
  await app.sees("Mette");
  await app.sees("Den passer stadig");
});

test("into a book that is written only what was ticked comes in, and undo takes it back", async () => {
  const json = JSON.parse(readFileSync(file("bog.json"), "utf8"));
  json.book.entry.push({
    ...json.book.entry[0],
    id: "11111111-1111-4111-8111-111111111111",
    section: "signs.inner",
    chapter: "signs",
    prompt: "",
    text: "Jeg sover for lidt",
  });
  json.book.entry.find((line) => line.text === "En tur rundt om søen").text =
    "En tur til havnen";
  writeFileSync(file("anden.json"), JSON.stringify(json));
  await app.press("Indstillinger");
  await app.press("Tag med og hent ind");
  await app.press("Hent en fil ind");
  await app.press("Vælg en fil");
  await app.openDialog(file("anden.json"));
  await app.sees("Jeg sover for lidt", 20000);
  await app.sees("står anderledes i bogen nu: En tur rundt om søen");
  await look("some");
  await app.press("Jeg sover for lidt", "main");
  await app.press("Hent 1 ind");
  await app.sees("Det er hentet ind");
  await app.open("Tidlige tegn");
  assert.ok((await app.values()).includes("Jeg sover for lidt"));
  await app.press("Fortryd");
  await app.driver.until(
    "the line gone",
    async () => !(await app.values()).includes("Jeg sover for lidt"),
  );
});

test("in English, at 320 pixels and large", async () => {
  await app.press("Indstillinger");
  await app.press("English");
  await app.press("Take along and bring in");
  await app.sees("Nothing is sent");
  await look("doors-en");
  await app.press("The whole book in one file");
  await look("book-en");
});
