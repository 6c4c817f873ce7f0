// The pages of settings, by their screens.
import Card from './Card.svelte';
import Numbers from '../numbers/Numbers.svelte';
import Passphrase from './Passphrase.svelte';
import Settings from './Settings.svelte';
import ShelfPage from '../shelf/ShelfPage.svelte';
import TheLock from './TheLock.svelte';
import type { Pages } from '../room/room.svelte';

export default {
  card: Card,
  numbers: Numbers,
  passphrase: Passphrase,
  settings: Settings,
  shelf: ShelfPage,
  'the-lock': TheLock,
} satisfies Pages;
