/** The disk, as the walk through folders sees it. */
import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Places, Walkable } from '../workspace/walkable';
import { isBelow } from './paths';
import { readTextFile } from './read';

/** Absolute paths of this system. */
export const PATHS: Places = {
  join,
  folderOf: dirname,
  nameOf: (path) => basename(path),
  isBelow,
  wayTo: (folder, path) => relative(folder, path).split(sep).join('/'),
};

const own = (path: string): Promise<Stats | undefined> => lstat(path).catch(() => undefined);

export const DISK: Walkable = {
  places: PATHS,
  list: (folder) => readdir(folder, { withFileTypes: true }).catch(() => []),
  text: async (file) => {
    if (!(await own(file))?.isFile()) return undefined;
    const read = await readTextFile(file);
    return read.kind === 'text' ? read.text : undefined;
  },
  what: async (path) => {
    const found = await own(path);
    return found && (found.isDirectory() ? 'folder' : 'other');
  },
};
