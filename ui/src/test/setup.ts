// Before every component test: a page in Danish with nothing left from the test before.
import { cleanup } from '@testing-library/svelte';
import { afterEach, beforeEach } from 'vitest';
import { speak } from '../lib/i18n/say.svelte';

beforeEach(() => speak('da'));
afterEach(() => cleanup());
