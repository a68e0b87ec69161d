import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { ParsedDocument, Route, SyntaxNode, YamlDocument } from '../../../server/src/syntax/types';

const FOLDER = new URL('./fixtures/', `file://${__dirname}/`);

/** Realistic files, with the constructs people use. */
export const FIXTURES: readonly { readonly name: string; readonly text: string }[] = readdirSync(FOLDER)
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') }));

export function fixture(name: string): string {
  const found = FIXTURES.find((f) => f.name === name);
  assert.ok(found, `fixture ${name}`);
  return found.text;
}

/** Routes of everything in a document, in file order. */
export function routesOf(document: YamlDocument): Route[] {
  const routes: Route[] = [];
  const visit = (node: SyntaxNode | undefined, route: Route): void => {
    routes.push(route);
    if (node?.kind === 'map') for (const e of node.entries) visit(e.value, [...route, e.key.text]);
    if (node?.kind === 'list') node.items.forEach((item, i) => visit(item, [...route, i]));
  };
  if (document.has([])) visit(document.node([]), []);
  return routes;
}

/** Everything a caller can learn about a document; two documents are equal if this is. */
export function describeDocument(document: YamlDocument): unknown {
  return {
    index: document.index,
    shape: document.shape,
    complete: document.complete,
    blocks: document.blocks,
    top: document.nearest([]),
    nodes: routesOf(document).map((route) => ({
      route,
      node: document.node(route),
      key: document.span(route, 'key'),
      value: document.span(route, 'value'),
      entry: document.span(route, 'entry'),
      whole: document.wholeAt(route),
    })),
  };
}

export function describeFile(file: ParsedDocument): unknown {
  return {
    text: file.text,
    documents: file.documents.map(describeDocument),
    problems: file.problems,
    comments: file.comments,
    end: file.positionAt(file.text.length),
  };
}

/** Every span lies in the text, and positions survive the way there and back. */
export function assertSound(file: ParsedDocument): void {
  const { length } = file.text;
  const check = (span: { start: number; end: number } | undefined): void => {
    if (span === undefined) return;
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= length, JSON.stringify(span));
  };
  file.problems.forEach((p, i) => {
    check(p.span);
    assert.ok(p.message.length > 0);
    assert.ok(p.span.start >= (file.problems[i - 1]?.span.start ?? 0), 'problems are in file order');
  });
  for (const comment of file.comments) {
    check(comment.span);
    assert.equal(file.text.slice(comment.span.start, comment.span.end), comment.text);
  }
  assert.ok(file.documents.length > 0);
  for (const document of file.documents) {
    check(document.nearest([]));
    check(document.nearest(['no', 'such', 3]));
    for (const route of routesOf(document)) {
      assert.ok(document.has(route), JSON.stringify(route));
      check(document.span(route, 'key'));
      check(document.span(route, 'value'));
      check(document.span(route, 'entry'));
      check(document.nearest(route));
    }
  }
}

/** Strings in which YAML's own characters are frequent, lines short and indentation plausible. */
export const yamlish: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\n  ',
        '\n    ',
        '\n- ',
        '\n  - ',
        ': ',
        ':',
        '- ',
        '? ',
        ' #',
        '# c',
        '\t',
        '\r\n',
        '\r',
      ),
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ', ',
        '"',
        "'",
        '|',
        '>',
        '|-',
        '&a ',
        '*a',
        '<<: ',
        '!t ',
        '!!str ',
        '%',
      ),
      fc.constantFrom(
        '---',
        '\n---\n',
        '...',
        '<<<<<<< x',
        'aims',
        'id',
        'A.6.2.4',
        '1.10',
        '~',
        'null',
        'é',
        '\u200b',
      ),
      fc.constantFrom(
        'aims: 1\n',
        'controls:\n',
        'risks:\n',
        '  - id: R1\n',
        '    owner: x\n',
        '  A.1: x\n',
        '\ufeff',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** An edit as an editor sends it: replace `[at, at + remove)` by `insert`. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.nat(),
    remove: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 80 })),
    insert: fc.oneof(
      fc.constant(''),
      yamlish.map((s) => s.slice(0, 12)),
      fc.constantFrom('\n', ' ', '"', '[', 'x', '#', '-'),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

export function applyTo(text: string, { at, remove, insert }: Edit): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + insert + text.slice(from + remove);
}
