// Prints, and the register of copies, of the host in memory: pages it only pretends to draw. As in `fake.ts`.
import { failure } from './fake-book';
import type { Inside } from './fake-inside';
import { deadOn, printedLines, readerView, record, sharesView } from './fake-share';
import type { Host } from './host';
import type { Preview, PreviewPage, PrintOrder } from './types';

export type PrintHost = Pick<
  Host,
  | 'shares'
  | 'reader'
  | 'layPrint'
  | 'printPage'
  | 'savePrint'
  | 'leavePrint'
  | 'recordShare'
  | 'savePhonePicture'
  | 'openSaved'
>;

function drawn(text: string): PreviewPage {
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><rect width="210" height="297" fill="#fff"/><text x="20" y="40" font-size="12">${text}</text></svg>`;
  return { image: `data:image/svg+xml,${encodeURIComponent(sheet)}`, text: `${text}\n112` };
}

/** The same page twice, as a preview. */
export function drawnTwice(text: string): Preview {
  const page = drawn(text);
  return { pages: [page, page] };
}

export function fakePrint(inside: Inside): PrintHost {
  const { answer, open, changed, say, language } = inside;
  const orders: PrintOrder[] = [];
  const page = (number: number): PreviewPage => {
    const order = orders[number - 1];
    const lines = order ? printedLines(open(), order, order.language) : [];
    const heading = order?.language === 'en' ? 'My crisis plan' : 'Min kriseplan';
    return drawn([heading, ...lines].join('\n'));
  };
  return {
    shares: () => answer('shares', [], () => sharesView(open(), language())),
    reader: (id) => answer('reader', [id], () => readerView(open(), id, language())),
    layPrint: (order) =>
      answer('layPrint', [order], () => {
        orders.push(order);
        const dead = deadOn(open(), order, language());
        return { number: orders.length, pages: 2, first: page(orders.length), dead };
      }),
    printPage: (number, at) => answer('printPage', [number, at], () => page(number)),
    leavePrint: () => answer('leavePrint', [], () => undefined),
    savePrint: (number) => answer('savePrint', [number], () => ({ saved: true, name: '/home/kim/Min plan.pdf' })),
    recordShare: (id, number, whom, how) =>
      answer('recordShare', [number, whom, how], () => {
        const book = open();
        const order = orders[number - 1];
        if (!order) throw failure('not-found', 'Det er her ikke længere.');
        const before = structuredClone(book);
        record(book, { id, order, whom, how, revision: inside.revision() }, language());
        const step = { what: say('udgave skrevet på listen', 'copy put on the list'), page: 'shares.page' };
        inside.before(before, step);
        return changed(['shares.page'], [], '');
      }),
    savePhonePicture: (language) =>
      answer('savePhonePicture', [language], () => {
        open().shares.out = { made: 'phone-picture', chapters: [] };
        return { saved: true, name: '/home/kim/Min plan.png' };
      }),
    openSaved: () => answer('openSaved', [], () => undefined),
  };
}
