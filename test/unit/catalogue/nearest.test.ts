import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allNearest, editDistance, nearest } from '../../../server/src/catalogue';

/** The textbook recursion, slow and plain. */
function distanceByDefinition(a: string, b: string): number {
  const from = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const change = from(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const best = Math.min(change, from(i - 1, j) + 1, from(i, j - 1) + 1);
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    return swapped ? Math.min(best, from(i - 2, j - 2) + 1) : best;
  };
  return from(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('nearest', () => {
  it('counts edits', () => {
    const pairs: [string, string, number][] = [
      ['', '', 0],
      ['', 'abc', 3],
      ['owner', 'owner', 0],
      ['ownr', 'owner', 1],
      ['onwer', 'owner', 1],
      ['kitten', 'sitting', 3],
    ];
    for (const [a, b, distance] of pairs) assert.equal(editDistance(a, b), distance, `${a} ${b}`);
  });

  it('says no more than that the limit is passed', () => assert.equal(editDistance('ac', 'cbba', 2), 3));

  it('agrees with the definition, and with itself under a limit', () => {
    fc.assert(
      fc.property(word, word, fc.nat(7), (a, b, limit) => {
        const distance = distanceByDefinition(a, b);
        assert.equal(editDistance(a, b), distance);
        assert.equal(editDistance(a, b, limit), Math.min(distance, limit + 1));
      }),
    );
  });

  it('finds the word that was meant', () => {
    const keys = ['owner', 'purpose', 'lifecycle', 'datasets', 'models', 'id', 'use'];
    const meant = {
      ownr: 'owner',
      Owner: 'owner',
      purpse: 'purpose',
      lifecyle: 'lifecycle',
      'data-sets': 'datasets',
    };
    for (const [typed, key] of Object.entries(meant)) assert.equal(nearest(typed, keys), key);
  });

  it('keeps silent rather than be silly', () => {
    const keys = ['owner', 'purpose', 'id', 'use', 'role'];
    for (const typed of ['', 'x', 'at', 'colour', 'metrics', 'o'.repeat(10_000)]) {
      assert.equal(nearest(typed, keys), undefined, typed.slice(0, 10));
    }
    assert.equal(nearest('owner', [] as string[]), undefined);
  });

  it('gives all that are equally near, in their order', () => {
    assert.deepEqual(allNearest('A.9.5', ['A.9.3', 'A.9.4', 'A.10.2'], 1), ['A.9.3', 'A.9.4']);
    assert.equal(nearest('A.9.5', ['A.9.4', 'A.9.3'], 1), 'A.9.4');
  });
});
