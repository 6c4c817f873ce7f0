// Before every component test: a page in Danish with nothing left from the test before.
import { cleanup } from '@testing-library/svelte';
import { afterEach, beforeEach, vi } from 'vitest';
import { speak } from '../lib/i18n/say.svelte';

// Nothing scrolls here: every page of a print is near.
vi.stubGlobal('IntersectionObserver', undefined);
beforeEach(() => speak('da'));
afterEach(() => cleanup());
