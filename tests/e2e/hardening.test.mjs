// What the page may not do, tried from inside the real window as a hostile script would: other commands than ours, the
// network, foreign scripts, other pages, permissions, downloads, keeping things. And what the program leaves behind.
// The listener counts every connection, also those the content policy does not name; a positive control comes first.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { App, pause } from './app.mjs';

const binary = process.env.HOLDEPUNKT ?? new URL('../../target/debug/holdepunkt', import.meta.url).pathname;
const closer = new URL('close_window.py', import.meta.url).pathname;
const CANARY = 'Kanariefugl Zebrafinke 7319';
let app;
let server;
let address;
let connections = 0;

/** Runs the body of an async function in the page; gives what it returned, or `refused: why`. */
async function attempt(body, ...args) {
  const script = `const done = arguments[arguments.length - 1];
    const given = [...arguments].slice(0, -1);
    const late = setTimeout(() => done('nothing came of it'), 4000);
    (async (...given) => { ${body} })(...given).then(
      (value) => { clearTimeout(late); done(value === undefined ? 'done' : value); },
      (why) => { clearTimeout(late); done('refused: ' + why); });`;
  return app.driver.runAsync(script, ...args);
}

const invoke = (command, args = {}) => attempt('return { gave: await window.__TAURI_INTERNALS__.invoke(given[0], given[1]) };', command, args);
const windows = () => visible('.').length;

