/** The files as of a commit, with those beside them that git leaves alone: they are the same on both sides of a comparison. */
import type { Existence, FolderEntry, WorkspaceHost } from '../../workspace/host';
import { encodeSegment } from '../../workspace/uri';

/**
 * Results of tests, built reports, what a submodule holds: a commit says nothing of them. Taken as gone, they would look
 * like something that this change brought.
 *
 * @param isLeftAlone does git leave the file alone, or all that is in the folder?
 */
export function besides(
  commit: WorkspaceHost,
  disk: WorkspaceHost,
  isLeftAlone: (uri: string) => boolean,
): WorkspaceHost {
  const isThere = (existence: Existence): boolean => existence === 'file' || existence === 'directory';
  const sideOf = async (uri: string): Promise<WorkspaceHost> =>
    isLeftAlone(uri) && !isThere(await commit.stat(uri)) ? disk : commit;
  const isUnchanged = async (uri: string): Promise<boolean> => {
    const [then, now] = await Promise.all([commit.readText(uri), disk.readText(uri)]);
    return then.kind === 'text' && now.kind === 'text' && then.text === now.text;
  };
  return {
    roots: () => commit.roots(),
    findFiles: async () => {
      const [then, now] = await Promise.all([commit.findFiles(), disk.findFiles()]);
      const known = new Set(then.map(({ uri }) => uri));
      return [...then, ...now.filter(({ uri }) => !known.has(uri) && isLeftAlone(uri))];
    },
    isIgnored: (uri) => commit.isIgnored?.(uri) ?? false,
    readText: async (uri) => (await sideOf(uri)).readText(uri),
    stat: async (uri) => (await sideOf(uri)).stat(uri),
    list: async (folder): Promise<readonly FolderEntry[]> => {
      const [then = [], now = []] = await Promise.all([commit.list?.(folder), disk.list?.(folder)]);
      const known = new Set(then.map(({ name }) => name));
      return [
        ...then,
        ...now.filter(({ name }) => !known.has(name) && isLeftAlone(`${folder}/${encodeSegment(name)}`)),
      ];
    },
    // A commit does not say when a file was written. Of what has not changed since, the disk does.
    modified: async (uri) =>
      (await sideOf(uri)) === disk || (await isUnchanged(uri)) ? disk.modified?.(uri) : undefined,
    digest: async (uri) => (await sideOf(uri)).digest?.(uri),
    git: (root) => commit.git?.(root),
  };
}
