/**
 * Lists the files of a workspace that can matter: none that git's ignore files leave out. Iterative, so that no depth of
 * folders is too deep.
 */
import { EXCLUDED_FOLDERS, VIRTUAL_ENVIRONMENT_MARK, fileKind, type FoundFile } from './host';
import { isLeftOut, scopeBelow, scopeOfNamed, type Scope } from './walk-scope';
import type { Listed, Places, Walkable } from './walkable';

interface FoundPlace {
  readonly path: string;
  readonly what: FoundFile['what'];
}

export interface Found {
  readonly files: readonly FoundPlace[];
  /** Do ignore files, as they were, leave out the file? Also of what came since. */
  readonly isIgnored: (path: string) => boolean;
}

/** By the path of the folder. */
type Scopes = Map<string, Scope>;

/** Folders read at the same time. */
const AT_ONCE = 16;

/**
 * Regular files. Links are not followed: what they lead to inside the workspace is found under its own name. An approvals
 * record that is one is found all the same, so that it is said that it does not count; and where it is ignored as well,
 * as by `*.lock`: what was approved is not lost.
 */
const filesAmong = (
  folder: string,
  entries: readonly Listed[],
  scope: Scope,
  { join }: Places,
): FoundPlace[] =>
  entries.flatMap((entry) => {
    const what = fileKind(entry.name);
    if (what === undefined) return [];
    const isOurs = what === 'lock' ? !entry.isDirectory() : entry.isFile() && !isLeftOut(scope, entry.name);
    return isOurs ? [{ path: join(folder, entry.name), what }] : [];
  });

const isEntered = (entry: Listed, scope: Scope): boolean =>
  entry.isDirectory() && !EXCLUDED_FOLDERS.has(entry.name) && !isLeftOut(scope, `${entry.name}/`);

interface Step {
  readonly folder: string;
  /** Of the folder it stands in. */
  readonly above: Scope;
}

/** What is ours below a folder. A folder that cannot be read is passed over. */
async function walk(
  root: string,
  rootScope: Scope,
  tree: Walkable,
  scopes: Scopes,
): Promise<readonly FoundPlace[]> {
  const { join } = tree.places;
  const found: FoundPlace[] = [];
  let level: readonly Step[] = [{ folder: root, above: rootScope }];
  while (level.length > 0) {
    const next: Step[] = [];
    const queue = level.values();
    const worker = async (): Promise<void> => {
      for (const { folder, above } of queue) {
        const entries = await tree.list(folder);
        if (folder !== root && entries.some((entry) => entry.name === VIRTUAL_ENVIRONMENT_MARK)) continue;
        const scope = folder === root ? rootScope : await scopeBelow(above, folder, entries, tree);
        scopes.set(folder, scope);
        found.push(...filesAmong(folder, entries, scope, tree.places));
        for (const entry of entries)
          if (isEntered(entry, scope)) next.push({ folder: join(folder, entry.name), above: scope });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    level = next;
  }
  return found;
}

/** Cards and records that stand in the folder itself, for what an organization or a card above says. */
async function oursIn(folder: string, scope: Scope, tree: Walkable): Promise<readonly FoundPlace[]> {
  return filesAmong(folder, await tree.list(folder), scope, tree.places).filter(
    ({ what }) => what !== 'code',
  );
}

/** Folders between what is searched and the root it lies in, the root included. */
function foldersAbove(
  searched: readonly string[],
  roots: readonly string[],
  { isBelow, folderOf }: Places,
): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of searched)
    for (const root of roots)
      if (path !== root && isBelow(path, root)) {
        let folder = folderOf(path);
        for (; folder !== root; folder = folderOf(folder)) folders.add(folder);
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
  tree: Walkable,
): Promise<Found> {
  const { isBelow } = tree.places;
  const scopes: Scopes = new Map();
  const scopeOf = async (folder: string): Promise<Scope> => {
    const scope = await scopeOfNamed(folder, roots.find((root) => isBelow(folder, root)) ?? folder, tree);
    scopes.set(folder, scope);
    return scope;
  };
  const above = [...foldersAbove(searched, roots, tree.places)];
  const lists = await Promise.all([
    ...searched.map(async (folder) => walk(folder, await scopeOf(folder), tree, scopes)),
    ...above.map(async (folder) => oursIn(folder, await scopeOf(folder), tree)),
  ]);
  const found = new Map<string, FoundPlace>();
  for (const each of lists) for (const file of each) found.set(file.path, file);
  return { files: [...found.values()], isIgnored: (path) => isIgnored(path, scopes, tree.places) };
}

/** By the rules of the nearest folder that was walked: what it lies in besides was left out, or is new. */
function isIgnored(path: string, scopes: Scopes, { folderOf, wayTo }: Places): boolean {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const scope = scopes.get(folder);
    if (scope) return isLeftOut(scope, wayTo(folder, path));
    if (folderOf(folder) === folder) return false;
  }
}
