import assert from 'node:assert/strict';
import { languageOf, readTexts } from '../../../server/src/l10n/language';
import { speak, tr } from '../../../server/src/l10n/tr';

describe('texts in another language', () => {
  afterEach(() => speak(undefined));

  it('are English where none is chosen', () => {
    assert.equal(tr('Used by {0} systems', 4), 'Used by 4 systems');
  });

  it('take their words from the translation', () => {
    speak({ 'Used by {0} systems': 'Von {0} Systemen verwendet' });
    assert.equal(tr('Used by {0} systems', 4), 'Von 4 Systemen verwendet');
  });

  it('stay English where the translation lacks them, also those that are names of every object', () => {
    speak({ other: 'anderes' });
    assert.equal(tr('Open {0}', 'a.md'), 'Open a.md');
    assert.equal(tr('constructor'), 'constructor');
  });

  it('fill in values as they are, whatever signs stand in them', () => {
    assert.equal(tr('{0} and {1}', '{1}', "$&$'"), "{1} and $&$'");
  });
});

describe('the language of a locale', () => {
  for (const [locale, language] of [
    ['de', 'de'],
    ['de-AT', 'de'],
    ['de-CH', 'de'],
    ['DE', 'de'],
    ['de_DE.UTF-8', 'de'],
    ['en', undefined],
    ['en-GB', undefined],
    ['C', undefined],
    ['', undefined],
    ['../../etc/passwd', undefined],
    ['deutsch', undefined],
    [undefined, undefined],
  ] as const)
    it(`of ${String(locale)} is ${language ?? 'English'}`, () => assert.equal(languageOf(locale), language));
});

describe('what is read as a translation', () => {
  it('is texts by texts, and nothing else of what is there', () => {
    assert.deepEqual(readTexts({ a: 'b', c: 1, d: null }), { a: 'b' });
  });

  it('is nothing where there is none', () => {
    for (const wrong of [undefined, null, 'text', ['a'], 3]) assert.equal(readTexts(wrong), undefined);
  });
});
