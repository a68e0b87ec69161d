/**
 * What the engine asks of git. The one implementation starts the program (server/src/node/git.ts); a host without one, or
 * a workspace nobody trusts, has no `Git` at all.
 */
import type { Day } from '../model/scalars';

/** Why git cannot say. Where there is any doubt, it cannot: then nothing is reported. */
export type Doubt =
  /** git is not installed, or cannot be started here. */
  | 'no-git'
  /** No repository, or none git accepts (it refuses those of other owners). */
  | 'no-repository'
  /** A repository without a commit. */
  | 'no-commits'
  /** History was cut off or left out when it was cloned: what is not there may only not have been fetched. */
  | 'shallow'
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

/** A commit that changed some of the paths asked about. */
export interface Change {
  readonly hash: string;
  /**
   * The day it was written or the day it was committed, whichever is earlier, in UTC: a commit that was moved to another
   * base is no newer for it.
   */
  readonly day: Day;
  /** Those of the URIs asked about that it changed, or changed something in. */
  readonly uris: readonly string[];
}

/** What a name stands for in a commit; folders are not named. */
export type EntryKind = 'file' | 'link' | 'submodule';

/** The files as of one commit. */
export interface RevisionFiles {
  readonly commit: Commit;
  /** Everything below the workspace folder, by its path from there, with `/`. */
  readonly entries: ReadonlyMap<string, EntryKind>;
  /**
   * The bytes of a file, or where a link leads.
   * @param path of `entries`
   * @param limit in bytes: what is larger is `too-large`
   */
  read(path: string, limit: number): Promise<Answer<Uint8Array>>;
  /** Whoever opened them closes them: until then a program waits to be asked. */
  close(): void;
}

/** What git knows the repository and its user by. */
export interface RepositoryFacts {
  /** Is the workspace folder all of it? Tags and name speak for all of it. */
  readonly isWhole: boolean;
  /** As it is called where it was cloned from. */
  readonly name: string | undefined;
  /** The newest tag that begins like a version, and how many commits came after it. */
  readonly tag: { readonly name: string; readonly commitsSince: number } | undefined;
  /** The name git would put on a commit. */
  readonly userName: string | undefined;
}

/** Files and folders are canonical URIs below the workspace folder. No method throws. */
export interface Git {
  /** Is there a repository that can be asked? */
  isAvailable(): Promise<boolean>;
  /** The commit that is checked out, in full. A branch that moves gives another answer: never kept. */
  head(): Promise<Answer<string>>;
  /**
   * Commits on a later day than this one that changed one of the files, or something in one of the folders, newest
   * first; one walk through the history answers for all of them. What the last commit does not hold as a regular file
   * is named by none, and AIMS files do not count for the folder they stand in: they change with every review.
   */
  changesSince(day: Day, uris: Iterable<string>): Promise<Answer<readonly Change[]>>;
  /** Is there such a commit, tag or branch? Not known where it may only not have been fetched. */
  exists(revision: string): Promise<Answer<boolean>>;
  /** The newest commit up to the end of a day in UTC, by when it was committed; undefined where there was none yet. Absent where nobody asks. */
  lastBy?(day: Day): Promise<Answer<Commit | undefined>>;
  /** All files below the workspace folder as of a commit. */
  filesAt(revision: string): Promise<Answer<RevisionFiles>>;
  /** Tells which files git leaves alone because the repository says so; of a folder, all that is in it. */
  ignored(): Promise<Answer<(uri: string) => boolean>>;
  /** What cannot be found out is undefined. Absent where nobody asks. */
  repository?(): Promise<Answer<RepositoryFacts>>;
  /** The address git would put on a commit; undefined where none is set. */
  userEmail(): Promise<Answer<string | undefined>>;
}
