/** Tells whether two texts differ; not for secrets. */

const round = (hash: number, unit: number, prime: number): number => Math.imul(hash ^ unit, prime);

/** 64 bits of FNV-1a, as two lanes with different primes, in base 36. */
export function contentHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = round(low, unit, 0x01000193);
    high = round(high, unit, 0x01000197);
  }
  return `${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}
