// What one meets before a book is open.
export { default as FirstRun } from '../first-run/FirstRun.svelte';
export { default as GuestGone } from '../guest/GuestGone.svelte';
export { default as GuestWaits } from '../guest/GuestWaits.svelte';
export { default as Unsent } from '../guest/Unsent.svelte';
export { default as Locked } from './Locked.svelte';
