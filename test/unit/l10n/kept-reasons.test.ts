/** Answers about evidence are kept with its file: what is asked in one language must not be heard in another. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findPart, resultOf, valueAt } from '../../../server/src/evidence';
import { speak } from '../../../server/src/l10n/tr';

const GERMAN = JSON.parse(readFileSync('l10n/server.de.json', 'utf8')) as Readonly<Record<string, string>>;

const name = (text: string) => ({ kind: 'name', name: text }) as const;
const test = (text: string) => ({ kind: 'test', names: [text] }) as const;
const pointer = { kind: 'pointer', tokens: ['a'] } as const;

/** Why it cannot be known, each from another reader. */
const UNKNOWN: readonly (readonly [string, () => { readonly kind: string; readonly reason?: string }])[] = [
  ['text that is none', () => findPart(name('x'), 'a.md', 'a\0b')],
  ['broken Python', () => findPart(name('main'), 'a.py', 'def (:\n  main')],
  ['Python that brings in names', () => findPart(test('test_a'), 'a.py', 'from b import *\n')],
  ['Python of a library of tests', () => findPart(test('test_a'), 'a.py', 'import parameterized\n')],
  ['a file without tests', () => findPart(test('adds'), 'a.test.ts', 'export const one = 1;\n')],
  ['a name that is passed on', () => findPart(name('one'), 'a.ts', 'export * from "./b";\n')],
  ['broken JSON', () => findPart(pointer, 'a.json', '{"a": ')],
  ['a value in broken JSON', () => valueAt('a.json', '{"a": ]', ['a'])],
  ['a value in broken YAML', () => valueAt('a.yaml', 'a: [1\nb: 2\n', ['a'])],
  ['a broken notebook', () => findPart(name('x'), 'a.ipynb', '{')],
  [
    'a report that was cut off',
    () =>
      resultOf(
        { path: 'test_a.py', names: ['test_a'] },
        [
          {
            path: 'report.xml',
            cases: [{ className: 'test_a', name: 'test_a', suites: [], outcome: 'passed' }],
            complete: false,
          },
        ],
        ['test_a.py'],
      ),
  ],
];

describe('reasons that are kept, in German', () => {
  afterEach(() => speak(undefined));

  for (const [what, ask] of UNKNOWN)
    it(`are said in the language spoken when they are read: ${what}`, () => {
      const kept = ask();
      assert.equal(kept.kind, 'unknown');
      const english = kept.reason;
      speak(GERMAN);
      assert.ok(english !== undefined && kept.reason !== undefined);
      assert.notEqual(kept.reason, english);
      const asked = ask();
      speak(undefined);
      assert.equal(asked.reason, english);
    });
});
