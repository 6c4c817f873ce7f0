// Papers for others, by their screens; and the chapter that holds their register.
export { default as Shares } from './Shares.svelte';
import Blank from './Blank.svelte';
import Reader from './Reader.svelte';
import type { Pages } from '../room/room.svelte';

export default {
  blank: Blank,
  reader: Reader,
} satisfies Pages;