function visible(name) {
  try {
    return execFileSync('xdotool', ['search', '--onlyvisible', '--name', name], { encoding: 'utf8', stdio: 'pipe' }).trim().split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

async function until(what, probe, patience = 15000) {
  const end = Date.now() + patience;
  for (;;) {
    const got = await probe();
    if (got) return got;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await pause(60);
  }
}

/** Every file below a folder with its path from there. */
function files(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

/** The program as a person starts it, without anyone steering the webview. */
function startPlainly(folder, { environment = {}, where = tmpdir() } = {}) {
  const { TAURI_WEBVIEW_AUTOMATION: _, ...clean } = process.env;
  const said = [];
  const child = spawn('bash', ['-c', 'ulimit -c unlimited; exec "$@"', 'bash', binary, '--data-dir', folder], {
    cwd: where,
    env: { ...clean, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.on('data', (data) => said.push(String(data)));
  child.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  child.said = () => said.join('');
  return child;
}

function childrenOf(pid) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        const [, command, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').match(/^\d+ \((.*)\) \S (\d+)/);
        return { pid: Number(name), command, parent: Number(parent) };
      } catch {
        return { parent: 0 };
      }
    })
    .filter((process) => process.parent === pid);
}

before(async () => {
  server = createServer((_, response) => response.end('<script>parent.ran = true</script>'));
  server.on('connection', () => (connections += 1));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${server.address().port}`;
  app = await App.start();
  await app.press('Dansk');
  await app.sees('Velkommen til din bog');
});

after(async () => {
  await app?.crash();
  app?.forget();
  server?.closeAllConnections();
  server?.close();
});

test('the listener that the attacks are measured with hears a connection', async () => {
  await (await fetch(`${address}/control`)).text();
  assert.equal(connections, 1);
  connections = 0;
});

test('the page has no door of Tauri but our own commands and listening to our own events', async () => {
  assert.equal(await app.driver.run('return typeof window.__TAURI__'), 'undefined');
  assert.equal((await invoke('about')).gave.version.length > 0, true, 'our own commands answer, so refusals mean something');
  const before = windows();
  const doors = [
    ['plugin:opener|open_path', { path: '/etc/hostname' }],
    ['plugin:opener|open_url', { url: address }],
    ['plugin:opener|reveal_item_in_dir', { path: '/etc/hostname' }],
    ['plugin:dialog|save', { options: {} }],
    ['plugin:dialog|open', { options: {} }],
    ['plugin:dialog|message', { message: 'hello' }],
    ['plugin:window-state|save_window_state', { flags: 1 }],
    ['plugin:window-state|restore_state', { label: 'main', flags: 1 }],
    ['plugin:window-state|filename', {}],
    ['plugin:fs|read_text_file', { path: '/etc/hostname' }],
    ['plugin:fs|write_text_file', { path: '/etc/hostname' }],
    ['plugin:shell|execute', { program: 'id', args: [] }],
    ['plugin:http|fetch', { url: address }],
    ['plugin:event|emit', { event: 'closing', payload: null }],
    ['plugin:window|close', { label: 'main' }],
    ['plugin:window|set_title', { label: 'main', value: 'x' }],
    ['plugin:window|create', { options: { label: 'second' } }],
    ['plugin:webview|create_webview_window', { options: { label: 'second', url: address } }],
    ['plugin:webview|create_webview', { windowLabel: 'main', options: { label: 'second', url: address } }],
    ['plugin:webview|print', { label: 'main' }],
    ['plugin:webview|internal_toggle_devtools', {}],
    ['plugin:app|version', {}],
    ['plugin:app|name', {}],
    ['plugin:path|resolve_directory', { directory: 21 }],
    ['plugin:resources|close', { rid: 0 }],
    ['plugin:menu|new', { kind: 'Menu', options: {} }],
    ['plugin:tray|new', { options: {} }],
    ['plugin:image|from_path', { path: '/etc/hostname' }],
    ['no_such_command', {}],
  ];
  for (const [command, args] of doors) {
    const answer = await invoke(command, args);
    assert.match(String(answer), /^refused: .*(not allowed|not found|denied)/i, `${command} gave ${JSON.stringify(answer)}`);
  }
  assert.equal(windows(), before, 'no dialog, no second window');
});

test('nothing in the page reaches the network, not even this computer', async () => {
  connections = 0;
  const ways = {
    fetch: 'await fetch(given[0] + "/fetch")',
    'fetch without asking': 'await fetch(given[0] + "/fetch", { mode: "no-cors", keepalive: true })',
    XMLHttpRequest: 'await new Promise((good, bad) => { const x = new XMLHttpRequest(); x.open("POST", given[0]); x.onload = good; x.onerror = () => bad("error"); x.send("text"); })',
    WebSocket: 'await new Promise((good, bad) => { const s = new WebSocket(given[0].replace("http", "ws")); s.onopen = good; s.onerror = () => bad("error"); })',
    EventSource: 'await new Promise((good, bad) => { const s = new EventSource(given[0]); s.onopen = good; s.onerror = () => bad("error"); })',
    sendBeacon: 'if (!navigator.sendBeacon(given[0], "text")) throw "false"',
    image: 'await new Promise((good, bad) => { const i = new Image(); i.onload = good; i.onerror = () => bad("error"); i.src = given[0]; })',
    'image set': 'document.body.insertAdjacentHTML("beforeend", `<img srcset="${given[0]}/set 2x">`)',
    style: 'const l = document.createElement("link"); l.rel = "stylesheet"; l.href = given[0]; await new Promise((good, bad) => { l.onload = good; l.onerror = () => bad("error"); document.head.append(l); })',
    'inline style': 'document.body.style.backgroundImage = `url(${given[0]}/bg)`',
    font: 'await new FontFace("x", `url(${given[0]}/font)`).load()',
    script: 'const s = document.createElement("script"); s.src = given[0]; await new Promise((good, bad) => { s.onload = good; s.onerror = () => bad("error"); document.head.append(s); })',
    'import()': 'await import(given[0])',
    iframe: 'const f = document.createElement("iframe"); f.src = given[0]; document.body.append(f)',
    object: 'const o = document.createElement("object"); o.data = given[0]; document.body.append(o)',
    embed: 'const o = document.createElement("embed"); o.src = given[0]; document.body.append(o)',
    video: 'const v = document.createElement("video"); v.src = given[0]; document.body.append(v); v.load()',
    audio: 'new Audio(given[0]).load()',
    form: 'const f = document.createElement("form"); f.action = given[0]; f.method = "post"; document.body.append(f); f.submit()',
    ping: 'document.body.insertAdjacentHTML("beforeend", `<a id="ping" href="#here" ping="${given[0]}">x</a>`); document.getElementById("ping").click()',
    worker: 'new Worker(given[0])',
    preconnect: 'const l = document.createElement("link"); l.rel = "preconnect"; l.href = given[0]; document.head.append(l)',
    prefetch: 'const l = document.createElement("link"); l.rel = "prefetch"; l.href = given[0]; document.head.append(l)',
    preload: 'const l = document.createElement("link"); l.rel = "preload"; l.as = "image"; l.href = given[0]; document.head.append(l)',
    modulepreload: 'const l = document.createElement("link"); l.rel = "modulepreload"; l.href = given[0]; document.head.append(l)',
    manifest: 'const l = document.createElement("link"); l.rel = "manifest"; l.href = given[0]; document.head.append(l)',
    icon: 'const l = document.createElement("link"); l.rel = "icon"; l.href = given[0]; document.head.append(l)',
    'svg use': 'document.body.insertAdjacentHTML("beforeend", `<svg><use href="${given[0]}#x"/><image href="${given[0]}"/></svg>`)',
    WebRTC: 'const p = new RTCPeerConnection({ iceServers: [{ urls: given[0].replace("http://", "stun:") }] }); p.createDataChannel("x"); await p.setLocalDescription(await p.createOffer())',
  };
  const got = [];
  for (const [name, body] of Object.entries(ways)) {
    const heard = connections;
    const answer = await attempt(`${body}; return 'tried';`, address);
    await pause(60);
    if (connections > heard) got.push(`${name} (${JSON.stringify(answer)})`);
  }
  await pause(1000);
  assert.deepEqual(got, [], 'these reached the listener');
  assert.equal(connections, 0, 'not a single connection');
});

test('no script runs that is not in the program', async () => {
  const ways = [
    'eval("window.ran = true")',
    'new Function("window.ran = true")()',
    'setTimeout("window.ran = true", 0)',
    'const s = document.createElement("script"); s.textContent = "window.ran = true"; document.body.append(s)',
    'const s = document.createElement("script"); s.src = "data:text/javascript,window.ran=true"; document.body.append(s)',
    'const s = document.createElement("script"); s.src = URL.createObjectURL(new Blob(["window.ran = true"], { type: "text/javascript" })); document.body.append(s)',
    'await import("data:text/javascript,window.ran=true")',
    'document.body.insertAdjacentHTML("beforeend", `<img src="x" onerror="window.ran = true">`)',
    'document.body.insertAdjacentHTML("beforeend", `<svg onload="window.ran = true"></svg>`)',
    'document.body.insertAdjacentHTML("beforeend", `<a id="js" href="javascript:void(window.ran = true)">x</a>`); document.getElementById("js").click()',
    'location.href = "javascript:void(window.ran = true)"',
    'document.body.insertAdjacentHTML("beforeend", `<iframe srcdoc="<script>parent.ran = true</script>"></iframe>`)',
    'document.body.insertAdjacentHTML("beforeend", `<iframe src="javascript:void(parent.ran = true)"></iframe>`)',
    'document.body.insertAdjacentHTML("beforeend", `<button id="on" onclick="window.ran = true">x</button>`); document.getElementById("on").click()',
    'document.body.setAttribute("onfocus", "window.ran = true"); document.body.dispatchEvent(new Event("focus"))',
    'new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))).onmessage = () => { window.ran = true; }',
    'await navigator.serviceWorker.register("/assets/x.js"); window.ran = true',
  ];
  for (const way of ways) {
    await attempt(way);
    await pause(80);
    assert.equal(await app.driver.run('return window.ran === undefined'), true, `this ran: ${way}`);
  }
  await app.driver.run('window.ran = 1; return true');
  assert.equal(await app.driver.run('return window.ran'), 1, 'a script that runs would have been seen');
  await app.driver.run('delete window.ran; return true');
});

test('the window goes nowhere and no other opens', async () => {
  const home = await app.driver.run('return location.href');
  assert.match(home, /^tauri:\/\/localhost(?=[/#?]|$)/);
  await app.driver.run('window.stillHere = true; return true');
  const before = windows();
  connections = 0;
  const ways = [
    'location.href = given[0]',
    'location.replace(given[0])',
    'location.assign("file:///etc/hostname")',
    'location.href = "about:blank"',
    'location.href = "data:text/html,<h1>x</h1>"',
    'location.href = "tauri://elsewhere/"',
    'location.href = URL.createObjectURL(new Blob(["<h1>x</h1>"], { type: "text/html" }))',
    'location.href = "mailto:somebody@example.org"',
    'if (window.open(given[0])) throw "opened"',
    'if (window.open("about:blank", "_blank", "popup")) throw "opened"',
    'document.body.insertAdjacentHTML("beforeend", `<a id="out" target="_blank" href="${given[0]}">x</a>`); document.getElementById("out").click()',
    'document.body.insertAdjacentHTML("beforeend", `<meta http-equiv="refresh" content="0; url=${given[0]}">`)',
    'document.head.insertAdjacentHTML("beforeend", `<base href="${given[0]}/">`)',
  ];
  for (const way of ways) {
    const answer = await attempt(way, address);
    await pause(250);
    assert.notEqual(answer, 'refused: opened', way);
    assert.equal(await app.driver.run('return location.href.split("#")[0]'), home.split('#')[0], way);
    assert.equal(await app.driver.run('return window.stillHere === true && new URL("x", document.baseURI).protocol === "tauri:"'), true, way);
  }
  assert.equal(windows(), before);
  assert.equal(connections, 0);
});

test('nothing is asked of the person and nothing is granted', async () => {
  const before = windows();
  const asked = {
    camera: 'await navigator.mediaDevices.getUserMedia({ video: true })',
    microphone: 'await navigator.mediaDevices.getUserMedia({ audio: true })',
    screen: 'await navigator.mediaDevices.getDisplayMedia()',
    place: 'await new Promise((good, bad) => navigator.geolocation.getCurrentPosition(good, (why) => bad(why.code)))',
    notification: 'if ((await Notification.requestPermission()) !== "granted") throw "denied"',
    'reading the clipboard': 'await navigator.clipboard.readText()',
    'pasting by itself': 'if (!document.execCommand("paste")) throw "false"',
    'the file system': 'await window.showOpenFilePicker()',
    'full screen': 'await document.documentElement.requestFullscreen()',
  };
  for (const [name, body] of Object.entries(asked)) {
    const answer = await attempt(`${body}; return 'granted';`);
    assert.match(String(answer), /^(refused|nothing came of it)/, `${name}: ${answer}`);
  }
  assert.equal(windows(), before, 'no question on the screen');
});

test('the page keeps nothing and saves nothing by itself', async () => {
  for (const way of [
    'localStorage.setItem("a", "b"); if (localStorage.getItem("a") !== "b") throw "kept nothing"',
    'await new Promise((good, bad) => { const r = indexedDB.open("x"); r.onsuccess = good; r.onerror = () => bad("error"); })',
    'document.cookie = "a=b; max-age=9999"; if (!document.cookie) throw "kept nothing"',
    'await (await caches.open("x")).put("/x", new Response("text"))',
  ]) {
    assert.match(String(await attempt(`${way}; return 'kept';`)), /^(refused|nothing came of it)/, way);
  }
  const home = files(process.env.HOME).length;
  await attempt('const a = document.createElement("a"); a.download = "text.txt"; a.href = URL.createObjectURL(new Blob(["text"])); document.body.append(a); a.click()');
  await attempt('const a = document.createElement("a"); a.download = "text.txt"; a.href = "data:text/plain,text"; document.body.append(a); a.click()');
  await pause(1000);
  const saved = files(process.env.HOME).filter((name) => name.includes('text'));
  assert.deepEqual(saved, [], `no download among ${home} files`);
  assert.equal(await app.driver.run('return Object.isFrozen(Object.prototype)'), true);
});

test('files dropped on the page are not taken', async () => {
  const text = await app.text();
  const taken = await app.driver.run(`
    const data = new DataTransfer();
    data.items.add(new File(['<script>window.ran = true</script>'], 'x.html', { type: 'text/html' }));
    for (const kind of ['dragenter', 'dragover', 'drop'])
      document.querySelector('main').dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    return window.ran === true;`);
  assert.equal(taken, false);
  assert.equal(await app.text(), text);
});

test('a run leaves no text outside the encrypted book, no cookies, no cache, no core dump', async () => {
  assert.equal((await invoke('create_book', { lock: { kind: 'open' } })).gave?.length, 0);
  const change = { kind: 'pasteLines', section: 'well.like', text: CANARY, place: { at: 'last' } };
  assert.ok((await invoke('change', { change })).gave);
  await app.crash();

  const there = mkdtempSync(join(tmpdir(), 'holdepunkt-left-'));
  const [folder, home] = [join(there, 'book'), join(there, 'home')];
  for (const name of files(app.folder)) cpSync(join(app.folder, name), join(folder, name));
  mkdirSync(join(home, 'tmp'), { recursive: true });
  const environment = {
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    TMPDIR: join(home, 'tmp'),
  };

  // A control: where nobody forbids it, a killed program leaves its memory in a file.
  const control = spawn('bash', ['-c', 'ulimit -c unlimited; kill -ABRT $$'], { cwd: there });
  await new Promise((resolve) => control.once('exit', resolve));
  const dumps = () => readdirSync(there).filter((name) => name.startsWith('core'));
  const dumpsHere = dumps().length > 0;
  for (const name of dumps()) rmSync(join(there, name));

  for (const end of ['closed', 'crashed']) {
    const run = startPlainly(folder, { environment, where: there });
    await until('the window', () => visible('^Holdepunkt$').length > 0);
    await pause(3000);
    const kin = childrenOf(run.pid);
    assert.ok(kin.some((child) => child.command.startsWith('WebKitWebProc')), `the webview runs: ${kin.map((child) => child.command)}`);
    for (const pid of [run.pid, ...kin.map((child) => child.pid)]) {
      const limit = readFileSync(`/proc/${pid}/limits`, 'utf8').match(/Max core file size\s+(\S+)\s+(\S+)/);
      assert.ok(Number(limit[1]) <= 1 && Number(limit[2]) <= 1, `${pid} may dump ${limit[1]} bytes`);
    }
    if (end === 'closed') {
      execFileSync('python3', [closer, 'Holdepunkt']);
      assert.deepEqual(await run.ended, { code: 0, signal: null });
    } else {
      for (const child of kin) process.kill(child.pid, 'SIGABRT');
      process.kill(run.pid, 'SIGABRT');
      assert.equal((await run.ended).signal, 'SIGABRT');
    }
    assert.doesNotMatch(run.said(), new RegExp(CANARY));
    await pause(300);
    const kept = files(join(home, 'tmp')).filter((name) => name.startsWith('holdepunkt-'));
    if (end === 'closed') assert.deepEqual(kept, [], 'swept when closed');
    // A crash cannot sweep: random salts, and a list of hosts that is empty because there are none.
    for (const name of kept) assert.match(name, /\/in-use$|\/salt$|\/hsts-storage\.sqlite$/, `${name} was kept by the webview`);
  }
  assert.deepEqual(dumps(), [], dumpsHere ? 'the control left a dump, ours none' : 'this system keeps no dumps at all');

  const left = files(there);
  assert.ok(left.includes('book/book.db'), 'the search sees the book');
  for (const name of left) {
    assert.equal(readFileSync(join(there, name)).includes(CANARY), false, `${name} holds what was written`);
    if (!name.startsWith('book/')) assert.match(name, /mesa_shader_cache|^home\/tmp\/holdepunkt-/, `${name} lies outside the folder of the book`);
  }
  // The size of the window is written by a plugin with the system's usual rights.
  for (const name of files(folder).filter((name) => name !== 'window.json' && !name.includes('/'))) {
    assert.equal(statSync(join(folder, name)).mode & 0o077, 0, `${name} is for the person only`);
  }
  rmSync(there, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

test('with an encryption that is not ours there is no window, only words', async () => {
  const folder = App.folder();
  const run = startPlainly(folder, { environment: { HOLDEPUNKT_WRONG_CIPHER: '1' } });
  const [dialog] = await until('the words', () => {
    const found = visible('^Holdepunkt$');
    return found.length ? found : null;
  });
  await pause(500);
  assert.equal(childrenOf(run.pid).some((child) => child.command.startsWith('WebKit')), false, 'no webview was started');
  assert.match(run.said(), /encryption library is not the one we ship/);
  assert.deepEqual(files(folder).filter((name) => name.startsWith('book.')), [], 'nothing was written');
  execFileSync('xdotool', ['windowfocus', dialog]);
  execFileSync('xdotool', ['key', '--clearmodifiers', 'Return']);
  assert.equal((await run.ended).code, 1);
});
