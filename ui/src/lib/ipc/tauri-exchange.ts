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
  chaptersAsText: (chapters, style) => call('chapters_as_text', { chapters, style }),
  saveText: (chapters, style) => call('save_text', { chapters, style }),
  copyText: (chapters, style) => call('copy_text', { chapters, style }),
  saveCalendar: () => call('save_calendar'),
  choosePeople: () => call('choose_people'),
  addPeople: (people) => call('add_people', { people }),
  addPicture: (line, section) => call('add_picture', { line, section }),
  addPaper: (page) => call('add_paper', { page }),
  picture: (id) => call('picture', { id }),
  savePicture: (id) => call('save_picture', { id }),
});
