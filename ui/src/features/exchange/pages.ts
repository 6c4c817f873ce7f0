// The pages of *Tag med og hent ind*, by their screens.
import BookOut from './BookOut.svelte';
import FileIn from './FileIn.svelte';
import Out from './Out.svelte';
import PeopleIn from './PeopleIn.svelte';
import TextOut from './TextOut.svelte';
import type { Pages } from '../room/room.svelte';

export default {
  'book-out': BookOut,
  'file-in': FileIn,
  out: Out,
  'people-in': PeopleIn,
  'text-out': TextOut,
} satisfies Pages;
