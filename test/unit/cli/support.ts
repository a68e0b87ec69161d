/** Runs commands as the program does, without a process of its own. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../../server/src/cli/run';
import type { Io } from '../../../server/src/cli/io';
import { createNodeHost } from '../../../server/src/node/host';

export interface Ran {
  readonly code: number;
  readonly out: string;
  /** Lines on standard error. */
  readonly err: readonly string[];
}

/** A day on which nothing of the fixtures is ahead of its time. */
export const DAY = '2026-11-01';

export async function aims(argv: readonly string[], io: Partial<Io> = {}): Promise<Ran> {
  let out = '';
  const err: string[] = [];
  const code = await run(argv, {
    out: (text) => (out += text),
    err: (line) => err.push(line),
    cwd: process.cwd(),
    env: {},
    color: false,
    now: () => new Date(`${DAY}T12:00:00Z`),
    createHost: createNodeHost,
    ...io,
  });
  return { code, out, err };
}

const made: string[] = [];

/** A folder of its own in the system's temporary folder, links resolved; gone after the tests. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aims-cli-')));
  made.push(folder);
  return folder;
}

/** A folder with these files in it. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const FIXTURES = join(import.meta.dirname, '../../fixtures/cli');

/** A copy of a fixture, so that nothing above it in this repository counts. */
export function fixture(name: string): string {
  const folder = temporaryFolder();
  cpSync(join(FIXTURES, name), folder, { recursive: true });
  return folder;
}

export const goldenPath = (name: string): string => join(FIXTURES, 'golden', name);

after(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});
