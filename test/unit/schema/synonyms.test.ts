import assert from 'node:assert/strict';
import { KINDS, keyMeantBy } from '../../../server/src/schema';
import { keyPaths } from '../../../server/src/schema/key-paths';
import { systemKeys } from '../../../server/src/schema/system';
import { meantKeys } from '../../../server/src/schema/synonyms';

const ofCard = Object.keys(systemKeys);

describe('words for keys', () => {
  it('mean keys that the format has', () => {
    const keys = new Set(
      KINDS.flatMap((kind) => keyPaths(kind).map(({ path }) => path.replaceAll('[]', '').split('.').at(-1))),
    );
    assert.deepEqual(
      meantKeys().filter((key) => !keys.has(key)),
      [],
    );
  });

  it('are found in any spelling, and only where the key is possible', () => {
    for (const [word, key] of [
      ['title', 'name'],
      ['Description', 'purpose'],
      ['author', 'owner'],
      ['impact_assessment', 'impactAssessment'],
      ['EU-AI-Act', 'euAiAct'],
    ] as const)
      assert.equal(keyMeantBy(word, ofCard), key);
    assert.equal(keyMeantBy('title', ['id', 'purpose']), undefined);
    assert.equal(keyMeantBy('constructor', ofCard), undefined);
    assert.equal(keyMeantBy('costs', ofCard), undefined);
  });
});
