import assert from 'node:assert/strict';
import {
  canonicalUri,
  pathBetween,
  relativePath,
  resolvePath,
  rootOf,
} from '../../../server/src/workspace/uri';

const ROOT = 'file:///repo';
const CARD = 'file:///repo/systems/scoring/aims.yaml';

describe('paths in a card', () => {
  const cases: readonly [string, string][] = [
    ['docs/report.md', 'file:///repo/systems/scoring/docs/report.md'],
    ['./docs/report.md', 'file:///repo/systems/scoring/docs/report.md'],
    ['../shared/policy.md', 'file:///repo/systems/shared/policy.md'],
    ['/docs/policy.md', 'file:///repo/docs/policy.md'],
    ['docs\\report.md', 'file:///repo/systems/scoring/docs/report.md'],
    ['a b/ü#.md', 'file:///repo/systems/scoring/a%20b/%C3%BC'],
    ['100%.md', 'file:///repo/systems/scoring/100%25.md'],
  ];
  for (const [text, uri] of cases)
    it(`${text} is found from the file it stands in, or from the root with a leading /`, () => {
      const resolved = resolvePath(text, CARD, ROOT);
      assert.equal(resolved.kind === 'file' && resolved.uri, uri);
    });

  it('keeps what stands behind # and ::', () => {
    assert.deepEqual(resolvePath('eval.json#/auc', CARD, ROOT), {
      kind: 'file',
      uri: 'file:///repo/systems/scoring/eval.json',
      fragment: '/auc',
    });
    assert.deepEqual(resolvePath('tests/t.py::T::test_a[x#1]', CARD, ROOT), {
      kind: 'file',
      uri: 'file:///repo/systems/scoring/tests/t.py',
      test: 'T::test_a[x#1]',
    });
    assert.deepEqual(resolvePath('test.py::test_a', CARD, ROOT), {
      kind: 'file',
      uri: 'file:///repo/systems/scoring/test.py',
      test: 'test_a',
    });
  });

  it('may hold half of a surrogate pair, which no file name does', () =>
    assert.deepEqual(resolvePath('a\ud800.md', CARD, ROOT), {
      kind: 'file',
      uri: 'file:///repo/systems/scoring/a%EF%BF%BD.md',
    }));

  for (const text of ['../../../etc/passwd', '/../etc/passwd', 'a/../../../../x'])
    it(`${text} lies outside and is never touched`, () =>
      assert.equal(resolvePath(text, CARD, ROOT).kind, 'outside'));

  it('an encoded way out is a file name like any other', () => {
    const resolved = resolvePath('%2e%2e/%2e%2e/%2e%2e/etc/passwd', CARD, ROOT);
    assert.ok(resolved.kind === 'file' && resolved.uri.startsWith('file:///repo/systems/scoring/%252e'));
  });

  for (const text of [
    'C:\\secrets.txt',
    'c:/secrets.txt',
    '\\\\server\\share',
    '//server/share',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'a\0b',
    '',
  ])
    it(`${JSON.stringify(text)} means no file`, () =>
      assert.equal(resolvePath(text, CARD, ROOT).kind, 'unresolvable'));

  it('web addresses are told apart and never fetched', () =>
    assert.deepEqual(resolvePath('https://example.org/a', CARD, ROOT), {
      kind: 'url',
      url: 'https://example.org/a',
    }));
});

describe('URIs', () => {
  it('have one spelling, whoever writes them', () => {
    assert.equal(
      canonicalUri('FILE:///c%3A/My%20Repo/a(1).yaml'),
      canonicalUri('file:///c:/My Repo/a%281%29.yaml'),
    );
    assert.equal(canonicalUri('file:///C:/Repo/a.yaml'), canonicalUri('file:///c%3A/Repo/a.yaml'));
    assert.equal(canonicalUri('file:///C/a.yaml'), 'file:///C/a.yaml');
    assert.equal(canonicalUri('file:///a/ü.yaml'), canonicalUri('file:///a/%C3%BC.yaml'));
  });
  it('of an editor that is not saved yet are those of the file it becomes, where it has a path', () => {
    assert.equal(canonicalUri('untitled:/repo/a%20b/aims.yaml'), canonicalUri('file:///repo/a b/aims.yaml'));
    assert.equal(canonicalUri('untitled:/C%3A/repo/aims.yaml'), canonicalUri('file:///c:/repo/aims.yaml'));
    assert.equal(canonicalUri('untitled:///repo/aims.yaml'), 'file:///repo/aims.yaml');
    assert.equal(canonicalUri('untitled:Untitled-1'), 'untitled:Untitled-1');
    assert.equal(canonicalUri('untitled://github/repo/aims.yaml'), 'untitled://github/repo/aims.yaml');
  });
  it('survive escapes that are none', () =>
    assert.equal(canonicalUri('file:///a/100%.yaml'), 'file:///a/100%25.yaml'));
  it('give a readable path below a folder, and between files', () => {
    assert.equal(relativePath('file:///repo', 'file:///repo/a%20b/c.yaml'), 'a b/c.yaml');
    assert.equal(relativePath('file:///repo', 'file:///repository/c.yaml'), undefined);
    assert.equal(pathBetween(CARD, 'file:///repo/docs/a.md'), '../../docs/a.md');
    assert.equal(pathBetween(CARD, 'file:///repo/systems/scoring/impact.yaml'), 'impact.yaml');
  });
  it('belong to the innermost of nested workspace folders', () =>
    assert.equal(
      rootOf(CARD, ['file:///repo', 'file:///repo/systems', 'file:///other']),
      'file:///repo/systems',
    ));
});
