/** What is approved stays approved however its text is written, and not a day longer when it says something else. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document, type Scalar } from 'yaml';
import { build } from '../../../server/src/model/build';
import { parse } from '../../../server/src/syntax';
import { approve, FILES, judge, type Files } from './workspace';

interface Subject {
  readonly path: string;
  readonly part: string;
  /** Keys down to what is approved. */
  readonly at: readonly string[];
  /** Keys in there that are no part of what is approved. */
  readonly apart: readonly string[];
}

const SUBJECTS: readonly Subject[] = [
  { path: 'aims.yaml', part: 'northwind:policy', at: ['policy'], apart: ['approvedBy', 'approvedOn'] },
  {
    path: 'aims.yaml',
    part: 'northwind:treatmentPlan',
    at: ['treatmentPlan'],
    apart: ['approvedBy', 'approvedOn'],
  },
  {
    path: 'credit/impact-assessment.yaml',
    part: 'IA-1:assessment',
    at: [],
    apart: ['aims', 'kind', 'id', 'status', 'approvedBy', 'approvedOn', 'system'],
  },
  {
    path: 'credit/aims.yaml',
    part: 'credit:controls/A.6.2.4',
    at: ['controls', 'A.6.2.4'],
    apart: ['owner', 'evidence'],
  },
];

const subject = fc.constantFrom(...SUBJECTS);
const approved = new Map<string, Promise<ReadonlyMap<string, string>>>();
const locksFor = ({ part }: Subject): Promise<ReadonlyMap<string, string>> => {
  const known = approved.get(part) ?? approve(FILES, [part]);
  approved.set(part, known);
  return known;
};

const read = ({ path }: Subject): Document.Parsed => parseDocument(FILES[path] ?? '');
const write = ({ path }: Subject, text: string): Files => ({ ...FILES, [path]: text });

const spelling = fc.record({
  seed: fc.nat(),
  flow: fc.boolean(),
  indent: fc.integer({ min: 2, max: 6 }),
  quotes: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
  breaks: fc.constantFrom('\n', '\r\n'),
  comments: fc.boolean(),
});

/** The same meaning in other words: keys in another order, other quotes, indentation, comments and line ends. */
function respell(
  document: Document.Parsed,
  how: typeof spelling extends fc.Arbitrary<infer T> ? T : never,
): string {
  let turn = how.seed;
  visit(document, {
    Map(_, map) {
      map.flow = how.flow;
      map.items.sort(() => ((turn = (turn * 1_103_515_245 + 12_345) % 2_147_483_648) % 2 === 0 ? 1 : -1));
    },
    Seq(_, seq) {
      seq.flow = how.flow;
    },
    Scalar(key, scalar) {
      // Only text may be quoted: a number in quotes is text.
      if (key === 'value' && typeof scalar.value === 'string') scalar.type = how.quotes;
      if (how.comments && key === 'value' && !how.flow) scalar.comment = ' said again';
    },
  });
  // The top of the file stays a block: it is known by its first key.
  if (isMap(document.contents)) document.contents.flow = false;
  return document.toString({ indent: how.indent, lineWidth: 0 }).replaceAll('\n', how.breaks);
}

/** Values inside what is approved, but for those that are no part of it. */
function valuesOf(document: Document.Parsed, { at, apart }: Subject): Scalar[] {
  const home = at.length === 0 ? document.contents : document.getIn(at);
  if (!isMap(home)) throw new Error(`nothing at ${at.join('.')}`);
  const found: Scalar[] = [];
  const walk = (node: unknown): void => {
    if (isScalar(node)) found.push(node);
    else if (isMap(node)) node.items.forEach(({ value }) => walk(value));
    else if (isSeq(node)) node.items.forEach(walk);
  };
  for (const pair of home.items)
    if (isPair(pair) && isScalar(pair.key) && !apart.includes(String(pair.key.value))) walk(pair.value);
  return found;
}

const stateOf = async (of: Subject, text: string): Promise<string> =>
  (await judge(write(of, text), await locksFor(of))).state(of.part).kind;

describe('what was approved', () => {
  for (const each of SUBJECTS)
    it(`${each.part}: holds while nothing changed`, async () => {
      assert.equal(await stateOf(each, FILES[each.path] ?? ''), 'fresh');
    });

  it('holds however its file is written', () =>
    fc.assert(
      fc.asyncProperty(subject, spelling, async (of, how) => {
        assert.equal(await stateOf(of, respell(read(of), how)), 'fresh');
      }),
      { numRuns: 60 },
    ));

  it('is suspect once any of its values is another, unless that cannot be read', () =>
    fc.assert(
      fc.asyncProperty(
        subject,
        fc.nat(),
        fc.constantFrom('x', ' more', '0', 'é'),
        async (of, index, more) => {
          const document = read(of);
          const values = valuesOf(document, of);
          const value = values[index % values.length];
          assert.ok(value);
          value.value = `${String(value.source ?? value.value)}${more}`;
          value.type = 'QUOTE_DOUBLE';
          const text = document.toString({ lineWidth: 0 });
          const { artefacts } = build(`file:///workspace/${of.path}`, parse(text));
          const isRead = artefacts.every(({ problems }) =>
            problems.every(({ code }) => code === 'bad-id' || code === 'missing-key'),
          );
          assert.equal(await stateOf(of, text), isRead ? 'changed' : 'unknown');
        },
      ),
      { numRuns: 80 },
    ));

  it('is suspect once any of its keys is gone', () =>
    fc.assert(
      fc.asyncProperty(subject, fc.nat(), async (of, index) => {
        const document = read(of);
        const home = of.at.length === 0 ? document.contents : document.getIn(of.at);
        assert.ok(isMap(home));
        const keys = home.items
          .map(({ key }) => String(isScalar(key) ? key.value : key))
          .filter((key) => !of.apart.includes(key));
        home.delete(keys[index % keys.length]);
        assert.equal(await stateOf(of, document.toString({ lineWidth: 0 })), 'changed');
      }),
      { numRuns: 40 },
    ));

  it('holds whatever is written about who approved it and who looks after it', async () => {
    for (const of of SUBJECTS)
      for (const key of of.apart.filter((each) => /owner|approvedOn/.test(each))) {
        const document = read(of);
        document.setIn([...of.at, key], key === 'owner' ? 'chen' : '2026-01-02');
        assert.equal(await stateOf(of, document.toString({ lineWidth: 0 })), 'fresh', `${of.part} ${key}`);
      }
  });
});
