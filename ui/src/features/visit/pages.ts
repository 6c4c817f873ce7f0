// The pages around a visit, by their screens.
import Inbox from './Inbox.svelte';
import VisitEnd from './VisitEnd.svelte';
import VisitRecord from './VisitRecord.svelte';
import VisitStart from './VisitStart.svelte';
import Visits from './Visits.svelte';
import type { Pages } from '../room/room.svelte';

export default {
  inbox: Inbox,
  'visit-end': VisitEnd,
  'visit-record': VisitRecord,
  'visit-start': VisitStart,
  visits: Visits,
} satisfies Pages;
