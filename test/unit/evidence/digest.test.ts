import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parseDigest, sameDigest, sha256 } from '../../../server/src/evidence';

const ABC = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('digests', () => {
  it('are those of the standard', async () => {
    assert.equal(await sha256('abc'), ABC);
    assert.equal(await sha256(new Uint8Array([97, 98, 99])), ABC);
    assert.equal(await sha256(''), 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('agree with Node on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        const hex = createHash('sha256').update(bytes).digest('hex');
        assert.equal(await sha256(Uint8Array.from(bytes)), `sha256:${hex}`);
      }),
      { numRuns: 20 },
    );
  });

  it('of text do not depend on line breaks and a byte order mark, those of bytes do', async () => {
    const lf = await sha256('a\nb\n');
    for (const text of ['a\r\nb\r\n', 'a\rb\r', '\uFEFFa\r\nb\n']) assert.equal(await sha256(text), lf);
    assert.notEqual(await sha256('a\n\nb\n'), lf);
    assert.notEqual(await sha256(new TextEncoder().encode('a\r\nb\r\n')), lf);
  });

  it('are compared where both are some', () => {
    assert.equal(sameDigest(ABC, ABC.toUpperCase().replace('SHA', 'sha')), true);
    assert.equal(sameDigest(ABC, ` ${ABC}\n`), true);
    assert.equal(sameDigest(ABC, ABC.replace('b', 'c')), false);
    for (const none of ['', 'sha256:', 'sha256:ba78', 'md5:900150983cd24fb0', ABC.slice(7), `${ABC}0`]) {
      assert.equal(sameDigest(ABC, none), undefined, none);
      assert.equal(parseDigest(none), undefined, none);
    }
  });
});
