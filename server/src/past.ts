/** The workspace as of a commit: what is asked of a host that has commits. */
import type { Day } from './model/scalars';
import type { LanguageService, ServiceOptions } from './service';
import type { Answer, Git } from './workspace/git';

export interface Past extends Pick<ServiceOptions, 'log' | 'settings'> {
  /** URI of the workspace folder. */
  readonly root: string;
  /** Of that folder. */
  readonly git: Git;
  /** The commit, in full. */
  readonly hash: string;
  readonly day: Day;
}

/** Lets `read` ask the engine about the files of a commit, judged at a day of then. */
export type AtCommit = <T>(past: Past, read: (service: LanguageService) => Promise<T>) => Promise<Answer<T>>;
