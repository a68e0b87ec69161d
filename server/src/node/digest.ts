/** Digests of files on disk: a model may be larger than memory, so large files are read piece by piece. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { digestOfFile, LARGEST_TEXT, type FileDigest } from '../evidence';
import { readUpTo } from './read';

/**
 * @returns undefined where it is no regular file, or another program wrote to it meanwhile: then it is the digest of
 *   nothing that ever was. Throws what the system says
 */
export async function digestOfPath(path: string): Promise<FileDigest | undefined> {
  // Asked first, since to open a device can already do something; and again below, since it may have changed.
  if (!(await stat(path)).isFile()) return undefined;
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const before = await file.stat();
    if (!before.isFile()) return undefined;
    const digest =
      before.size > LARGEST_TEXT
        ? await digestOfLarge(file, before.size)
        : await digestOfFile(await readUpTo(file.fd, LARGEST_TEXT, before.size));
    const after = await file.stat();
    return after.size === before.size && after.mtimeMs === before.mtimeMs ? digest : undefined;
  } finally {
    await file.close();
  }
}

/** A file that grows has no end: no more is read than it had. */
async function digestOfLarge(file: FileHandle, size: number): Promise<FileDigest> {
  const hash = createHash('sha256');
  for await (const chunk of file.createReadStream({ autoClose: false, end: size - 1 }))
    hash.update(chunk as Uint8Array);
  const digest = `sha256:${hash.digest('hex')}` as const;
  return { content: digest, bytes: digest };
}
