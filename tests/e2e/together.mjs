// Two people on two computers, for tests: a book is begun, a part of it given in a file, its words read aloud.

/** A book without a lock, with two early signs in it. */
export async function beginBook(app, lines = ['Jeg sover dårligt', 'Jeg svarer ikke på beskeder']) {
  await app.begin();
  await app.open('Tidlige tegn');
  await app.writeLines('Det kan jeg mærke', lines);
}

export async function openHandovers(app) {
  await app.open('Besøg');
  await app.press('Skriv sammen på to computere');
}

/** The early signs to Karen in a file; gives the six words. */
export async function give(app, path, name = 'Karen') {
  await openHandovers(app);
  await app.press('Giv en del af bogen');
  await app.type('main input[type=text]', name);
  await app.press('Tidlige tegn', 'main');
  await app.press('Lås og gem filen');
  await app.saveDialog(path);
  await app.sees('Seks ord åbner filen', 60000);
  const words = await wordsOf(app);
  await app.press('Ordene er givet videre');
  return words;
}

/** What a person reads out: the six words on the page. */
export const wordsOf = (app) => app.driver.run('return [...document.querySelectorAll("main ol li b")].map((e) => e.innerText).join(" ")');
