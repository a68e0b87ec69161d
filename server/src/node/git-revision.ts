/** The files of one commit: listed once, their content read through one process. */
import type { Commit, EntryKind, RevisionFiles } from '../workspace/git';
import { unknown, type Entry } from './git-answer';
import { BlobReader } from './git-batch';
import type { GitStart } from './git-process';

const kindOf = (mode: string): EntryKind | undefined =>
  mode.startsWith('100') ? 'file' : mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : undefined;

/** @param entries of the commit's tree, below the workspace folder */
export function filesOf(commit: Commit, entries: readonly Entry[], run: GitStart): RevisionFiles {
  const reader = new BlobReader(run);
  const hashes = new Map(entries.map(({ path, hash }) => [path, hash]));
  return {
    commit,
    entries: new Map(
      entries.flatMap(({ path, mode }) => {
        const kind = kindOf(mode);
        return kind ? [[path, kind] as const] : [];
      }),
    ),
    read: async (path, limit) => {
      const hash = hashes.get(path);
      return hash === undefined ? unknown('bad-path') : reader.read(hash, limit);
    },
    close: () => reader.close(),
  };
}
