// A program that shows PDFs, for computers that have none: it keeps what it was given, so that one can look at the very file that was opened.
// Not here: the system's dialogs (`dialogs.mjs`).
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const data = process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share');
const programs = join(data, 'applications');
const entry = join(programs, 'viewer.desktop');
const program = join(data, 'viewer');
const shown = join(data, 'shown');

/** Puts it on the computer. */
export function putViewer() {
  mkdirSync(programs, { recursive: true });
  writeFileSync(program, `#!/bin/sh\nprintf '%s' "$1" > '${shown}'\n`, { mode: 0o755 });
  writeFileSync(entry, `[Desktop Entry]\nType=Application\nName=Viewer\nExec=${program} %f\nMimeType=application/pdf;\n`);
  writeFileSync(join(programs, 'mimeinfo.cache'), '[MIME Cache]\napplication/pdf=viewer.desktop;\n');
}

/** And takes it away. */
export function takeViewer() {
  for (const path of [entry, program, shown, join(programs, 'mimeinfo.cache')]) rmSync(path, { force: true });
}

/** The file it shows, when it has been given one since it was asked last. */
export function isShown() {
  if (!existsSync(shown)) return null;
  const path = readFileSync(shown, 'utf8');
  if (path !== '') rmSync(shown);
  return path || null;
}
