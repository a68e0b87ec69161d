/** Finds out what a PATH on the command line means: what is judged, and how far around it the engine may look. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { isAimsName } from '../model/build';
import { errorCode, readTextFile, reasonFor } from '../node/read';
import { UsageError } from './io';
import { printable } from './terminal';

export interface Target {
  /** As typed. */
  readonly given: string;
  /** Absolute, links resolved: the file or folder whose findings are shown. */
  readonly path: string;
  /** The folder itself, or the one the file stands in. */
  readonly folder: string;
  /** Nothing outside is read: the repository the path lies in. */
  readonly root: string;
  /** Where cards and assessments that may concern the path are looked for: all that its organization holds. */
  readonly surroundings: string;
}

/** How files are looked at: on disk, or as of a commit. Paths are absolute. */
export interface Tree {
  /** Names of what stands in a folder; none where it cannot be read. */
  names(folder: string): Promise<readonly string[]>;
  /** The text of a file; empty where there is none. */
  text(file: string): Promise<string>;
}

export const DISK: Tree = {
  names: (folder) => readdir(folder).catch((): readonly string[] => []),
  // What is no regular file, such as a pipe nobody writes to, holds nothing.
  text: async (file) => {
    const read = await readTextFile(file);
    return read.kind === 'text' ? read.text : '';
  },
};

/** @throws {UsageError} where nothing is there, or what is there is neither a file nor a folder */
export async function resolveTarget(given: string, cwd: string): Promise<Target> {
  const { path, isFile } = await existing(given, cwd);
  const folder = isFile ? dirname(path) : path;
  const above = foldersUpFrom(folder);
  const root = (await repositoryRoot(above)) ?? (await topmost(above, holdsAimsFile)) ?? folder;
  return { given, path, folder, root, surroundings: await surroundingsOf(folder, root, DISK) };
}

/** Where cards and assessments that may concern a folder are looked for: the topmost folder with an organization, else the root. */
export async function surroundingsOf(folder: string, root: string, tree: Tree): Promise<string> {
  const above = foldersUpFrom(folder);
  const inRoot = above.slice(0, above.indexOf(root) + 1);
  return (await topmost(inRoot, (each) => holdsOrganization(each, tree))) ?? root;
}

/**
 * The path as it would be, links resolved as far as there is something, and the repository it lies in; undefined where
 * it lies in none.
 *
 * @throws {UsageError} where it cannot be a path
 */
export async function resolvePast(
  given: string,
  cwd: string,
): Promise<{ readonly path: string; readonly root: string | undefined }> {
  rejectNonsense(given);
  const [path = cwd, ...above] = foldersUpFrom(resolve(cwd, given));
  for (const folder of [path, ...above]) {
    const real = await realpath(folder).catch(() => undefined);
    if (real === undefined) continue;
    const past = join(real, relative(folder, path));
    return { path: past, root: await repositoryRoot(foldersUpFrom(past)) };
  }
  return { path, root: undefined };
}

function rejectNonsense(given: string): void {
  if (given === '' || given.includes('\0')) throw new UsageError('an empty path');
}

async function existing(given: string, cwd: string): Promise<{ path: string; isFile: boolean }> {
  try {
    rejectNonsense(given);
    const path = await realpath(resolve(cwd, given));
    const found = await stat(path);
    if (!found.isFile() && !found.isDirectory())
      throw new UsageError(`${printable(given)} is neither a file nor a folder`);
    return { path, isFile: found.isFile() };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const isMissing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error));
    throw new UsageError(
      isMissing
        ? `${printable(given)} does not exist`
        : `${printable(given)} cannot be read: ${reasonFor(error)}`,
    );
  }
}

/** The folder and those above it, innermost first. */
function foldersUpFrom(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; dirname(at) !== at; at = dirname(at)) folders.push(dirname(at));
  return folders;
}

/** The nearest folder with a `.git`: a folder in a clone, a file in a worktree or submodule. */
async function repositoryRoot(folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders)
    if (
      await stat(join(folder, '.git')).then(
        () => true,
        () => false,
      )
    )
      return folder;
  return undefined;
}

async function topmost(
  folders: readonly string[],
  holds: (folder: string) => Promise<boolean>,
): Promise<string | undefined> {
  for (const folder of [...folders].reverse()) if (await holds(folder)) return folder;
  return undefined;
}

const aimsFilesIn = async (folder: string, tree: Tree): Promise<readonly string[]> =>
  (await tree.names(folder)).filter((name) => isAimsName(name)).map((name) => join(folder, name));

const holdsAimsFile = async (folder: string): Promise<boolean> =>
  (await aimsFilesIn(folder, DISK)).length > 0;

const ORGANIZATION = /^(?:kind|"kind"|'kind')[ \t]*:[ \t]*["']?organization\b/m;

async function holdsOrganization(folder: string, tree: Tree): Promise<boolean> {
  for (const file of await aimsFilesIn(folder, tree))
    if (ORGANIZATION.test(await tree.text(file))) return true;
  return false;
}
