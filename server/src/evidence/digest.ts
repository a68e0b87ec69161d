/** Digests of files, as they are written in ours: `sha256:` and 64 hexadecimal digits. */

import { sha256 } from './sha256';

/** In lower case. */
export type Digest = `sha256:${string}`;

export interface FileDigest {
  /** Of what a file says: a text without byte order mark and with line breaks as LF, so that it is the same on every system. */
  readonly content: Digest;
  /** Of its bytes as they are, as other programs give it; undefined for a text that is not saved. */
  readonly bytes: Digest | undefined;
}

const SHA256 = /^sha256:[0-9a-f]{64}$/;

/** Is that a digest as we write it, in lower case? */
export const isDigest = (text: string): text is Digest => SHA256.test(text);

/** @returns `undefined` for other algorithms and anything that is no digest: then nothing can be said about it */
export function parseDigest(text: string): Digest | undefined {
  const lower = text.trim().toLowerCase();
  return isDigest(lower) ? lower : undefined;
}

/** Of bytes, through WebCrypto, which Node and workers both have, but those of a page without HTTPS. */
async function ofBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Digest> {
  const subtle = crypto.subtle as typeof crypto.subtle | undefined;
  if (!subtle) return `sha256:${sha256(bytes)}`;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Of a text in UTF-8, without byte order mark and with line breaks as LF. */
export const digestOfText = (text: string): Promise<Digest> =>
  ofBytes(new TextEncoder().encode(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')));

/** The text of bytes that are UTF-8 without NUL. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Git keeps a large file elsewhere and a note of this form in its place, with the digest of what is meant. */
const LFS_NOTE = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:.*\n)*oid (sha256:[0-9a-f]{64})\n/;

/** As Git LFS writes it. In bytes. */
const LONGEST_LFS_NOTE = 1024;

/**
 * Larger files are taken as they are, wherever they are read from: nobody approves a text of that size by reading it. In
 * bytes.
 */
export const LARGEST_TEXT = 64_000_000;

export async function digestOfFile(bytes: Uint8Array<ArrayBuffer>): Promise<FileDigest> {
  const ofAll = await ofBytes(bytes);
  if (bytes.length > LARGEST_TEXT) return { content: ofAll, bytes: ofAll };
  const text = textOf(bytes);
  const kept = bytes.length <= LONGEST_LFS_NOTE ? LFS_NOTE.exec(text ?? '')?.[1] : undefined;
  if (kept !== undefined && isDigest(kept)) return { content: kept, bytes: kept };
  return { content: text === undefined ? ofAll : await digestOfText(text), bytes: ofAll };
}
