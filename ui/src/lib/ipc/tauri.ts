// The real host: every method is one command of the shell.
// Not here: anything that decides. Only this folder knows Tauri.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Host } from './host';
import { exchangeHost } from './tauri-exchange';
import { handoverHost } from './tauri-handover';
import { safetyHost } from './tauri-safety';
import { shelfHost } from './tauri-shelf';
import { wellFormed } from './wellformed';

const call = <T>(command: string, args: Record<string, unknown> = {}): Promise<T> =>
  invoke<T>(command, wellFormed(args));

/** In the address of a page that is loaded anew to be blank. */
const BLANK = '#blank';

function on(event: string, callback: () => void): () => void {
  const stop = listen(event, callback);
  return () => void stop.then((unlisten) => unlisten());
}

export const tauriHost: Host = {
  ...exchangeHost(call),
  ...safetyHost(call),
  ...handoverHost(call),
  ...shelfHost(call),
  start: () => call('start'),
  setPreferences: (preferences) => call('set_preferences', { preferences }),
  createBook: (lock) => call('create_book', { lock }),
  renewWords: () => call('renew_words'),
  sheetPreview: () => call('sheet_preview'),
  saveSheet: () => call('save_sheet'),
  forgetWords: () => call('forget_words'),
  unlock: (secret) => call('unlock', { secret }),
  lock: () => call('lock'),
  tryAgain: () => call('try_again'),
  contents: () => call('contents'),
  page: (id) => call('page', { id }),
  change: (change) => call('change', { change }),
  undo: () => call('undo'),
  redo: () => call('redo'),
  historyOfLine: (id) => call('history_of_line', { id }),
  historyOfChapter: (id) => call('history_of_chapter', { id }),
  help: () => call('help'),
  savePhonePicture: (language) => call('save_phone_picture', { language }),
  openSaved: () => call('open_saved'),
  openSample: () => call('open_sample'),
  closeSample: () => call('close_sample'),
  about: () => call('about'),
  onClosing: (callback) => on('closing', callback),
  stayOpen: () => call('stay_open'),
  closed: () => call('closed'),
  suggestPassphrase: () => call('suggest_passphrase'),
  changePassphrase: (present, passphrase) => call('change_passphrase', { present, passphrase }),
  confirmWord: (number, typed) => call('confirm_word', { number, typed }),
  sheetDue: () => call('sheet_due'),
  answerSheet: (answer) => call('answer_sheet', { answer }),
  card: () => call('card'),
  setCard: (chosen) => call('set_card', { chosen }),
  setAside: () => call('set_aside'),
  helpLines: () => call('help_lines'),
  aims: () => call('aims'),
  review: () => call('review'),
  reviewDue: () => call('review_due'),
  visits: () => call('visits'),
  visitRecord: (id) => call('visit_record', { id }),
  visitPage: (id, most) => call('visit_page', { id, most }),
  inbox: (most) => call('inbox', { most }),
  readyProposals: () => call('ready_proposals'),
  coming: () => call('coming'),
  visitTalk: () => call('visit_talk'),
  holdPen: (person, page, most) => call('hold_pen', { person, page: page ?? null, most: most ?? null }),
  openChapters: (id, chapters, secret) => call('open_chapters', { id, chapters, secret }),
  pauseVisit: (secret) => call('pause_visit', { secret }),
  resumeVisit: (id) => call('resume_visit', { id }),
  endVisit: (id, secret) => call('end_visit', { id, secret }),
  support: () => call('support'),
  visitPreview: (id) => call('visit_preview', { id }),
  saveVisit: (id) => call('save_visit', { id }),
  saveVisitRecord: (id) => call('save_visit_record', { id }),
  eraseVisit: (id) => call('erase_visit', { id }),
  waysIn: () => call('ways_in'),
  createInKeyring: () => call('create_in_keyring'),
  unlockWithKeyring: () => call('unlock_with_keyring'),
  useKeyring: (present) => call('use_keyring', { present }),
  leaveKeyring: () => call('leave_keyring'),
  shares: () => call('shares'),
  reader: (id) => call('reader', { id }),
  layPrint: (order) => call('lay_print', { order }),
  printPage: (number, page) => call('print_page', { number, page }),
  savePrint: (number) => call('save_print', { number }),
  leavePrint: () => call('leave_print'),
  recordShare: (id, number, whom, how) => call('record_share', { id, number, whom, how }),
  onLockNow: (callback) => on('lock-now', callback),
  onLocked: (callback) => on('locked', callback),
  onNotSaved: (callback) => on('not-saved', callback),
  freshPage(hidden, left) {
    history.replaceState({ left }, '', hidden ? BLANK : location.pathname);
    // What is pressed between now and the new page would be lost: there is nothing to press.
    document.body.replaceChildren();
    location.reload();
  },
  leftPage: () => (history.state as { left?: string } | null)?.left ?? '',
  cameHidden() {
    const hidden = location.hash === BLANK;
    if (hidden) history.replaceState(history.state, '', location.pathname);
    return hidden;
  },
};
