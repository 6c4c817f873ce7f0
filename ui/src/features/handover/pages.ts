// Writing together on two computers, by its screens.
import OpenOther from './OpenOther.svelte';
import Handovers from './Handovers.svelte';
import type { Pages } from '../room/room.svelte';

export default {
  'guest-open': OpenOther,
  handover: Handovers,
} satisfies Pages;
