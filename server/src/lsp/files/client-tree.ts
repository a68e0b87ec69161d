/** Folders that the editor lists, as the walk through folders sees them: places are URIs. */
import { maxFileSize } from '../../workspace/host';
import { baseName, encodeSegment, folderOf, isWithin, relativePath, rootOf } from '../../workspace/uri';
import { listedAs, type Places, type Walkable } from '../../workspace/walkable';
import type { ClientFiles } from './client-files';

const URIS: Places = {
  join: (folder, ...names) => [folder, ...names.map(encodeSegment)].join('/'),
  folderOf,
  nameOf: baseName,
  isBelow: isWithin,
  wayTo: (folder, uri) => relativePath(folder, uri) ?? '',
};

/**
 * @param roots outside of them nothing is asked
 * @param onListed told of every folder that could be listed
 */
export function treeOf(
  files: ClientFiles,
  roots: readonly string[],
  onListed: (folder: string) => void,
): Walkable {
  const isInside = (uri: string): boolean => rootOf(uri, roots) !== undefined;
  return {
    places: URIS,
    list: async (folder) => {
      const listed = isInside(folder) ? await files.list(folder) : null;
      if (!listed) return [];
      onListed(folder);
      return listed.map(({ name, is }) => listedAs(name, is));
    },
    text: async (uri) => {
      if (!isInside(uri) || (await files.stat(uri)).is !== 'file') return undefined;
      const read = await files.read({ uri, limit: maxFileSize(baseName(uri)), as: 'text' });
      return 'content' in read ? read.content : undefined;
    },
    what: async (uri) => {
      if (!isInside(uri)) return undefined;
      const { is } = await files.stat(uri);
      return is === 'folder' ? 'folder' : is === 'missing' || is === 'unknown' ? undefined : 'other';
    },
  };
}
