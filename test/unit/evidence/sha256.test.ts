import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from '../../../server/src/evidence/sha256';

const reference = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('SHA-256', () => {
  it('gives what the standard gives for its own example', () => {
    assert.equal(
      sha256(new TextEncoder().encode('abc')),
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('agrees with the platform at every length around the block size', () => {
    for (let length = 0; length <= 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255);
      assert.equal(sha256(bytes), reference(bytes), `${length} bytes`);
    }
  });

  it('agrees with the platform on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => sha256(bytes) === reference(bytes)),
      { numRuns: 300 },
    );
  });

  it('reads a part of a larger buffer, not the buffer', () => {
    const whole = Uint8Array.from({ length: 100 }, (_, i) => i);
    assert.equal(sha256(whole.subarray(10, 40)), reference(whole.slice(10, 40)));
  });

  it('takes a file of several megabytes in its stride', () => {
    const bytes = new Uint8Array(3_000_000).fill(7);
    assert.equal(sha256(bytes), reference(bytes));
  });
});
