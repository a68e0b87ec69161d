/** Which rules of git's ignore files hold in which folder: those of the repository it lies in, and none from further up. */
import { IGNORE_FILE, IgnoreRules } from './ignore-rules';
import type { Listed, Walkable } from './walkable';

/** A folder in a clone; a file in a worktree or a submodule. */
const REPOSITORY = '.git';

/** The rules for what stands in a folder. */
export interface Scope {
  readonly rules: IgnoreRules;
  /** From where the paths of the rules begin to the folder, with a slash at its end; or empty. */
  readonly way: string;
}

const NOTHING_IGNORED: Scope = { rules: IgnoreRules.NONE, way: '' };

/**
 * The scope of a folder that somebody named. Where the rules from above leave out the folder itself, it is asked for all
 * the same, and so is what it holds.
 * @param top where there is no repository, ignore files count from here
 */
export async function scopeOfNamed(folder: string, top: string, tree: Walkable): Promise<Scope> {
  const [start = folder, ...below] = await foldersDownTo(folder, top, tree);
  let scope = await withOwnFile(await newScope(start, tree), start, tree);
  for (const each of below) {
    const inherited = entered(scope, tree.places.nameOf(each));
    if (scope.rules.ignores(inherited.way)) return withOwnFile(NOTHING_IGNORED, folder, tree);
    scope = await withOwnFile(inherited, each, tree);
  }
  return scope;
}

/** The scope of a folder that stands in the one of this scope. Its own files are looked for only where it lists them. */
export async function scopeBelow(
  scope: Scope,
  folder: string,
  entries: readonly Listed[],
  tree: Walkable,
): Promise<Scope> {
  const holds = (name: string): boolean => entries.some((entry) => entry.name === name);
  const inherited = holds(REPOSITORY)
    ? await newScope(folder, tree)
    : entered(scope, tree.places.nameOf(folder));
  return holds(IGNORE_FILE) ? withOwnFile(inherited, folder, tree) : inherited;
}

/** @param path below the folder of the scope, with `/`; of a folder with one at its end */
export const isLeftOut = ({ rules, way }: Scope, path: string): boolean => rules.ignores(way + path);

const entered = ({ rules, way }: Scope, name: string): Scope => ({ rules, way: `${way}${name}/` });

/** At a repository, and wherever there is none: rules begin anew. */
async function newScope(folder: string, tree: Walkable): Promise<Scope> {
  const { join } = tree.places;
  const repository = join(folder, REPOSITORY);
  const exclude =
    (await tree.what(repository)) === 'folder'
      ? await tree.text(join(repository, 'info', 'exclude'))
      : undefined;
  return exclude === undefined ? NOTHING_IGNORED : { rules: IgnoreRules.NONE.with('', exclude), way: '' };
}

async function withOwnFile(scope: Scope, folder: string, tree: Walkable): Promise<Scope> {
  const text = await tree.text(tree.places.join(folder, IGNORE_FILE));
  return text === undefined ? scope : { ...scope, rules: scope.rules.with(scope.way.slice(0, -1), text) };
}

/** From the repository the folder lies in, or else from `top`, to the folder; both included. */
async function foldersDownTo(folder: string, top: string, tree: Walkable): Promise<readonly string[]> {
  const { join, folderOf } = tree.places;
  const folders: string[] = [];
  for (let at = folder; ; at = folderOf(at)) {
    folders.unshift(at);
    if ((await tree.what(join(at, REPOSITORY))) !== undefined) return folders;
    if (folderOf(at) === at) return folders.slice(Math.max(folders.indexOf(top), 0));
  }
}
