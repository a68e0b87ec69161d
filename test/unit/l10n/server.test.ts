import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { callsOf, placeholders, serverTexts } from '../../support/translatable';

const GERMAN = JSON.parse(readFileSync('l10n/server.de.json', 'utf8')) as Readonly<Record<string, string>>;

describe('the German of the language server', () => {
  const texts = serverTexts();

  it('has every text that is shown, and none that is not', () => {
    const missing = [...texts].filter((text) => !Object.hasOwn(GERMAN, text));
    const stale = Object.keys(GERMAN).filter((text) => !texts.has(text));
    assert.deepEqual({ missing, stale }, { missing: [], stale: [] });
  });

  it('fills in what the English fills in', () => {
    const differing = Object.entries(GERMAN).filter(
      ([english, german]) => placeholders(english).join() !== placeholders(german).join(),
    );
    assert.deepEqual(differing, []);
  });

  it('leaves nothing empty, and blanks at the ends as they are', () => {
    const ends = (text: string): string => `${text.startsWith(' ')} ${text.endsWith(' ')}`;
    const wrong = Object.entries(GERMAN).filter(
      ([english, german]) => german.trim() === '' || ends(english) !== ends(german),
    );
    assert.deepEqual(wrong, []);
  });

  it('quotes the same words of the format', () => {
    const quoted = (text: string): readonly string[] =>
      [...new Set([...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word))]
        .filter((word) => /^[\w.[\]:{}-]+$/.test(word))
        .sort();
    const lost = Object.entries(GERMAN).filter(([english, german]) => {
      const kept = quoted(german);
      return quoted(english).some((word) => !kept.includes(word));
    });
    assert.deepEqual(lost, []);
  });
});

describe('texts of the language server', () => {
  it('give a value for each place in them', () => {
    const short = callsOf('server/src/**/*.ts', ['tr']).filter(({ texts, values }) =>
      texts.some((text) => placeholders(text).some((name) => Number(name.slice(1, -1)) >= values)),
    );
    assert.deepEqual(short, []);
  });
});
