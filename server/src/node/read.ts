/** Reads text from disk: regular files only, bounded in size, never a reason to hang or throw. */
import { closeSync, constants, fstatSync, open, openSync, read, readSync, stat, statSync } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { maxFileSize, type TextResult } from '../workspace/host';
import { tooLarge, unreadable } from '../workspace/unreadable';
import { throughPool, type Ask } from './ask';

// A workspace has tens of thousands of files: these cost half of what `node:fs/promises` does.
const [openFile, readFrom, statOf] = [promisify(open), promisify(read), promisify(stat)];

const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK;

/** In bytes: what takes long to read, however quick the disk answers. */
const MUCH = 256_000;

/** The system’s code, such as `ENOENT`; `UNKNOWN` for anything that has none. */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'UNKNOWN';

/** Does the error say that nothing of that name is there? */
export const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error));

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission to read it',
  EPERM: 'there is no permission to read it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
};

/** In words for users, without a full stop. */
export const reasonFor = (error: unknown): string =>
  REASONS[errorCode(error)] ?? `the system says ${errorCode(error)}`;

/**
 * The text of a file as UTF-8 without its byte order mark. What is no UTF-8 comes as U+FFFD (UTF-16 as U+FFFD and
 * NUL), which the syntax layer reports.
 * @param ask which way the disk is asked
 */
export async function readTextFile(path: string, ask = throughPool): Promise<TextResult> {
  let file: number | undefined;
  try {
    // Asked first, since to open a device can already do something; and again below, since it may have changed.
    const before = await ask(
      () => statSync(path),
      () => statOf(path),
    );
    if (!before.isFile()) return unreadable('it is not a regular file');
    file = await ask(
      () => openSync(path, FLAGS),
      () => openFile(path, FLAGS),
    );
    const found = fstatSync(file);
    if (!found.isFile()) return unreadable('it is not a regular file');
    const limit = maxFileSize(basename(path));
    if (found.size > limit) return unreadable(tooLarge(limit));
    return { kind: 'text', text: new TextDecoder().decode(await readUpTo(file, limit, found.size, ask)) };
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : unreadable(reasonFor(error));
  } finally {
    if (file !== undefined) closeQuietly(file);
  }
}

function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {
    // What was read was read.
  }
}

/**
 * All of a file: it can grow while it is read, no more than `limit` bytes are taken.
 * @param file descriptor of a regular file
 * @param size in bytes, as far as is known
 * @param ask which way the disk is asked; for much, it is the pool
 */
export async function readUpTo(
  file: number,
  limit: number,
  size: number,
  ask = throughPool,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  let expected = size;
  for (;;) {
    const chunk = new Uint8Array(Math.min(Math.max(expected - length, 0) + 1, limit + 1 - length));
    if (chunk.length === 0) break;
    const bytesRead = await readInto(chunk, file, length, chunk.length > MUCH ? throughPool : ask);
    if (bytesRead === 0) break;
    chunks.push(chunk.subarray(0, bytesRead));
    length += bytesRead;
    // There was room for one more byte than the file was said to have.
    if (bytesRead < chunk.length && length >= expected) break;
    expected = fstatSync(file).size;
  }
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** @returns how many bytes were read, at most what there is room for */
function readInto(chunk: Uint8Array, file: number, position: number, ask: Ask): number | Promise<number> {
  const { length } = chunk;
  return ask(
    () => readSync(file, chunk, 0, length, position),
    async () => (await readFrom(file, chunk, 0, length, position)).bytesRead,
  );
}
