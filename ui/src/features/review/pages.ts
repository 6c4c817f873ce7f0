// Looking through the plan, and walking the way through a hard moment as practice, by their screens.
import Practice from './Practice.svelte';
import Review from './Review.svelte';
import type { Pages } from '../room/room.svelte';

export default {
  practice: Practice,
  review: Review,
} satisfies Pages;
