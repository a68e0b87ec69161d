/** git, asked by starting the program. Every answer that could be wrong is "not known". */
import { relative, resolve, sep } from 'node:path';
import { isAimsName } from '../model/build';
import { addDuration, type Day } from '../model/scalars';
import { atMost } from '../workspace/at-most';
import type { Answer, Change, Commit, Git, RepositoryFacts, RevisionFiles } from '../workspace/git';
import {
  dayOfSeconds,
  known,
  LOG_FORMAT,
  nameIn,
  parseDescribed,
  parseEntries,
  parseLog,
  settle,
  unknown,
  type LoggedCommit,
} from './git-answer';
import { findGit, gitEnvironment, runGit, type GitOutput, type GitStart } from './git-process';
import { filesOf } from './git-revision';
import { isBelow, realPathOf, toPath, toUri } from './paths';

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
  /** The commit, in full, that counts as the last one; by default the one that is checked out. */
  readonly head?: string;
}

/** @param root path of the workspace folder: all paths asked about lie in it. Only for workspaces that are trusted. */
export function createGit(root: string, options: NodeGitOptions = {}): Git {
  return new NodeGit(resolve(root), options);
}

/** What may name a commit. Nothing that could be an option, a range, a path in a commit or a search. */
export const isRevision = (text: string): boolean =>
  text.length <= 250 && /^(?!-)[^\s\p{Cc}:?*[\\]+$/u.test(text) && !/\.\.|\{\//.test(text);

interface Head {
  readonly hash: string;
  readonly isShallow: boolean;
}

class NodeGit implements Git {
  readonly #root: string;
  readonly #rootUri: string;
  readonly #run: GitStart | undefined;
  readonly #last: string;
  readonly #inTurn = atMost(AT_ONCE);
  #timeouts = 0;

  constructor(
    root: string,
    { environment = process.env, program, timeout = TIMEOUT, head = 'HEAD' }: NodeGitOptions,
  ) {
    this.#root = root;
    this.#rootUri = toUri(root);
    this.#last = head;
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

  async changesSince(day: Day, uris: Iterable<string>): Promise<Answer<readonly Change[]>> {
    const head = await this.#head();
    if (!head.known) return head;
    if (head.value.isShallow) return unknown('shallow');
    const log = ['log', ...LOG_FORMAT, ...sinceOption(day), head.value.hash, '--', '.'];
    const output = await this.#output(log);
    if (!output.known) return output;
    const wanted = new Map<string, string>();
    for (const uri of uris) {
      const path = this.#pathOf(uri);
      if (path !== undefined) wanted.set(path, uri);
    }
    return known(changesOf(parseLog(output.value), wanted).filter((change) => change.day > day));
  }

  async exists(revision: string): Promise<Answer<boolean>> {
    const commit = await this.#commitOf(revision);
    if (commit.known) return known(true);
    if (commit.doubt !== 'bad-revision' || !isRevision(revision)) return commit;
    const isName = !/^[0-9a-f]{7,64}$/i.test(revision);
    return isName && (await this.#mayLackTags()) ? unknown('shallow') : known(false);
  }

  /** A clone without a single tag may have been made without them. */
  async #mayLackTags(): Promise<boolean> {
    const [tag, remotes] = await Promise.all([
      this.#output(['for-each-ref', '--count=1', '--format=%(refname)', 'refs/tags']),
      this.#output(['config', '--get-regexp', '^remote[.].*[.]url$']),
    ]);
    return !tag.known || (tag.value.length === 0 && remotes.known);
  }

  async lastBy(day: Day): Promise<Answer<Commit | undefined>> {
    const head = await this.#head();
    if (!head.known) return head;
    const until = `--until=${day}T23:59:59Z`;
    const output = await this.#output([
      'log',
      '-1',
      '--no-patch',
      '--format=%H %ct',
      until,
      head.value.hash,
      '--',
    ]);
    if (!output.known) return output;
    const [hash = '', time = ''] = output.value.toString('latin1').trim().split(' ');
    if (hash !== '') return known({ hash, day: dayOfSeconds(time) });
    // What is not here may only not have been fetched.
    return head.value.isShallow ? unknown('shallow') : known(undefined);
  }

  async filesAt(revision: string): Promise<Answer<RevisionFiles>> {
    const commit = await this.#commitOf(revision);
    if (!commit.known) return commit;
    if (!this.#run) return unknown('no-git');
    const hash = commit.value;
    const [time, listed] = await Promise.all([
      this.#output(['log', '-1', '--no-patch', '--format=%ct', hash, '--']),
      this.#output(['ls-tree', '-r', '-z', hash]),
    ]);
    if (!time.known) return time;
    if (!listed.known) return listed;
    const day = dayOfSeconds(time.value.toString('latin1').trim());
    return known(filesOf({ hash, day }, parseEntries(listed.value), this.#run));
  }

  async ignored(): Promise<Answer<(uri: string) => boolean>> {
    const elsewhere = await this.#doubtOfPlace();
    if (elsewhere) return elsewhere;
    const list = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z'];
    const output = await this.#output(list);
    if (!output.known) return output;
    const paths = new Set(output.value.toString('utf8').split('\0'));
    const holds = (folder: string): boolean => paths.has(`${folder}/`);
    return known((uri) => {
      const path = this.#pathOf(uri);
      return path !== undefined && (paths.has(path) || [path, ...foldersOf(path)].some(holds));
    });
  }

  /**
   * The configuration of a repository can name any folder as the one its files stand in, and git would walk through
   * that. Where the workspace folder lies in it, git stays inside the workspace folder.
   */
  async #doubtOfPlace(): Promise<ReturnType<typeof unknown> | undefined> {
    const top = await this.#output(['rev-parse', '--show-toplevel']);
    if (!top.known) return top;
    const folder = resolve(top.value.toString('utf8').replace(/\r?\n$/, ''));
    return isBelow(await realPathOf(this.#root), folder) ? undefined : unknown('no-repository');
  }

  async repository(): Promise<Answer<RepositoryFacts>> {
    const prefix = await this.#output(['rev-parse', '--show-prefix']);
    if (!prefix.known) return prefix;
    const [address, userName, described] = await Promise.all([
      this.#setting('remote.origin.url'),
      this.#setting('user.name'),
      this.#output(['describe', '--tags', '--long', '--match=v[0-9]*', '--match=[0-9]*', this.#last]),
    ]);
    return known({
      isWhole: prefix.value.toString('utf8').trim() === '',
      name: address.known ? nameIn(address.value) : undefined,
      tag: described.known ? parseDescribed(described.value) : undefined,
      userName: userName.known ? userName.value : undefined,
    });
  }

  userEmail(): Promise<Answer<string | undefined>> {
    return this.#setting('user.email');
  }

  async #setting(key: string): Promise<Answer<string | undefined>> {
    const output = await this.#start(['config', '--get', key], LIST_LIMIT);
    if (output.kind === 'ended' && output.code === 1) return known(undefined);
    const value = settle(output);
    return value.known ? known(value.value.toString('utf8').trim() || undefined) : value;
  }

  async #head(): Promise<Answer<Head>> {
    const output = await this.#output(['rev-parse', '--is-shallow-repository', `${this.#last}^{commit}`]);
    if (output.known) {
      const [isShallow, hash = ''] = output.value.toString('latin1').split('\n');
      return known({ hash, isShallow: isShallow !== 'false' });
    }
    if (output.doubt !== 'failed') return output;
    return unknown((await this.isAvailable()) ? 'no-commits' : 'no-repository');
  }

  /** The commit a name stands for. `bad-revision` where there is none; in a shallow clone, that is not known. */
  async #commitOf(revision: string): Promise<Answer<string>> {
    const commit = await this.#commit(revision);
    if (commit.known || commit.doubt !== 'bad-revision' || !isRevision(revision)) return commit;
    const head = await this.#head();
    if (!head.known) return head;
    return head.value.isShallow ? unknown('shallow') : commit;
  }

  /** `bad-revision` where there is no such commit here. */
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
    const run = { ...this.#run, limit };
    return this.#inTurn(async () => {
      if (this.#timeouts >= MOST_TIMEOUTS) return { kind: 'timed-out' };
      const output = await runGit(args, run);
      if (output.kind === 'timed-out') this.#timeouts++;
      return output;
    });
  }
}

/** `a/b/c` -> `a/b`, `a`. */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    folders.push(path.slice(0, end));
  return folders;
}

