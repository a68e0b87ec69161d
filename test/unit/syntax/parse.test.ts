import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import { parse } from '../../../server/src/syntax/index';
import type { SyntaxNode } from '../../../server/src/syntax/types';
import { assertSound, describeDocument, fixture, FIXTURES, yamlish } from './support';
import { DocumentView } from '../../../server/src/syntax/document';
import { readStream } from '../../../server/src/syntax/documents';

/** Maps as pair lists, scalars as text: what the `yaml` package itself reads, to compare with. */
function plainYaml(node: unknown, document: Document): unknown {
  if (isMap(node)) {
    return node.items.map(({ key, value }) => [
      isScalar(key) ? key.source : undefined,
      plainYaml(value, document),
    ]);
  }
  if (isSeq(node)) return node.items.map((item) => plainYaml(item, document));
  return isScalar(node) && node.value !== null ? node.source : undefined;
}

function plainOurs(node: SyntaxNode | undefined): unknown {
  if (node?.kind === 'map') return node.entries.map(({ key, value }) => [key.text, plainOurs(value)]);
  return node?.kind === 'list' ? node.items.map(plainOurs) : node?.text;
}

describe('parse', () => {
  for (const { name, text } of FIXTURES) {
    it(`reads ${name} without problems`, () => {
      const file = parse(text);
      assert.deepEqual(file.problems, []);
      assert.ok(file.documents.every((d) => d.complete && d.shape === 'map' && d.blocks.length > 3));
      assertSound(file);
    });

    it(`reads ${name} in pieces as it does in one go`, () => {
      const whole = readStream(text, 0).map((state, i) => new DocumentView(i, state.source));
      assert.deepEqual(parse(text).documents.map(describeDocument), whole.map(describeDocument));
    });

    it(`survives every prefix of ${name}`, () => {
      for (let length = 0; length <= text.length; length++) assertSound(parse(text.slice(0, length)));
    }).timeout(60_000);

    if (name !== 'shared-values.yaml') {
      it(`reads in ${name} what the yaml package reads`, () => {
        const expected = parseAllDocuments(text) as Document[];
        assert.deepEqual(
          parse(text).documents.map((d) => plainOurs(d.node([]))),
          expected.map((d) => plainYaml(d.contents, d)),
        );
      });
    }

    it(`puts the comments of ${name} where they are`, () => {
      const inText = name === 'system.yaml' ? 1 : 0; // one # stands in a block scalar
      const marks = text.split('\n').filter((line) => /(?:^|\s)#/.test(line)).length;
      assert.equal(parse(text).comments.length, marks - inText);
    });
  }

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(yamlish, fc.string({ unit: 'binary' })), (text) => assertSound(parse(text))),
      { numRuns: 3000 },
    );
  }).timeout(60_000);

  it('reads valid text in pieces as it does in one go, whatever the text', () => {
    let valid = 0;
    fc.assert(
      fc.property(yamlish, (raw) => {
        const text = raw.replace(/\r(?!\n)/g, '').replace(/\ufeff/g, '');
        // The package takes a colon on the line below its key, which YAML 1.2 (7.4.2, 8.2.2) does not.
        if (/^\s*:/m.test(text)) return;
        const states = readStream(text, 0);
        if (states.some((state) => !state.source.complete)) return;
        valid++;
        const whole = states.map((state, i) => new DocumentView(i, state.source));
        const file = parse(text);
        if (file.problems.some((p) => p.code === 'conflict-markers')) return;
        assert.deepEqual(file.documents.map(describeDocument), whole.map(describeDocument));
      }),
      {
        numRuns: 5000,
        examples: [['!!str : \n  - id: R1\n'], ['&a !!str : \n  - id: R1\n'], ['!!str \n    ? ']],
      },
    );
    assert.ok(valid > 200, `${valid} valid texts`);
  }).timeout(60_000);

  it('keeps scalars as written and types them by YAML 1.2', () => {
    const types = {
      '1.10': 'number',
      '014': 'number',
      '1e400': 'number',
      '0x1F': 'number',
      '.inf': 'number',
    } as const;
    const words = {
      no: 'string',
      on: 'string',
      True: 'boolean',
      '2026-02-30': 'string',
      '12:30:00': 'string',
      '1_000': 'string',
    };
    for (const [text, type] of Object.entries({ ...types, ...words })) {
      const node = parse(`a: ${text}\n`).documents[0]!.node(['a']);
      assert.deepEqual(node, { kind: 'scalar', type, text, style: 'plain' });
    }
    for (const empty of ['', '~', 'null', 'Null']) {
      const document = parse(`a: ${empty}\n`).documents[0];
      assert.equal(document!.node(['a']), undefined);
      assert.equal(document!.has(['a']), true);
    }
    const texts = parse('a: "x\\ty"\nb: \'it\'\'s\'\nc: |\n  one\n   two\nd: !!str 5\ne: "1.10"\n')
      .documents[0];
    assert.deepEqual(texts!.node(['a']), { kind: 'scalar', type: 'string', text: 'x\ty', style: 'quoted' });
    assert.deepEqual(texts!.node(['b']), { kind: 'scalar', type: 'string', text: "it's", style: 'quoted' });
    assert.deepEqual(texts!.node(['c']), {
      kind: 'scalar',
      type: 'string',
      text: 'one\n two\n',
      style: 'block',
    });
    assert.deepEqual(texts!.node(['d']), { kind: 'scalar', type: 'string', text: '5', style: 'plain' });
    assert.deepEqual(texts!.node(['e']), { kind: 'scalar', type: 'string', text: '1.10', style: 'quoted' });
  });

  it('gives spans of keys, values, entries and items', () => {
    const text = fixture('system.yaml');
    const document = parse(text).documents[0]!;
    const at = (route: (string | number)[], part: 'key' | 'value' | 'entry'): string => {
      const span = document.span(route, part)!;
      return text.slice(span.start, span.end);
    };
    assert.equal(at(['version'], 'entry'), 'version: 1.10');
    assert.equal(at(['controls', 'A.7.5'], 'key'), '"A.7.5"');
    assert.equal(at(['controls', 'A.6.2.6'], 'value'), 'status: planned\n\n    due: 2027-03-01');
    assert.equal(
      at(['controls', 'A.6.2.6'], 'entry'),
      'A.6.2.6:\n    status: planned\n\n    due: 2027-03-01',
    );
    assert.equal(at(['models', 1], 'entry'), '-\n    id: fallback\n    task: rules');
    assert.equal(at(['models', 1], 'key'), 'id');
    assert.equal(at(['controls', 'A.6.2.4', 'evidence', 0], 'entry'), '- tests/test_recall.py::test_adults');
    assert.equal(at(['controls', 'A.6.2.4', 'evidence', 0], 'key'), 'tests/test_recall.py::test_adults');
    assert.equal(at(['code', 1], 'value'), '"notebooks/*.ipynb"');
    assert.equal(at(['purpose'], 'value').endsWith('alone.'), true);
    const empty = document.span(['controls', 'A.8.2'], 'value')!;
    assert.equal(empty.start, empty.end);
    assert.equal(text.slice(empty.start - 6, empty.start), 'A.8.2:');
    assert.equal(document.span(['nothing'], 'key'), undefined);
    assert.equal(document.span(['models', 9], 'value'), undefined);
  });

  it('finds the nearest place for what is absent', () => {
    const text =
      'aims: 1\nkind: system # x\nrisks:\n  - id: R1\n  -\n  - plain\ncontrols: {A.1: {status: x}}\n';
    const document = parse(text).documents[0]!;
    const near = (...route: (string | number)[]): string => {
      const { start, end } = document.nearest(route);
      return text.slice(start, end);
    };
    assert.equal(near('owner'), 'kind: system');
    assert.equal(near(), 'kind: system');
    assert.equal(near('controls', 'A.1', 'owner'), 'A.1');
    assert.equal(near('controls', 'A.2', 'owner'), 'controls');
    assert.equal(near('risks', 0, 'owner'), 'id');
    assert.equal(near('risks', 1, 'owner'), '-');
    assert.equal(near('risks', 2, 'owner'), 'plain');
    assert.equal(near('risks', 7, 'owner'), 'risks');
    const other = parse('# c\n\n- just\n- a list\n');
    assert.deepEqual(other.documents[0]!.nearest(['x']), { start: 0, end: 3 });
    assert.deepEqual(parse('  id: x\n').documents[0]!.nearest(['x']), { start: 2, end: 4 });
  });

  it('tells several documents apart', () => {
    const file = parse('# c\n---\na: 1\n--- # two\n---\nb: {x: 1}\n');
    assert.deepEqual(
      file.documents.map((d) => [d.index, d.shape, d.blocks.map((b) => b.key.text)]),
      [
        [0, 'map', ['a']],
        [1, 'empty', []],
        [2, 'map', ['b']],
      ],
    );
    assert.deepEqual(
      parse('').documents.map((d) => d.shape),
      ['empty'],
    );
    assert.deepEqual(
      parse('# only\n').documents.map((d) => d.shape),
      ['empty'],
    );
    assert.deepEqual(
      parse('- a\n').documents.map((d) => d.shape),
      ['list'],
    );
    assert.deepEqual(
      parse('one\ntwo\n').documents.map((d) => d.shape),
      ['scalar'],
    );
    assert.deepEqual(
      parse('a: 1\n...\n---\nb: 2\n').documents.map((d) => d.shape),
      ['map', 'map'],
    );
  });
});
