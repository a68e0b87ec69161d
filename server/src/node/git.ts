/** git, asked by starting the program. Every answer that could be wrong is "not known". */
import { relative, resolve, sep } from 'node:path';
import { addDuration, type Day } from '../model/scalars';
import type { Answer, Commit, CommitsSince, Doubt, Git } from '../workspace/git';
import { MAX_FILE_SIZE } from '../workspace/host';
import { findGit, gitEnvironment, runGit, type GitOutput, type GitRun } from './git-process';
import { toPath, toUri } from './paths';

/** In milliseconds. */
const TIMEOUT = 5_000;
/** A repository that lets us wait this often is asked no more. */
const MOST_TIMEOUTS = 3;
/** Commands that run at the same time. */
const AT_ONCE = 4;
/** Bytes of a list of files or commits. */
const LIST_LIMIT = 100_000_000;

export interface NodeGitOptions {
  readonly environment?: NodeJS.ProcessEnv;
  /** Path of the program; by default the first in PATH outside the workspace. */
  readonly program?: string;
  /** In milliseconds. */
  readonly timeout?: number;
}

/** @param root path of the workspace folder: all paths asked about lie in it. Only for workspaces that are trusted. */
export function createGit(root: string, options: NodeGitOptions = {}): Git {
  return new NodeGit(resolve(root), options);
}

const known = <T>(value: T): Answer<T> => ({ known: true, value });
const unknown = (doubt: Doubt): { readonly known: false; readonly doubt: Doubt } => ({ known: false, doubt });

/** What may name a commit. Nothing that could be an option, a range, a path in a commit or a search. */
export const isRevision = (text: string): boolean =>
  text.length <= 250 && /^(?!-)[^\s\p{Cc}:?*[\\]+$/u.test(text) && !/\.\.|\{\//.test(text);

interface Head {
  readonly hash: string;
  readonly isShallow: boolean;
}

/** An entry of a commit's tree. */
interface Entry {
  readonly mode: string;
  readonly hash: string;
  readonly path: string;
}

/** Of a regular file, executable or not. */
const isFile = ({ mode }: Entry): boolean => mode.startsWith('100');
const FOLDER = '040000';
const SUBMODULE = '160000';

/** Output of `ls-tree -z`: `mode type hash\tpath\0`. */
const parseEntries = (stdout: Buffer): readonly Entry[] =>
  stdout
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode, hash, path] = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
      return mode !== undefined && hash !== undefined && path !== undefined ? [{ mode, hash, path }] : [];
    });

/** Output of `--format=%H %ct`. */
const parseCommits = (stdout: Buffer): readonly Commit[] =>
  stdout
    .toString('latin1')
    .split('\n')
    .flatMap((line) => {
      const [, hash, seconds] = /^([0-9a-f]{40,64}) (\d{1,11})$/.exec(line) ?? [];
      return hash === undefined
        ? []
        : [{ hash, day: new Date(Number(seconds) * 1000).toISOString().slice(0, 10) }];
    });

class NodeGit implements Git {
  readonly #root: string;
  readonly #rootUri: string;
  readonly #run: Omit<GitRun, 'limit'> | undefined;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #timeouts = 0;

  constructor(root: string, { environment = process.env, program, timeout = TIMEOUT }: NodeGitOptions) {
    this.#root = root;
    this.#rootUri = toUri(root);
    const found = program ?? findGit(environment, root);
    this.#run =
      found === undefined
        ? undefined
        : { program: found, folder: root, environment: gitEnvironment(environment), timeout };
  }

