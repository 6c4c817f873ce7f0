// A small WebDriver client for the real window (WebKitWebDriver, package webkit2gtk-driver).
// Not here: anything about Holdepunkt's pages, see app.mjs.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export const Keys = {
  enter: '\uE007', tab: '\uE004', escape: '\uE00C', backspace: '\uE003', up: '\uE013', down: '\uE015',
  control: '\uE009', shift: '\uE008', alt: '\uE00A', f1: '\uE031', end: '\uE010', home: '\uE011',
};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** On a computer that is busy with other things everything takes longer: `PATIENCE=5 tests/e2e/run …`. */
const PATIENCE = Number(process.env.PATIENCE ?? 1);

export class Driver {
  static async start(binary, args, environment = {}) {
    const port = await freePort();
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      env: { ...process.env, TAURI_WEBVIEW_AUTOMATION: 'true', ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const self = new Driver(`http://127.0.0.1:${port}`, driver);
    try {
      await self.#ready();
      const { sessionId } = await self.#call('POST', '/session', {
        capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args } } },
      });
      self.session = `/session/${sessionId}`;
      await self.#call('POST', `${self.session}/timeouts`, { script: 60000 * PATIENCE, implicit: 0, pageLoad: 60000 * PATIENCE });
      return self;
    } catch (error) {
      driver.kill('SIGKILL');
      throw error;
    }
  }

  constructor(base, process) {
    this.base = base;
    this.process = process;
  }

  async #ready() {
    for (let tries = 0; tries < 100; tries += 1) {
      try {
        const { ready } = await this.#call('GET', '/status');
        if (ready) return;
      } catch {
        // not listening yet
      }
      await pause(50);
    }
    throw new Error('WebKitWebDriver did not start');
  }

  async #call(method, path, body, patience = 120000) {
    const response = await fetch(this.base + path, {
      signal: AbortSignal.timeout(patience),
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    const { value } = await response.json();
    if (!response.ok) throw Object.assign(new Error(`${value.error}: ${value.message}`), { webdriver: value.error });
    return value;
  }

  call(method, path, body) {
    return this.#call(method, this.session + path, body);
  }

  async find(css) {
    const value = await this.call('POST', '/element', { using: 'css selector', value: css });
    return value[ELEMENT];
  }

  async all(css) {
    const value = await this.call('POST', '/elements', { using: 'css selector', value: css });
    return value.map((element) => element[ELEMENT]);
  }

  /** Runs `source` as the body of a function in the page; `arguments` are passed on. */
  run(source, ...args) {
    return this.call('POST', '/execute/sync', { script: source, args });
  }

  runAsync(source, ...args) {
    return this.call('POST', '/execute/async', { script: source, args });
  }

  as(element) {
    return { [ELEMENT]: element };
  }

  click(element) {
    return this.call('POST', `/element/${element}/click`, {});
  }

  clear(element) {
    return this.call('POST', `/element/${element}/clear`, {});
  }

  type(element, text) {
    return this.call('POST', `/element/${element}/value`, { text });
  }

  /** Presses keys on whatever has the focus; a chord is held together: `keys('\uE009', 'z')`. */
  async chord(...keys) {
    const actions = [
      ...keys.map((value) => ({ type: 'keyDown', value })),
      ...[...keys].reverse().map((value) => ({ type: 'keyUp', value })),
    ];
    await this.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Types characters one by one on whatever has the focus. */
  async write(text) {
    const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  screenshot() {
    return this.call('GET', '/screenshot').then((data) => Buffer.from(data, 'base64'));
  }

  async setSize(width, height) {
    await this.call('POST', '/window/rect', { width, height });
  }

  /** Waits until `probe` gives something truthy; says `what` was waited for when it does not come. */
  async until(what, probe, patience = 15000) {
    const end = Date.now() + patience * PATIENCE;
    let last;
    for (;;) {
      try {
        last = await probe();
        if (last) return last;
      } catch (error) {
        last = error;
      }
      if (Date.now() > end) throw new Error(`waited ${patience} ms in vain for ${what} (last: ${last})`);
      await pause(60);
    }
  }

  /** Ends the session and the window without a word, as a crash would. */
  async quit() {
    try {
      await this.#call('DELETE', this.session, undefined, 3000);
    } catch {
      // the window is gone already
    }
    this.process.kill('SIGKILL');
    await pause(200);
  }
}
