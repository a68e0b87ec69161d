/** What holds of every structural feature, whatever the text: typed to every length, in CRLF, with emoji, mangled. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { foldsIn, type Fold } from '../../../server/src/features/folding';
import { highlightsAt } from '../../../server/src/features/highlights';
import { hintsIn } from '../../../server/src/features/hints';
import { lensesIn } from '../../../server/src/features/lenses';
import { linksIn } from '../../../server/src/features/links';
import { selectionsAt } from '../../../server/src/features/selection';
import { symbolsIn, type OutlineSymbol } from '../../../server/src/features/symbols';
import { semanticTokens } from '../../../server/src/features/tokens';
import { build } from '../../../server/src/model/build';
import { parse } from '../../../server/src/syntax';
import type { ParsedDocument, Position, Range } from '../../../server/src/syntax/types';
import { readTokens } from '../../support/file-tokens';
import { searchSymbols } from '../../support/search-symbols';
import { DAY, ROOT, openWorkspace } from '../../support/workspace';

const REPO = new URL('../../../', import.meta.url);
const TEXTS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'test/unit/syntax/fixtures/assessment.yaml',
    'test/unit/syntax/fixtures/card.json.yaml',
    'test/unit/syntax/fixtures/organization.yaml',
    'test/unit/syntax/fixtures/shared-values.yaml',
    'test/unit/syntax/fixtures/system.yaml',
    'test/fixtures/format/every-key/aims.yaml',
    'examples/northwind/credit-scoring/aims.yaml',
  ].map((path) => [path, readFileSync(new URL(path, REPO), 'utf8')]),
);
const SEVERAL = `${TEXTS['test/unit/syntax/fixtures/system.yaml']}---\n${TEXTS['test/unit/syntax/fixtures/assessment.yaml']}`;

const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
const contains = (outer: Range, inner: Range): boolean =>
  compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;

/** The way to a position and back leads to the same place only inside the text. */
function assertInside(document: TextDocument, { start, end }: Range): void {
  assert.ok(compare(start, end) <= 0, 'a range does not end before it starts');
  for (const position of [start, end])
    assert.deepEqual(
      document.positionAt(document.offsetAt(position)),
      position,
      'a range lies inside the text',
    );
}

function assertNested(folds: readonly Fold[], lineCount: number): void {
  const around: Fold[] = [];
  for (const [at, fold] of folds.entries()) {
    assert.ok(fold.startLine >= 0 && fold.startLine < fold.endLine && fold.endLine < lineCount);
    assert.ok(at === 0 || (folds[at - 1]?.startLine ?? 0) < fold.startLine, 'one fold starts on a line');
    while ((around.at(-1)?.endLine ?? Infinity) < fold.startLine) around.pop();
    assert.ok(fold.endLine <= (around.at(-1)?.endLine ?? Infinity), 'folds do not cross');
    around.push(fold);
  }
}

function assertTokens(document: TextDocument, data: readonly number[]): void {
  let end: Position = { line: 0, character: 0 };
  for (const { line, character, length } of readTokens(data)) {
    assert.ok(length > 0 && compare(end, { line, character }) <= 0, 'tokens are sorted and do not overlap');
    end = { line, character: character + length };
    assertInside(document, { start: { line, character }, end });
  }
}

/** What is a function of the text alone. */
function assertSound(parsed: ParsedDocument): void {
  const { text } = parsed;
  const document = TextDocument.create('', 'yaml', 1, text);
  const file = build(`${ROOT}/aims.yaml`, parsed);
  assertNested(foldsIn(text), document.lineCount);
  assertTokens(document, semanticTokens(file));
  for (const offset of [0, text.length >> 1, text.length - 1, text.length]) {
    const ranges = selectionsAt(file, document.positionAt(Math.max(0, offset)));
    assert.ok(ranges.length > 0);
    for (const [at, range] of ranges.entries()) {
      assertInside(document, range);
      assert.ok(at === 0 || contains(range, ranges[at - 1] ?? range), 'selections grow');
    }
  }
}

function assertOutline(document: TextDocument, symbols: readonly OutlineSymbol[], outer?: Range): void {
  for (const { name, range, selection, children } of symbols) {
    assert.notEqual(name.trim(), '');
    assertInside(document, range);
    assert.ok(contains(range, selection), 'what is selected lies in the symbol');
    assert.ok(!outer || contains(outer, range), 'a symbol lies in its parent');
    assertOutline(document, children, range);
  }
}

/** What needs a workspace. */
async function assertSoundInWorkspace(text: string): Promise<void> {
  const uri = `${ROOT}/aims.yaml`;
  const document = TextDocument.create(uri, 'yaml', 1, text);
  const { snapshot } = await openWorkspace({ 'aims.yaml': text });
  const all: Range = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
  assertOutline(document, symbolsIn(snapshot, DAY, uri));
  for (const { location } of searchSymbols(snapshot, '')) assertInside(document, location.range);
  for (const { range } of linksIn(snapshot, uri)) assertInside(document, range);
  for (const { range, reveal } of lensesIn(snapshot, DAY, uri)) {
    assertInside(document, range);
    reveal();
  }
  for (const { position } of hintsIn(snapshot, DAY, uri, all, { titles: true, ages: true }))
    assertInside(document, { start: position, end: position });
  for (const offset of [0, text.length >> 1, text.length])
    for (const { range } of highlightsAt(snapshot, uri, document.positionAt(offset)) ?? [])
      assertInside(document, range);
}

const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in CRLF, with emoji': (text) => text.replace(/\n/g, '\r\n').replace(/: (?=[A-Z])/g, ': 🚲 '),
};

describe('structure of text that is being typed', function () {
  this.timeout(240_000);

  for (const [path, text] of Object.entries(TEXTS))
    for (const [name, change] of Object.entries(VARIANTS))
      it(`holds for every prefix of ${path} ${name}`, () => {
        const whole = change(text);
        // Long cards repeat themselves: every fourth place of them is enough, and every place of the others.
        const step = whole.length > 4_000 ? 4 + (whole.length >> 12) : 1;
        let parsed: ParsedDocument | undefined;
        for (let end = 0; end <= whole.length; end += step) {
          parsed = parse(whole.slice(0, end), parsed);
          assertSound(parsed);
        }
      });

  it('holds across several documents', () => assertSound(parse(SEVERAL)));

  it('holds in a workspace, line by line', async () => {
    for (const text of [...Object.values(TEXTS), SEVERAL].map((each) => each.slice(0, 6_000)))
      for (let at = 0; at >= 0; at = text.indexOf('\n', at + 1 + (text.length >> 6)))
        await assertSoundInWorkspace(text.slice(0, at));
  });

  it('holds for text that was mangled', async () => {
    const pieces = [
      '\n',
      '  ',
      ': ',
      '- ',
      '[',
      '}',
      '"',
      '#',
      '*a',
      '&a ',
      '\t',
      '---\n',
      '\r',
      '🚲',
      '|',
      "'",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(TEXTS), SEVERAL),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.constantFrom(...pieces)), {
          minLength: 1,
          maxLength: 6,
        }),
        async (text, edits) => {
          let now = text.slice(0, 5_000);
          for (const [at, gone, piece] of edits) {
            const from = at % (now.length + 1);
            now = now.slice(0, from) + piece + now.slice(from + gone);
          }
          assertSound(parse(now));
          await assertSoundInWorkspace(now);
        },
      ),
      { numRuns: 120 },
    );
  });
});