  async isAvailable(): Promise<boolean> {
    return (await this.#output(['rev-parse', '--git-dir'])).known;
  }

  async head(): Promise<Answer<string>> {
    const head = await this.#head();
    return head.known ? known(head.value.hash) : head;
  }

  async lastCommitTouching(uri: string, since?: Day): Promise<Answer<Commit | undefined>> {
    const commits = await this.#commits(uri, since, ['-n', '1']);
    return commits.known ? known(commits.value[0]) : commits;
  }

  async commitsSince(uri: string, day: Day): Promise<Answer<CommitsSince>> {
    const commits = await this.#commits(uri, day, []);
    return commits.known ? known({ count: commits.value.length, newest: commits.value[0] }) : commits;
  }

  async exists(revision: string): Promise<Answer<boolean>> {
    const commit = await this.#commit(revision);
    if (commit.known) return known(true);
    if (commit.doubt !== 'bad-revision' || !isRevision(revision)) return commit;
    const head = await this.#head();
    if (!head.known) return head;
    return head.value.isShallow ? unknown('shallow') : known(false);
  }

  async readAt(revision: string, uri: string): Promise<Answer<string | undefined>> {
    const path = this.#pathOf(uri);
    if (path === undefined) return unknown('bad-path');
    const commit = await this.#commit(revision);
    if (!commit.known) return commit;
    const entry = await this.#entry(commit.value, path);
    if (!entry.known) return entry;
    if (!entry.value) return known(undefined);
    if (!isFile(entry.value)) return unknown('bad-path');
    const blob = await this.#output(['cat-file', 'blob', entry.value.hash], MAX_FILE_SIZE.code);
    return blob.known ? known(new TextDecoder().decode(blob.value)) : blob;
  }

  async listAt(revision: string): Promise<Answer<readonly string[]>> {
    const commit = await this.#commit(revision);
    if (!commit.known) return commit;
    const listed = await this.#output(['ls-tree', '-r', '-z', commit.value]);
    if (!listed.known) return listed;
    const files = parseEntries(listed.value).filter(
      (entry) => isFile(entry) && !entry.path.includes('\uFFFD'),
    );
    return known(files.map(({ path }) => toUri(resolve(this.#root, path))));
  }

  async userEmail(): Promise<Answer<string | undefined>> {
    const output = await this.#start(['config', '--get', 'user.email'], LIST_LIMIT);
    if (output.kind === 'ended' && output.code === 1) return known(undefined);
    const email = settle(output);
    return email.known ? known(email.value.toString('utf8').trim() || undefined) : email;
  }

  /** Commits that changed a path, newest first, all of them later than a day. */
  async #commits(
    uri: string,
    since: Day | undefined,
    bounds: readonly string[],
  ): Promise<Answer<readonly Commit[]>> {
    const path = this.#pathOf(uri);
    if (path === undefined) return unknown('bad-path');
    const head = await this.#head();
    if (!head.known) return head;
    if (head.value.isShallow) return unknown('shallow');
    const { hash } = head.value;
    const entry = await this.#entry(hash, path);
    if (!entry.known) return entry;
    // What git does not track changes without its knowledge; the same goes for what a link or a submodule leads to.
    if (!entry.value) return unknown('untracked');
    if (!isFile(entry.value) && entry.value.mode !== FOLDER) return unknown('bad-path');
    const log = ['log', '-s', '--no-ext-diff', '--no-textconv', '--no-follow', '--format=%H %ct'];
    const output = await this.#output([...log, ...bounds, ...sinceOption(since), hash, '--', path]);
    if (!output.known) return output;
    return known(parseCommits(output.value).filter(({ day }) => since === undefined || day > since));
  }

  async #head(): Promise<Answer<Head>> {
    const output = await this.#output(['rev-parse', '--is-shallow-repository', 'HEAD^{commit}']);
    if (output.known) {
      const [isShallow, hash = ''] = output.value.toString('latin1').split('\n');
      return known({ hash, isShallow: isShallow !== 'false' });
    }
    if (output.doubt !== 'failed') return output;
    return unknown((await this.isAvailable()) ? 'no-commits' : 'no-repository');
  }

  /** The commit a name stands for. `bad-revision` where there is none. */
  async #commit(revision: string): Promise<Answer<string>> {
    if (!isRevision(revision)) return unknown('bad-revision');
    const output = await this.#start(
      ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`],
      LIST_LIMIT,
    );
    const commit = settle(output);
    if (commit.known) return known(commit.value.toString('latin1').trim());
    if (output.kind === 'ended' && output.code === 1) return unknown('bad-revision');
    return commit.doubt === 'failed' && !(await this.isAvailable()) ? unknown('no-repository') : commit;
  }

  /** The entry of a path in a commit; undefined where it has none. */
  async #entry(commit: string, path: string): Promise<Answer<Entry | undefined>> {
    if (path === '.') return known({ mode: FOLDER, hash: commit, path });
    const found = await this.#output(['ls-tree', '-z', commit, '--', path]);
    if (!found.known) return found;
    const [entry] = parseEntries(found.value);
    if (entry) return known(entry);
    // What stands in a submodule is not missing: it is in another repository.
    for (let folder = path; folder.includes('/');) {
      folder = folder.slice(0, folder.lastIndexOf('/'));
      const above = await this.#output(['ls-tree', '-z', commit, '--', folder]);
      if (!above.known) return above;
      const [parent] = parseEntries(above.value);
      if (parent) return parent.mode === SUBMODULE ? unknown('untracked') : known(undefined);
    }
    return known(undefined);
  }

  /** Path from the workspace folder, with `/`; undefined where it is not below. */
  #pathOf(uri: string): string | undefined {
    const path = toPath(uri, [this.#rootUri]);
    return path === undefined ? undefined : relative(this.#root, path).split(sep).join('/') || '.';
  }

  async #output(args: readonly string[], limit = LIST_LIMIT): Promise<Answer<Buffer>> {
    return settle(await this.#start(args, limit));
  }

  async #start(args: readonly string[], limit: number): Promise<GitOutput> {
    if (!this.#run) return { kind: 'not-started' };
    if (this.#running >= AT_ONCE) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#running++;
    try {
      if (this.#timeouts >= MOST_TIMEOUTS) return { kind: 'timed-out' };
      const output = await runGit(args, { ...this.#run, limit });
      if (output.kind === 'timed-out') this.#timeouts++;
      return output;
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}

/** What a command printed, where it ended well. */
function settle(output: GitOutput): Answer<Buffer> {
  switch (output.kind) {
    case 'ended':
      return output.code === 0 ? known(output.stdout) : unknown('failed');
    case 'not-started':
      return unknown('no-repository');
    default:
      return unknown(output.kind);
  }
}

/** Days before this one git does not read as days. */
const FIRST_DAY = '1970-01-02';

/** So that git stops looking where what is older begins; what it prints is looked at again. */
function sinceOption(since: Day | undefined): readonly string[] {
  if (since === undefined || since < FIRST_DAY) return [];
  return [`--since=${addDuration(since, { count: 1, unit: 'day' })}T00:00:00Z`];
}
