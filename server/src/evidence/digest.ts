/** Digests as they are written in files: `sha256:` and 64 hexadecimal digits. */

export interface Digest {
  readonly algorithm: 'sha256';
  /** In lower case. */
  readonly hex: string;
}

const SHA256 = /^sha256:([0-9a-f]{64})$/i;

/** @returns `undefined` for other algorithms and anything that is no digest: then nothing can be said about it */
export function parseDigest(text: string): Digest | undefined {
  const hex = SHA256.exec(text.trim())?.[1];
  return hex === undefined ? undefined : { algorithm: 'sha256', hex: hex.toLowerCase() };
}

/** @returns `undefined` where one of them is no digest */
export function sameDigest(a: string, b: string): boolean | undefined {
  const [first, second] = [parseDigest(a), parseDigest(b)];
  return first && second ? first.hex === second.hex : undefined;
}

/**
 * Digest of bytes as they are, or of text in UTF-8 with its line breaks as `\n` and without a byte order mark, so that a
 * checkout on Windows has the digest of one on Linux. Through WebCrypto, which Node and workers both have.
 */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(normalised(content)) : content;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function normalised(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
