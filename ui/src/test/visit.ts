// A visit as the tests begin one: Karen sits there, and the early signs are open.
import { screen, within } from '@testing-library/svelte';
import type { FakeHost } from '../lib/ipc/fake';
import type { FakeOptions } from '../lib/ipc/fake-options';
import { click, nav, open, type } from './render';

/** `chapters`: what is open beside the early signs, as the screen calls it. */
export async function openVisit(options: FakeOptions, ...chapters: string[]): Promise<FakeHost> {
  const host = await open(options);
  await click(within(nav()).getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  await type(screen.getByLabelText('Navn'), 'Karen');
  for (const chapter of ['Tidlige tegn', ...chapters]) await click(screen.getByLabelText(chapter));
  await click(screen.getByText('Begynd besøget'));
  return host;
}
