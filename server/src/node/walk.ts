/** Lists the files of a workspace that can matter. Iterative, so that no depth of folders is too deep. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dirent } from 'node:fs';
import { EXCLUDED_FOLDERS, VIRTUAL_ENVIRONMENT_MARK, fileKind, type FoundFile } from '../workspace/host';

export interface FoundPath {
  readonly path: string;
  readonly what: FoundFile['what'];
}

/** Folders read at the same time. */
const AT_ONCE = 16;

const entriesOf = (folder: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch(() => []);

/** Regular files only. Links are not followed: what they lead to inside the workspace is found under its own name. */
const filesAmong = (folder: string, entries: readonly Dirent[]): FoundPath[] =>
  entries.flatMap((entry) => {
    const what = entry.isFile() ? fileKind(entry.name) : undefined;
    return what ? [{ path: join(folder, entry.name), what }] : [];
  });

/** What is ours below a folder. A folder that cannot be read is passed over. */
export async function walk(root: string): Promise<readonly FoundPath[]> {
  const found: FoundPath[] = [];
  let level: readonly string[] = [root];
  while (level.length > 0) {
    const next: string[] = [];
    const queue = level.values();
    const worker = async (): Promise<void> => {
      for (const folder of queue) {
        const entries = await entriesOf(folder);
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
export async function oursIn(folder: string): Promise<readonly FoundPath[]> {
  return filesAmong(folder, await entriesOf(folder)).filter(({ what }) => what !== 'code');
}
