/** Lists the files of a workspace that can matter. Iterative, so that no depth of folders is too deep. */
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EXCLUDED_FOLDERS, VIRTUAL_ENVIRONMENT_MARK, fileKind, type FoundFile } from '../workspace/host';
import { isBelow } from './paths';

export interface FoundPath {
  readonly path: string;
  readonly what: FoundFile['what'];
}

/** What stands in a folder. */
export interface Listed {
  readonly name: string;
  /** Links are neither file nor folder. */
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** Lists a folder by its path; one that cannot be read holds nothing. */
export type List = (folder: string) => Promise<readonly Listed[]>;

/** Folders read at the same time. */
const AT_ONCE = 16;

const onDisk: List = (folder) => readdir(folder, { withFileTypes: true }).catch(() => []);

/**
 * Regular files. Links are not followed: what they lead to inside the workspace is found under its own name. An approvals
 * record that is one is found all the same, so that it is said that it does not count.
 */
const filesAmong = (folder: string, entries: readonly Listed[]): FoundPath[] =>
  entries.flatMap((entry) => {
    const what = fileKind(entry.name);
    const isOurs = entry.isFile() || (what === 'lock' && entry.isSymbolicLink());
    return what && isOurs ? [{ path: join(folder, entry.name), what }] : [];
  });

/** What is ours below a folder. A folder that cannot be read is passed over. */
async function walk(root: string, list: List): Promise<readonly FoundPath[]> {
  const found: FoundPath[] = [];
  let level: readonly string[] = [root];
  while (level.length > 0) {
    const next: string[] = [];
    const queue = level.values();
    const worker = async (): Promise<void> => {
      for (const folder of queue) {
        const entries = await list(folder);
        if (folder !== root && entries.some((entry) => entry.name === VIRTUAL_ENVIRONMENT_MARK)) continue;
        found.push(...filesAmong(folder, entries));
        for (const entry of entries)
          if (entry.isDirectory() && !EXCLUDED_FOLDERS.has(entry.name)) next.push(join(folder, entry.name));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    level = next;
  }
  return found;
}

/** Cards and records that stand in the folder itself, for what an organization or a card above says. */
async function oursIn(folder: string, list: List): Promise<readonly FoundPath[]> {
  return filesAmong(folder, await list(folder)).filter(({ what }) => what !== 'code');
}

/** Folders between what is searched and the root it lies in, the root included. */
function foldersAbove(searched: readonly string[], roots: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of searched)
    for (const root of roots)
      if (path !== root && isBelow(path, root)) {
        let folder = dirname(path);
        for (; folder !== root; folder = dirname(folder)) folders.add(folder);
        folders.add(root);
      }
  return folders;
}

/**
 * What is ours below the folders searched, and cards and records that stand directly in the folders above them. Each
 * file once: what is searched may lie in one another.
 * @param roots up to which folders above count
 */
export async function findBelow(
  searched: readonly string[],
  roots: readonly string[],
  list: List = onDisk,
): Promise<readonly FoundPath[]> {
  const above = [...foldersAbove(searched, roots)];
  const lists = await Promise.all([
    ...searched.map((folder) => walk(folder, list)),
    ...above.map((folder) => oursIn(folder, list)),
  ]);
  const found = new Map<string, FoundPath>();
  for (const each of lists) for (const file of each) found.set(file.path, file);
  return [...found.values()];
}
