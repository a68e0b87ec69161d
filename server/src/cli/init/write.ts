/** Writes what was drafted: all of it, or nothing. */
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { TextEdit, WrittenChange } from '../../fixes/edit';
import { createFile } from '../../node/create-file';
import { replaceFiles, WriteError } from '../../node/replace-files';
import type { ParsedDocument } from '../../syntax';
import type { Snapshot } from '../../workspace/snapshot';
import { UsageError, type Io } from '../io';
import { printable } from '../terminal';
import { pathFrom } from './look';

/**
 * @param root absolute path of a folder; nothing outside is written
 * @param changes new files, and edits of files of the snapshot
 * @throws {UsageError} where a new file is there already, or one cannot be written: then each is as it was
 */
export async function writeFiles(
  root: string,
  changes: readonly WrittenChange[],
  { files }: Pick<Snapshot, 'files'>,
  io: Pick<Io, 'cwd'>,
): Promise<void> {
  const created: string[] = [];
  try {
    for (const change of changes) {
      const path = fileURLToPath(change.uri);
      const parsed = files.get(change.uri)?.parsed;
      if (change.kind === 'create') {
        await createFile(root, path, change.text);
        created.push(path);
      } else if (parsed) {
        const mark = await markOf(path);
        await replaceFiles(root, [{ path, text: (now) => mark + edited(path, now, parsed, change.edits) }]);
      }
    }
  } catch (error) {
    for (const path of created) await rm(path, { force: true });
    if (!(error instanceof WriteError)) throw error;
    throw new UsageError(`${pathFrom(io, error.path)} cannot be written: ${printable(error.message)}`);
  }
}

/** A byte order mark at the front of a file: who reads and writes text does not see it. */
const markOf = async (path: string): Promise<string> =>
  (await readFile(path).catch(() => undefined))?.subarray(0, 3).toString('hex') === 'efbbbf' ? '\uFEFF' : '';

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

/**
 * @param now what stands in the file
 * @param edits of what was read of it, none over another
 * @throws {WriteError} where it is not as it was read
 */
function edited(
  path: string,
  now: string | undefined,
  read: ParsedDocument,
  edits: readonly TextEdit[],
): string {
  if (now !== withoutMark(read.text)) throw new WriteError(path, 'it was changed meanwhile');
  return withoutMark(
    edits
      .map(({ range, newText }) => [read.offsetAt(range.start), read.offsetAt(range.end), newText] as const)
      .sort(([a], [b]) => b - a)
      .reduce((text, [start, end, newText]) => text.slice(0, start) + newText + text.slice(end), read.text),
  );
}
