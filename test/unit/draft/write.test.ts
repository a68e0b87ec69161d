import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { entry, list, map, text, writeYaml, type Item, type Node } from '../../../server/src/draft/write';

/** Texts that make trouble in YAML, besides any other. (A day is written plain; readers of YAML 1.1 make a date of it.) */
const NASTY = [
  '', ' ', '-', '- a', '? a', 'a: b', 'a #b', '#', '"', "'", '"a', '[a', '{a}', '*a', '&a', '!a', '|', '>', '%a', '@a',
  '`a', '---', '...', 'null', 'NULL', '~', 'true', 'no', 'On', '1.10', '1e3', '0x1F', '0o17', '.inf', '-.INF', '.nan',
  '2.3.0', '12:30:45', '1_000', '<<', '=', 'a\nb', 'a\r\nb', '\t', 'a\tb', '\u0000', '\u0007', '\u007f',
  '\u0085', '\u2028', '\u2029', '\ufeff', '\ud800', '\udc00', '\u202e', '\ufffe', '__proto__', 'a:', ':a', 'a,b', '😀',
]; // prettier-ignore

const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.constantFrom(...NASTY, 'a', ' '), { maxLength: 4 }).map((parts) => parts.join('')),
);

interface Made {
  readonly node: Node;
  readonly value: unknown;
}

const scalar: fc.Arbitrary<Made> = fc
  .tuple(anyText, fc.option(anyText, { nil: undefined }))
  .map(([value, note]) => ({ node: text(value, note), value }));

const mapOf = (child: fc.Arbitrary<Made>): fc.Arbitrary<Made> =>
  fc
    .array(fc.tuple(child, fc.array(anyText, { maxLength: 2 })), { minLength: 1, maxLength: 4 })
    .map((children) => ({
      node: map(...children.map(([{ node }, above], index) => entry(`key${index}`, node, above))),
      value: Object.fromEntries(children.map(([{ value }], index) => [`key${index}`, value])),
    }));

const listOf = (child: fc.Arbitrary<Made>): fc.Arbitrary<Made> =>
  fc
    .array(fc.tuple(child, fc.array(anyText, { maxLength: 2 })), { minLength: 1, maxLength: 4 })
    .map((children) => ({
      node: list(children.map(([{ node }, above]) => ({ value: node, above }) as Item)),
      value: children.map(([{ value }]) => value),
    }));

const tree = mapOf(
  fc.oneof(scalar, mapOf(scalar), listOf(scalar), listOf(mapOf(fc.oneof(scalar, listOf(scalar))))),
);

describe('writing a card', () => {
  for (const version of ['1.1', '1.2'] as const)
    it(`is read back as it was meant by a reader of YAML ${version}`, () => {
      fc.assert(
        fc.property(tree, fc.array(anyText, { maxLength: 3 }), ({ node, value }, head) => {
          const written = writeYaml(head, node.is === 'map' ? node.entries : []);
          const document = parseDocument(written, { version });
          assert.deepEqual([...document.errors, ...document.warnings], [], written);
          assert.deepEqual(document.toJS(), value, written);
        }),
      );
    });

  it('has no long line of comment but for a long word, and none that would speak to AIMS', () => {
    const words = fc.array(
      fc.oneof(anyText, fc.constantFrom('aims-ignore-next-line', 'aims:', 'word', 'x'.repeat(95))),
      { maxLength: 40 },
    );
    const note = words.map((each) => each.join(' '));
    const item = fc.tuple(note, note).map(([behind, above]): Item => ({
      above: [above],
      value: map(entry('id', text('a', behind), [above]), entry('b', list([{ value: text('c', behind) }]))),
    }));
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 3 }), note, (items, head) => {
        const written = writeYaml([head], [entry('items', list(items), [head])]);
        for (const line of written.split('\n')) {
          const said = /^\s*# ?(.*)$/.exec(line)?.[1];
          if (said === undefined) assert.ok(line.length <= 90 || !line.includes(' # '), line);
          else if (line.length > 90) assert.doesNotMatch(said.trim(), / (?! *aims)/, line);
        }
        // The first line may begin with whatever the comment begins with: what speaks is where it was broken.
        const broken = writeYaml([`begins ${head}`], []);
        assert.doesNotMatch(broken, /^#\s*aims/m);
      }),
    );
  });

  it('puts a comment above where it makes the line too long: of the first key of an item above the item', () => {
    const note = `from ${Array.from({ length: 9 }, (_, at) => `src/part${at}.py`).join(', ')}`;
    assert.equal(
      writeYaml(
        [],
        [
          entry('name', text('Churn', note)),
          entry(
            'models',
            list([{ value: map(entry('id', text('m', note)), entry('task', text('t', 'short'))) }]),
          ),
        ],
      ),
      [
        '# from src/part0.py, src/part1.py, src/part2.py, src/part3.py, src/part4.py, src/part5.py,',
        '# src/part6.py, src/part7.py, src/part8.py',
        'name: Churn',
        'models:',
        '  # from src/part0.py, src/part1.py, src/part2.py, src/part3.py, src/part4.py,',
        '  # src/part5.py, src/part6.py, src/part7.py, src/part8.py',
        '  - id: m',
        '    task: t # short',
        '',
      ].join('\n'),
    );
  });

  it('keeps comments at their lines', () => {
    const written = writeYaml(
      ['About it'],
      [
        entry('id', text('a', 'from x.py:1')),
        entry(
          'models',
          list([
            {
              value: map(entry('id', text('m', 'from y.py:2')), entry('task', text('t'))),
              above: ['MLflow'],
            },
          ]),
          ['Above the list'],
        ),
      ],
    );
    assert.equal(
      written,
      '# About it\nid: a # from x.py:1\n# Above the list\nmodels:\n  # MLflow\n  - id: m # from y.py:2\n    task: t\n',
    );
  });
});
