// *Tag med og hent ind* in the real host. As in `tauri.ts`.
import type { ExchangeHost } from './host-exchange';

type Call = <T>(command: string, args?: Record<string, unknown>) => Promise<T>;

export const exchangeHost = (call: Call): ExchangeHost => ({
  drawWords: () => call('draw_words'),
  exportBook: () => call('export_book'),
  exportSealed: (words) => call('export_sealed', { words }),
  openFile: () => call('open_file'),
  unlockFile: (words) => call('unlock_file', { words }),
  takeIn: (ids, mine) => call('take_in', { ids, mine }),
  leaveFile: () => call('leave_file'),
  chaptersAsText: (order) => call('chapters_as_text', { order }),
  saveText: (order) => call('save_text', { order }),
  copyText: (order) => call('copy_text', { order }),
  recordFile: (id, whom, how, replaces) => call('record_file', { id, whom, how, replaces }),
  saveCalendar: () => call('save_calendar'),
  choosePeople: () => call('choose_people'),
  addPeople: (people) => call('add_people', { people }),
  addPicture: (line, section) => call('add_picture', { line, section }),
  addPaper: (page) => call('add_paper', { page }),
  picture: (id) => call('picture', { id }),
  savePicture: (id) => call('save_picture', { id }),
});
