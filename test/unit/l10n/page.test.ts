import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { VERDICT_MEANINGS, VERDICT_WORDS } from '../../../server/src/features/verdict-words';
import { wordsFor } from '../../../server/src/page/words';

/** Says everything in a table once, with figures where it takes some. */
const sayAll = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return [1, 2].map((count) => String((value as (...values: readonly number[]) => unknown)(count, 3, 4)));
  return Object.values(value as object).flatMap(sayAll);
};

describe('the dashboard in German', () => {
  const german = wordsFor('de');

  it('speaks German in Germany, Austria and Switzerland', () => {
    for (const locale of ['de', 'de-AT', 'de-CH']) assert.equal(wordsFor(locale).language, 'de');
  });

  it('says verdicts in the words of hovers and the tree', () => {
    const texts = JSON.parse(readFileSync('l10n/server.de.json', 'utf8')) as Readonly<Record<string, string>>;
    const inGerman = (words: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(words).map(([verdict, text]) => [verdict, texts[text]]));
    assert.deepEqual(german.verdicts, inGerman(VERDICT_WORDS));
    assert.deepEqual(german.meanings, inGerman(VERDICT_MEANINGS));
  });

  it('leaves nothing English', () => {
    const english = new Set(sayAll(wordsFor('en')).filter((text) => / [a-z]{3,}/.test(text)));
    assert.deepEqual(
      sayAll(german).filter((text) => english.has(text)),
      [],
    );
  });
});
