/** Real repositories in a temporary folder. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createGit, type NodeGitOptions } from '../../../server/src/node/git';
import { toUri } from '../../../server/src/node/paths';
import type { Answer, Change, Git } from '../../../server/src/workspace/git';

/** Of the user who runs the tests nothing is taken over. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

export const value = <T>(answer: Answer<T>): T => {
  assert.ok(answer.known, answer.known ? '' : answer.doubt);
  return answer.value;
};
export const doubt = <T>(answer: Answer<T>): string | undefined => (answer.known ? undefined : answer.doubt);

const text = new TextDecoder();

/** One file as of a commit; undefined where it was not there. */
export async function textAt(git: Git, revision: string, path: string): Promise<string | undefined> {
  const files = value(await git.filesAt(revision));
  try {
    return files.entries.has(path) ? text.decode(value(await files.read(path, 20_000_000))) : undefined;
  } finally {
    files.close();
  }
}

/** The files as of a commit, with what they are. */
export async function entriesAt(git: Git, revision: string): Promise<Record<string, string>> {
  const files = value(await git.filesAt(revision));
  files.close();
  return Object.fromEntries(files.entries);
}

/** Days of the commits that changed one path, newest first. */
export const daysSince = async (git: Git, uri: string, day: string): Promise<readonly string[]> =>
  value(await git.changesSince(day, [uri])).map((change: Change) => change.day);

export class Repository {
  /** A folder of its own, for what stands beside the repository. */
  readonly top = realpathSync(mkdtempSync(join(tmpdir(), 'aims-git-')));
  readonly path = join(this.top, 'repo');

  constructor() {
    this.init(this.path);
  }

  init(folder: string): void {
    mkdirSync(folder);
    this.git(['init', '-q', '-b', 'main'], folder);
  }

  remove(): void {
    rmSync(this.top, { recursive: true, force: true });
  }

  /** Runs git itself, as the user would. */
  git(args: readonly string[], folder = this.path, at = '2026-01-01T12:00:00Z', written = at): string {
    const [name, email] = ['A', 'a@example.org'];
    const people = {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
    };
    const dates = { GIT_AUTHOR_DATE: written, GIT_COMMITTER_DATE: at };
    return execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...ENVIRONMENT, ...people, ...dates, GIT_ALLOW_PROTOCOL: 'file' },
    }).trim();
  }

  write(path: string, text: string, folder = this.path): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  /** @returns the hash */
  commit(at: string, files: Readonly<Record<string, string>>, folder = this.path): string {
    for (const [path, text] of Object.entries(files)) this.write(path, text, folder);
    this.git(['add', '-A', '.'], folder);
    this.git(['commit', '-q', '-m', 'x'], folder, at);
    return this.git(['rev-parse', 'HEAD'], folder);
  }

  open(folder = this.path, options: NodeGitOptions = {}): Git {
    return createGit(folder, { environment: ENVIRONMENT, ...options });
  }

  uri(path: string, folder = this.path): string {
    return toUri(join(folder, path));
  }
}
