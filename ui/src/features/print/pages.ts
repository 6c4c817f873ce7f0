// The crisis plan on paper and wishes in advance, by their screens.
import Advance from '../advance/Advance.svelte';
import Print from './Print.svelte';
import type { Pages } from '../room/room.svelte';

export default {
  advance: Advance,
  print: Print,
} satisfies Pages;
