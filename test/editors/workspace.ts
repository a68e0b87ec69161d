/** A copy of the example as a repository, and `aims` on a path, as the set-ups expect them. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { builtProgram } from '../support/mcp';

export interface EditorWorkspace {
  /** Root of the repository. */
  readonly root: string;
  /** Beside it, for what a test writes itself; also the home of the editor. */
  readonly scratch: string;
  /** For the editor's process. */
  readonly env: NodeJS.ProcessEnv;
  dispose(): void;
}

/** The day of the example. */
const NOON = Date.UTC(2026, 10, 1, 12) / 1000;

export async function createWorkspace(): Promise<EditorWorkspace> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aims-editor-')));
  const root = join(folder, 'northwind');
  const scratch = join(folder, 'home');
  const bin = join(folder, 'bin');
  cpSync(resolve('examples/northwind'), root, { recursive: true });
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  for (const each of [scratch, bin]) mkdirSync(each);
  const program = join(bin, 'aims');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${await builtProgram()}' "$@"\n`);
  chmodSync(program, 0o755);
  return {
    root,
    scratch,
    env: {
      HOME: scratch,
      LANG: 'C.UTF-8',
      TERM: 'dumb',
      PATH: [bin, process.env.PATH ?? ''].join(delimiter),
      SOURCE_DATE_EPOCH: String(NOON),
    },
    dispose: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
