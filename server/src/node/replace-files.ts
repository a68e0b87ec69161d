/**
 * Changes text files so that whatever goes wrong leaves each as it was: the new text is written beside the file and takes
 * its name only when all of it is on disk. The file beside it also keeps other programs of ours from doing the same at
 * the same time.
 */
import { constants } from 'node:fs';
import { lstat, open, readFile, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isBelow } from './paths';
import { errorCode, isMissing } from './read';

export interface Replacement {
  /** Absolute. */
  readonly path: string;
  /**
   * The new text.
   * @param before what stands there at this moment; undefined where there is no file
   * @throws {WriteError} where there is none to be had: then no file is changed
   */
  readonly text: (before: string | undefined) => string;
}

/** Why a file was not written. The message goes after "cannot be written:", without a full stop. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
  readonly path: string;

  constructor(path: string, reason: string) {
    super(reason);
    this.path = path;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission to write it',
  EPERM: 'there is no permission to write it',
  EROFS: 'there is no permission to write it',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EEXIST: 'another program is writing it; if none is, delete the file of the same name that ends in .new',
};

/** @param others reasons that mean something else to who asks, by the system’s code */
export const asWriteError = (
  path: string,
  error: unknown,
  others: Readonly<Record<string, string>> = {},
): WriteError =>
  error instanceof WriteError
    ? error
    : new WriteError(
        path,
        { ...REASONS, ...others }[errorCode(error)] ?? `the system says ${errorCode(error)}`,
      );

/** How long one waits for another program. In milliseconds. */
const PATIENCE = 3_000;
const PAUSE = 25;

interface Prepared {
  readonly path: string;
  readonly beside: string;
  /** Undefined where there was no file. */
  readonly before: Uint8Array | undefined;
}

/**
 * Changes all the files or, as far as the system allows, none. Never through a link, never outside the root.
 * @param root absolute path of a folder
 * @throws {WriteError} for the first file that cannot be written
 */
export async function replaceFiles(root: string, replacements: readonly Replacement[]): Promise<void> {
  const prepared: Prepared[] = [];
  const done: Prepared[] = [];
  try {
    for (const each of replacements) prepared.push(await prepare(root, each));
    for (const each of prepared) {
      await rename(each.beside, each.path).catch((error: unknown) => {
        throw asWriteError(each.path, error);
      });
      done.push(each);
    }
  } catch (error) {
    for (const { beside } of prepared.slice(done.length)) await rm(beside, { force: true });
    for (const each of done) await undo(each);
    throw error;
  }
}

/** Writes the new text beside the file. */
async function prepare(root: string, { path, text }: Replacement): Promise<Prepared> {
  const beside = `${path}.new`;
  let file: FileHandle | undefined;
  try {
    await checkFolder(root, path);
    file = await openAlone(beside);
    // Only now: whoever had it before may have changed it.
    const mode = await modeOf(path);
    const before = mode === undefined ? undefined : await readFile(path);
    await file.writeFile(text(before && new TextDecoder().decode(before)));
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
    await file.close();
    return { path, beside, before };
  } catch (error) {
    await file?.close().catch(() => undefined);
    if (file) await rm(beside, { force: true });
    throw asWriteError(path, error);
  }
}

/** @throws {WriteError} where a link leads the file out of the root */
export async function checkFolder(root: string, path: string): Promise<void> {
  const [realRoot, realFolder] = await Promise.all([realpath(root), realpath(dirname(path))]);
  if (!isBelow(realFolder, realRoot)) throw new WriteError(path, 'its folder is a link out of the workspace');
}

/**
 * @returns permissions of the file; undefined where there is none
 * @throws {WriteError} where it may not be written
 */
async function modeOf(path: string): Promise<number | undefined> {
  const found = await lstat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!found) return undefined;
  if (found.isSymbolicLink()) throw new WriteError(path, 'it is a link; put a file of its own there');
  if (!found.isFile()) throw new WriteError(path, 'it is not a regular file');
  // To rename over it would not ask whether it may be written.
  await (await open(path, constants.O_RDWR)).close();
  return found.mode & 0o777;
}

/** A new file, waited for while another program has it. */
async function openAlone(path: string): Promise<FileHandle> {
  for (const until = performance.now() + PATIENCE; ; await sleep(PAUSE))
    try {
      return await open(path, 'wx');
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || performance.now() > until) throw error;
    }
}

/** Back to what it was, where another file of the same change could not be written. */
async function undo({ path, beside, before }: Prepared): Promise<void> {
  if (!before) return rm(path, { force: true });
  const file = await open(beside, 'wx');
  await file.writeFile(before);
  await file.close();
  await rename(beside, path);
}
