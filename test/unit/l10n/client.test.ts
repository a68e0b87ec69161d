import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { callsOf, placeholders } from '../../support/translatable';

type Texts = Readonly<Record<string, string>>;
const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8')) as Texts;

const withoutTranslation = (keys: ReadonlySet<string>, texts: Texts) => ({
  missing: [...keys].filter((key) => !Object.hasOwn(texts, key)),
  stale: Object.keys(texts).filter((key) => !keys.has(key)),
});
const NONE = { missing: [], stale: [] };

describe('the German of the extension', () => {
  const calls = callsOf('client/src/**/*.ts', ['l10n.t']);
  const german = read('l10n/bundle.l10n.de.json');

  it('has every text of the client, and none that it does not say', () => {
    const texts = new Set(calls.flatMap((call) => call.texts));
    assert.ok(texts.size > 50, 'the texts are found');
    assert.deepEqual(withoutTranslation(texts, german), NONE);
  });

  it('fills in what the English fills in', () => {
    for (const [english, text] of Object.entries(german))
      assert.deepEqual(placeholders(text), placeholders(english), english);
  });

  it('is where the manifest says', () => {
    const { l10n } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly l10n?: string };
    assert.equal(l10n, './l10n');
  });
});

describe('the texts of the manifest', () => {
  const english = read('package.nls.json');
  const german = read('package.nls.de.json');

  it('are there for each name in it, and for no other', () => {
    const manifest = readFileSync('package.json', 'utf8');
    const named = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, name = '']) => name));
    assert.deepEqual(withoutTranslation(named, english), NONE);
  });

  it('are there in German', () => {
    assert.deepEqual(withoutTranslation(new Set(Object.keys(english)), german), NONE);
  });

  it('lead to the same commands in German', () => {
    const commands = (text = ''): readonly string[] =>
      [...text.matchAll(/\]\((command:[^)]+)\)/g)].map(([, command = '']) => command);
    for (const [name, text] of Object.entries(english))
      assert.deepEqual(commands(german[name]), commands(text), name);
  });
});
