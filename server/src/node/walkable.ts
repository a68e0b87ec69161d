/** What the walk through folders has to know of them: answered by the disk, or by a commit. */
import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { readTextFile } from './read';

/** What stands in a folder. */
export interface Listed {
  readonly name: string;
  /** Links are neither file nor folder. */
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** All paths are absolute. */
export interface Walkable {
  /** A folder that cannot be read holds nothing. */
  list(folder: string): Promise<readonly Listed[]>;
  /** Of a regular file that is no link, as git reads its ignore files; undefined where there is none. */
  text(file: string): Promise<string | undefined>;
  /** What is there itself, links not followed; undefined where nothing is. */
  what(path: string): Promise<'folder' | 'other' | undefined>;
}

const own = (path: string): Promise<Stats | undefined> => lstat(path).catch(() => undefined);

export const DISK: Walkable = {
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
