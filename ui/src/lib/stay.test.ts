import { expect, test } from 'vitest';
import { asKept } from './kept';
import { stay } from './stay';

test('the button one pressed has the keyboard after what it moved', async () => {
  document.body.innerHTML = '<ul><li><button>ned</button></li><li>to</li></ul>';
  const [first] = document.querySelectorAll('li');
  const button = document.querySelector('button')!;
  button.focus();
  await stay(async () => void document.querySelector('ul')!.append(first!));
  expect(document.activeElement).toBe(button);
});

test('a choice that was not made is not shown as made', async () => {
  document.body.innerHTML = `
    <input type="radio" name="a" data-is="true" checked><input type="radio" name="a" data-is="false">
    <input type="radio" name="b" data-is="false" checked>`;
  const [yes, no, other] = document.querySelectorAll('input');
  no!.checked = true;
  await asKept(no!, Promise.resolve(null));
  expect([yes!.checked, no!.checked, other!.checked]).toEqual([true, false, true]);
});
