/** Where the files come from that a command judges: the disk, or a commit of the repository they lie in. */
import type { WorkspaceHost } from '../workspace/host';
import type { Commit } from '../workspace/git';
import type { Io } from './io';
import { resolveTarget, type Target } from './target';

/** How long git may take: somebody asked and waits, longer than in an editor. In milliseconds. */
export const GIT_TIMEOUT = 60_000;

export interface Source {
  /** @throws {UsageError} where nothing is there */
  target(given: string): Promise<Target>;
  /**
   * @param searched folders in which files are looked for
   * @param root the repository they lie in
   */
  host(searched: readonly string[], root: string): WorkspaceHost;
  /** The commit the files are of; undefined on disk. Known once a target was found. */
  commit(): Commit | undefined;
  /** To be called when nothing more is read. */
  close(): void;
}

/** The files as they stand on disk. */
export const onDisk = (io: Io): Source => ({
  target: (given) => resolveTarget(given, io.cwd),
  host: (searched, root) =>
    io.createHost(searched, { repositoryRoot: root, git: { environment: io.env, timeout: GIT_TIMEOUT } }),
  commit: () => undefined,
  close: () => undefined,
});
