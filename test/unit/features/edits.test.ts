import assert from 'node:assert/strict';
import { losslessEdits } from '../../../server/src/features/fix-all';
import { suppression } from '../../../server/src/features/suppress';
import type { Fix } from '../../../server/src/fixes/edit';
import { applyFix } from '../../support/apply-fix';

const URI = 'file:///workspace/aims.yaml';

const at = (line: number, from: number, to: number): Fix['changes'][0] & { readonly kind: 'edit' } => ({
  kind: 'edit',
  uri: URI,
  edits: [{ range: { start: { line, character: from }, end: { line, character: to } }, newText: `${line}` }],
});
const fix = (lossless: boolean, ...changes: Fix['changes'][number][]): Fix => ({
  title: 'x',
  lossless,
  changes,
});

describe('fixing all', () => {
  const lines = (fixes: readonly Fix[]): readonly string[] =>
    losslessEdits(URI, fixes).map(({ newText }) => newText);

  it('takes what needs no decision, and nothing else', () => {
    assert.deepEqual(lines([fix(true, at(1, 0, 2)), fix(false, at(2, 0, 2)), fix(true, at(3, 0, 2))]), [
      '1',
      '3',
    ]);
  });

  it('takes the first of fixes that touch the same text', () => {
    assert.deepEqual(
      lines([fix(true, at(1, 0, 2)), fix(true, at(1, 2, 4)), fix(true, at(1, 5, 6))]).length,
      2,
    );
  });

  it('leaves out fixes that reach into other files or make new ones', () => {
    const other = { ...at(1, 0, 2), uri: 'file:///workspace/other.yaml' };
    const created = { kind: 'create', uri: other.uri, text: '' } as const;
    assert.deepEqual(lines([fix(true, at(1, 0, 2), other), fix(true, at(2, 0, 2), created)]), []);
  });
});

describe('silencing a finding', () => {
  const finding = (line: number): Parameters<typeof suppression>[0] => ({
    rule: 'some-rule',
    uri: URI,
    range: { start: { line, character: 2 }, end: { line, character: 4 } },
  });
  const silenced = (text: string, line: number, language: 'yaml' | 'python' = 'yaml'): string | undefined => {
    const found = suppression(finding(line), text, language);
    return found && applyFix(text, found);
  };

  it('puts a comment above the line, indented like it, with its line ends', () => {
    assert.equal(
      silenced('a: 1\nb:\n  c: 2\n', 2),
      'a: 1\nb:\n  # aims-ignore-next-line some-rule -- TODO: say why\n  c: 2\n',
    );
    assert.equal(
      silenced('a: 1\r\nb: 2\r\n', 1),
      'a: 1\r\n# aims-ignore-next-line some-rule -- TODO: say why\r\nb: 2\r\n',
    );
    assert.equal(
      silenced('if x:\n    m.fit()', 1, 'python'),
      'if x:\n    # aims-ignore-next-line some-rule -- TODO: say why\n    m.fit()',
    );
  });

  it('comments as JavaScript does, and not between elements', () => {
    const script = (text: string, line: number): string | undefined => {
      const found = suppression({ ...finding(line), uri: 'file:///app.tsx' }, text, 'javascript');
      return found && applyFix(text, found);
    };
    assert.equal(
      script('if (x) {\n  ask()\n}', 1),
      'if (x) {\n  // aims-ignore-next-line some-rule -- TODO: say why\n  ask()\n}',
    );
    assert.equal(script('const a = (\n  <p>\n    {ask()}\n  </p>\n)', 2), undefined);
    assert.equal(script('const a = `\n  ${ask()}`', 1), undefined);
  });

  it('works between the lines of brackets', () => {
    assert.match(silenced('a: [\n  b,\n  c\n]\n', 2) ?? '', /b,\n {2}# aims-ignore-next-line/);
  });

  it('is not offered where the comment would become part of a text', () => {
    assert.equal(silenced('a: |\n  one\n  two\nb: 2\n', 2), undefined);
    assert.equal(silenced('a: "one\n  two"\nb: 2\n', 1), undefined);
  });
});
