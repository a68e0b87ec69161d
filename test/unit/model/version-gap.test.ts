import assert from 'node:assert/strict';
import { smallestGap, versionGap, type VersionGap } from '../../../server/src/model/version-gap';

const GAPS: readonly (readonly [string, string, VersionGap])[] = [
  ['2.3.0', '2.3.0', 'none'],
  ['2.3', '2.3.0', 'patch'],
  ['v2.3.0', '2.3.0', 'patch'],
  ['2.3.0', '2.3.9', 'patch'],
  ['2.3.0-rc.1', '2.3.0', 'patch'],
  ['2.3.0', '2.4.0', 'minor'],
  ['1.9', '1.10', 'minor'],
  ['2.3.0', '3.0.0', 'major'],
  ['10', '9', 'major'],
  ['2026.10', '2027.1', 'other'],
  ['autumn', 'summer', 'other'],
  ['2.3.0', 'a41f9c0', 'other'],
  ['2.x', '3.x', 'other'],
];

describe('how far two versions are apart', () => {
  for (const [a, b, gap] of GAPS)
    it(`${a} and ${b}: ${gap}`, () => {
      assert.equal(versionGap(a, b), gap);
      assert.equal(versionGap(b, a), gap);
    });
  it('of several, the smallest counts', () => {
    assert.equal(smallestGap(['major', 'patch', 'minor']), 'patch');
    assert.equal(smallestGap(['major', 'other']), 'other');
    assert.equal(smallestGap([]), undefined);
  });
});
