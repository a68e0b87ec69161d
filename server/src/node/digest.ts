/** Digests of files on disk: a model may be larger than memory, so large files are read piece by piece. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { digestOfFile, type FileDigest } from '../evidence';

/** Larger files are taken as they are: nobody approves a text of that size by reading it. In bytes. */
const MOST_IN_MEMORY = 64_000_000;

/** @returns undefined where it is no regular file; throws what the system says */
export async function digestOfPath(path: string): Promise<FileDigest | undefined> {
  // Asked first, since to open a device can already do something; and again below, since it may have changed.
  if (!(await stat(path)).isFile()) return undefined;
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await file.stat();
    if (!found.isFile()) return undefined;
    if (found.size > MOST_IN_MEMORY) return await digestOfLarge(file);
    return await digestOfFile(new Uint8Array(await file.readFile()));
  } finally {
    await file.close();
  }
}

async function digestOfLarge(file: FileHandle): Promise<FileDigest> {
  const hash = createHash('sha256');
  for await (const chunk of file.createReadStream({ autoClose: false })) hash.update(chunk as Uint8Array);
  const digest = `sha256:${hash.digest('hex')}` as const;
  return { content: digest, bytes: digest };
}