/** @param wanted URIs by path from the workspace folder */
function changesOf(commits: readonly LoggedCommit[], wanted: ReadonlyMap<string, string>): readonly Change[] {
  // What the newest commit to it left as no file: gone, a link, a repository of its own.
  const seen = new Map<string, boolean>();
  const changes = commits.map(({ hash, day, files }) => {
    const paths = new Set<string>();
    for (const { path, isRegular } of files) {
      if (wanted.has(path)) paths.add(path);
      if (!seen.has(path)) seen.set(path, isRegular);
      if (isAimsName(path)) continue;
      for (const folder of [...foldersOf(path), '.']) if (wanted.has(folder)) paths.add(folder);
    }
    return { hash, day, paths };
  });
  return changes.flatMap(({ hash, day, paths }) => {
    const uris = [...paths].flatMap((path) => (seen.get(path) === false ? [] : (wanted.get(path) ?? [])));
    return uris.length > 0 ? [{ hash, day, uris }] : [];
  });
}

/** Days before this one git does not read as days. */
const FIRST_DAY = '1970-01-02';

/** So that git stops looking where what is older begins; what it prints is looked at again. */
function sinceOption(since: Day | undefined): readonly string[] {
  if (since === undefined || since < FIRST_DAY) return [];
  return [`--since=${addDuration(since, { count: 1, unit: 'day' })}T00:00:00Z`];
}
