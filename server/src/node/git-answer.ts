/** What git printed -> what is known. */
import type { Day } from '../model/scalars';
import type { Answer, Doubt } from '../workspace/git';
import type { GitOutput } from './git-process';

export const known = <T>(value: T): Answer<T> => ({ known: true, value });
export const unknown = (doubt: Doubt): { readonly known: false; readonly doubt: Doubt } => ({
  known: false,
  doubt,
});

/** What a command printed, where it ended well. */
export function settle(output: GitOutput): Answer<Buffer> {
  switch (output.kind) {
    case 'ended':
      return output.code === 0 ? known(output.stdout) : unknown('failed');
    case 'not-started':
      return unknown('no-git');
    default:
      return unknown(output.kind);
  }
}

/** An entry of a commit's tree. */
export interface Entry {
  readonly mode: string;
  readonly hash: string;
  readonly path: string;
}

/** Output of `ls-tree -z`: `mode type hash\tpath\0`. Names that are no UTF-8 are left out: no card can point to them. */
export const parseEntries = (stdout: Buffer): readonly Entry[] =>
  stdout
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode, hash, path] = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
      const isWhole = mode !== undefined && hash !== undefined && path !== undefined;
      return isWhole && !path.includes('\uFFFD') ? [{ mode, hash, path }] : [];
    });

/** The day in UTC of seconds since 1970, as git prints them. What lies before, or is no number, counts as the first day. */
export const dayOfSeconds = (seconds: string): Day =>
  new Date(/^\d{1,11}$/.test(seconds) ? Number(seconds) * 1000 : 0).toISOString().slice(0, 10);

/** A commit with the files it changed. */
export interface LoggedCommit {
  readonly hash: string;
  /** The earlier of the days it was written and committed, in UTC. */
  readonly day: Day;
  readonly files: readonly { readonly path: string; readonly isRegular: boolean }[];
}

/** What `log` has to be given for `parseLog`. Merges name no files: what they bring in was changed by other commits. */
export const LOG_FORMAT = [
  '--format=%H %at %ct',
  ...['--raw', '-z', '--no-abbrev', '--no-renames', '--relative', '--root'],
  ...['--no-ext-diff', '--no-textconv', '--no-follow'],
] as const;

/** Output of `log` with `LOG_FORMAT`: a line a commit, and for each file `:mode mode id id status` and the path. */
export function parseLog(stdout: Buffer): readonly LoggedCommit[] {
  const commits: (LoggedCommit & { files: { path: string; isRegular: boolean }[] })[] = [];
  const words = stdout.toString('utf8').split('\0').values();
  for (const word of words) {
    const [, hash, ...times] = /^\n?([0-9a-f]{40,64}) (\S*) (\S*)$/.exec(word) ?? [];
    if (hash !== undefined) {
      const [day = ''] = times.map(dayOfSeconds).sort();
      commits.push({ hash, day, files: [] });
      continue;
    }
    const mode = /^\n?:\d{6} (\d{6}) /.exec(word)?.[1];
    const path = mode === undefined ? undefined : words.next().value;
    if (mode !== undefined && path !== undefined)
      commits.at(-1)?.files.push({ path, isRegular: mode.startsWith('100') });
  }
  return commits;
}

/** Output of `describe --long`: `v2.3.0-12-g1a2b3c4`. */
export function parseDescribed(
  stdout: Buffer,
): { readonly name: string; readonly commitsSince: number } | undefined {
  const [, name, commits] = /^(.+)-(\d+)-g[0-9a-f]+\s*$/.exec(stdout.toString('utf8')) ?? [];
  return name === undefined ? undefined : { name, commitsSince: Number(commits) };
}

/** The last name of an address or path of a repository, which is all that may be told of it: addresses can hold passwords. */
export const nameIn = (address: string | undefined): string | undefined =>
  /([^/\\:@?#]+?)(?:\.git)?\/*$/.exec(address ?? '')?.[1];
