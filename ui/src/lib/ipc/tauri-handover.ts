// Writing together on two computers, in the real host. As in `tauri.ts`.
import type { HandoverHost } from './host-handover';

type Call = <T>(command: string, args?: Record<string, unknown>) => Promise<T>;

export const handoverHost = (call: Call): HandoverHost => ({
  handovers: () => call('handovers'),
  handOver: (wanted) => call('hand_over', { wanted }),
  takeAnswer: () => call('take_answer'),
  closeHandover: (id, closed) => call('close_handover', { id, closed }),
  saveHandoverRecord: (id) => call('save_handover_record', { id }),
  eraseHandover: (id) => call('erase_handover', { id }),
  keepCowriter: (fields) => call('keep_cowriter', { fields }),
  dropCowriter: (id) => call('drop_cowriter', { id }),
  ownKey: () => call('own_key'),
  saveOwnKey: () => call('save_own_key'),
  chooseHandover: () => call('choose_handover'),
  readHandover: (words) => call('read_handover', { words }),
  beginGuest: (name) => call('begin_guest', { name }),
  handBack: () => call('hand_back'),
  isToBeHandedBack: () => call('is_to_be_handed_back'),
  leaveGuest: () => call('leave_guest'),
  wakeGuest: (secret) => call('wake_guest', { secret }),
});
