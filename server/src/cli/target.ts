/** Finds out what a PATH on the command line means: what is judged, and how far around it the engine may look. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
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

/** @throws {UsageError} where nothing is there, or what is there is neither a file nor a folder */
export async function resolveTarget(given: string, cwd: string): Promise<Target> {
  const { path, isFile } = await existing(given, cwd);
  const folder = isFile ? dirname(path) : path;
  const above = foldersUpFrom(folder);
  const root = (await repositoryRoot(above)) ?? (await topmost(above, holdsAimsFile)) ?? folder;
  const inRoot = above.slice(0, above.indexOf(root) + 1);
  return { given, path, folder, root, surroundings: (await topmost(inRoot, holdsOrganization)) ?? root };
}

async function existing(given: string, cwd: string): Promise<{ path: string; isFile: boolean }> {
  try {
    if (given === '' || given.includes('\0')) throw new UsageError('an empty path');
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

const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((): readonly string[] => []);

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

const aimsFilesIn = async (folder: string): Promise<readonly string[]> =>
  (await namesIn(folder)).filter((name) => isAimsName(name)).map((name) => join(folder, name));

const holdsAimsFile = async (folder: string): Promise<boolean> => (await aimsFilesIn(folder)).length > 0;

const ORGANIZATION = /^(?:kind|"kind"|'kind')[ \t]*:[ \t]*["']?organization\b/m;

/** What is no regular file, such as a pipe nobody writes to, holds nothing. */
async function textOf(file: string): Promise<string> {
  const read = await readTextFile(file);
  return read.kind === 'text' ? read.text : '';
}

async function holdsOrganization(folder: string): Promise<boolean> {
  for (const file of await aimsFilesIn(folder)) if (ORGANIZATION.test(await textOf(file))) return true;
  return false;
}
