/**
 * Starts git on a repository nobody may have looked at: what its configuration says is never run, nothing is written,
 * nothing is fetched, and it is ended where it hangs.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { isBelow } from './paths';

export type GitOutput =
  | { readonly kind: 'ended'; readonly code: number; readonly stdout: Buffer }
  | { readonly kind: 'not-started' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'timed-out' };

/** Before every command. Each closes a way by which a repository could run a program of its choice, or reach the network. */
const SAFE = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'protocol.allow=never',
    'log.showSignature=false',
    // What a folder of files could pass off as a repository is none: one has a `.git`.
    'safe.bareRepository=explicit',
  ].flatMap((setting) => ['-c', setting]),
];

/** Variables of git's that say who the user is and which repositories they accept; any other may point elsewhere. */
const KEPT = /^GIT_(?:CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM|CEILING_DIRECTORIES|EXEC_PATH)$/i;

/** The environment git is started in. */
export function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name) || KEPT.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    // A commit is what its hash says, whatever the repository would put in its place.
    GIT_NO_REPLACE_OBJECTS: '1',
    // Wins over `protocol.<name>.allow` of the repository, which the setting above does not. No protocol has this name.
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
}

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/**
 * The git of the system: the first in PATH that does not stand in the workspace. A relative entry of PATH, or the folder
 * of the workspace's own programs, would let the workspace name what is started.
 * @param root path of the workspace folder
 */
export function findGit(environment: NodeJS.ProcessEnv, root: string): string | undefined {
  const path = Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  return path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && !isBelow(folder, root))
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/** How git is started. */
export interface GitStart {
  readonly program: string;
  /** Where it runs: the workspace folder. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** In milliseconds. */
  readonly timeout: number;
}

export interface GitRun extends GitStart {
  /** Most bytes taken of what it prints. */
  readonly limit: number;
}

/** A group of its own, so that what git starts is ended with it. */
const IS_GROUP = process.platform !== 'win32';

/** A git that is asked again and again: questions on its standard input, answers on its standard output. */
export type GitTalk = ChildProcessByStdio<Writable, Readable, null>;

/** Undefined where it cannot be started: a sign no argument may have. */
function start(args: readonly string[], run: GitStart, stdin: 'pipe'): GitTalk | undefined;
function start(
  args: readonly string[],
  run: GitStart,
  stdin: 'ignore',
): ChildProcessByStdio<null, Readable, null> | undefined;
function start(
  args: readonly string[],
  { program, folder, environment }: GitStart,
  stdin: 'pipe' | 'ignore',
): ChildProcessByStdio<Writable | null, Readable, null> | undefined {
  try {
    return spawn(program, [...SAFE, ...args], {
      cwd: folder,
      env: environment,
      stdio: [stdin, 'pipe', 'ignore'],
      shell: false,
      windowsHide: true,
      detached: IS_GROUP,
    }) as ChildProcessByStdio<Writable | null, Readable, null>;
  } catch {
    return undefined;
  }
}

/** Starts a command that answers questions. Undefined where it cannot be started; it may also fail later. */
export const talkToGit = (args: readonly string[], run: GitStart): GitTalk | undefined =>
  start(args, run, 'pipe');

/** Ends a process and what it started. */
export function endGit(child: { readonly pid?: number | undefined; kill(signal: 'SIGKILL'): boolean }): void {
  try {
    if (IS_GROUP && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

/** Runs one command to its end. Never throws. */
export function runGit(args: readonly string[], run: GitRun): Promise<GitOutput> {
  return new Promise((resolve) => {
    const child = start(args, run, 'ignore');
    if (!child) {
      resolve({ kind: 'not-started' });
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (output: GitOutput): void => {
      clearTimeout(timer);
      child.stdout.destroy();
      resolve(output);
    };
    const end = (output: GitOutput): void => {
      endGit(child);
      finish(output);
    };
    const timer = setTimeout(() => end({ kind: 'timed-out' }), run.timeout);
    child.on('error', () => finish({ kind: 'not-started' }));
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > run.limit) end({ kind: 'too-large' });
      else chunks.push(chunk);
    });
    child.on('close', (code) =>
      finish(
        code === null
          ? { kind: 'not-started' }
          : { kind: 'ended', code, stdout: Buffer.concat(chunks, length) },
      ),
    );
  });
}
