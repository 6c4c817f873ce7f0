// The pages of settings, by their screens.
import Card from './Card.svelte';
import Numbers from '../numbers/Numbers.svelte';
import Passphrase from './Passphrase.svelte';
import Settings from './Settings.svelte';
import type { Pages } from '../room/room.svelte';

export default {
  card: Card,
  numbers: Numbers,
  passphrase: Passphrase,
  settings: Settings,
} satisfies Pages;
