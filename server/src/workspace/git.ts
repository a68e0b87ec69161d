/**
 * What the engine asks of git. The one implementation starts the program (server/src/node/git.ts); a host without one, or
 * a workspace nobody trusts, has no `Git` at all.
 */
import type { Day } from '../model/scalars';

/** Why git cannot say. Where there is any doubt, it cannot: then nothing is reported. */
export type Doubt =
  /** There is no git, or no repository it accepts here (it refuses those of other owners). */
  | 'no-repository'
  /** A repository without a commit. */
  | 'no-commits'
  /** History was cut off or left out when it was cloned: what is not there may only not have been fetched. */
  | 'shallow'
  /** The file is not part of the last commit: new, ignored, or in a repository of its own. */
  | 'untracked'
  /** Not a name of a commit. */
  | 'bad-revision'
  /** Outside the workspace, or a link. */
  | 'bad-path'
  /** Larger than what is read of any file. */
  | 'too-large'
  | 'timed-out'
  /** git ended with an error. */
  | 'failed';

export type Answer<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly doubt: Doubt };

export interface Commit {
  /** In full. */
  readonly hash: string;
  /** The day it was committed, in UTC. */
  readonly day: Day;
}

export interface CommitsSince {
  readonly count: number;
  /** Undefined where the count is zero. */
  readonly newest: Commit | undefined;
}

/** Files and folders are canonical URIs below the workspace folder. No method throws. */
export interface Git {
  /** Is there a repository that can be asked? */
  isAvailable(): Promise<boolean>;
  /** The commit that is checked out, in full. A branch that moves gives another answer: never kept. */
  head(): Promise<Answer<string>>;
  /**
   * The last commit that changed a file, or something in a folder.
   * @param since only commits later than this day; where there is none, undefined
   */
  lastCommitTouching(uri: string, since?: Day): Promise<Answer<Commit | undefined>>;
  /** Commits that changed a file, or something in a folder, on a later day than this one. */
  commitsSince(uri: string, day: Day): Promise<Answer<CommitsSince>>;
  /** Is there such a commit, tag or branch? */
  exists(revision: string): Promise<Answer<boolean>>;
  /** The text of a file as of a commit, without its byte order mark; undefined where it was not there. */
  readAt(revision: string, uri: string): Promise<Answer<string | undefined>>;
  /** URIs of all files below the workspace folder as of a commit: regular files, no links, no submodules. */
  listAt(revision: string): Promise<Answer<readonly string[]>>;
  /** The address git would put on a commit; undefined where none is set. */
  userEmail(): Promise<Answer<string | undefined>>;
}
