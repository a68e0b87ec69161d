/** The workspace as of a commit, judged at a day of then. */
import type { Past } from '../past';
import { createLanguageService, type LanguageService } from '../service';
import type { Answer } from '../workspace/git';
import { createGit } from './git';
import { known, unknown } from './git-answer';
import { toFolderPath } from './paths';
import { createRevisionHost } from './revision-host';
import { RevisionTree } from './revision-tree';

/** Lets `read` ask the engine about the files of a commit, and closes them. */
export async function atCommit<T>(
  { root, git, hash, day, ...options }: Past,
  read: (service: LanguageService) => Promise<T>,
): Promise<Answer<T>> {
  const path = toFolderPath(root);
  if (path === undefined) return unknown('bad-path');
  const files = await git.filesAt(hash);
  if (!files.known) return files;
  try {
    const host = createRevisionHost({
      root: path,
      tree: new RevisionTree(files.value),
      searched: [path],
      git: createGit(path, { head: hash }),
    });
    return known(await read(createLanguageService({ host, clock: { today: () => day }, ...options })));
  } finally {
    files.value.close();
  }
}
