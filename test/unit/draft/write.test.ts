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
