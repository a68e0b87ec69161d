/**
 * A place held open is no content, wherever it stands: files in which every key is written and every value is a
 * placeholder answer no requirement, and show one finding each for what is to be filled in.
 */
import assert from 'node:assert/strict';
import { formats, type Kind } from '../../../server/src/schema';
import type { Field } from '../../../server/src/schema/field';
import { evaluate } from '../../../server/src/verdict/evaluate';
import { checkTexts } from '../../support/run-fixture';

const DAY = '2026-11-01';
const PLACEHOLDERS = [
  'TODO',
  'TBD',
  'lorem ipsum dolor sit amet',
  '…',
  '...',
  '<name>',
  'todo: ask Bo',
  '???',
];

/** What a reader needs to know which file it is and what is due; everything else is held open. */
const KNOWN: Readonly<Record<Kind, Readonly<Record<string, unknown>>>> = {
  organization: { aims: 1, kind: 'organization', id: 'org', target: 'managed' },
  system: {
    aims: 1,
    kind: 'system',
    id: 'scoring',
    target: 'managed',
    role: ['developer', 'deployer'],
    lifecycle: { stage: 'operation-monitoring' },
  },
  'impact-assessment': { aims: 1, kind: 'impact-assessment', id: 'IA-1', system: 'scoring' },
};

const DICTIONARY_KEYS: Readonly<Record<string, readonly string[]>> = {
  control: ['A.5.4', 'A.6.2.4', 'A.8.2', 'A.10.3'],
  clause: ['7.1', '7.3', '9.1'],
  'extension-control': ['ISO27001-A.8.15'],
};

/** A value for a field in which each scalar is the placeholder; ids are names, and stand for nothing else. */
function heldOpen({ shape }: Field<unknown>, text: string, path: string): unknown {
  switch (shape.is) {
    case 'id':
      return `x-${path.replaceAll('.', '-')}`;
    case 'list':
      return [heldOpen(shape.of, text, path)];
    case 'dictionary':
      return Object.fromEntries(
        (DICTIONARY_KEYS[shape.keys] ?? ['some']).map((key) => [key, heldOpen(shape.of, text, path)]),
      );
    case 'block':
      return Object.fromEntries(
        Object.entries(shape.keys).map(([key, field]) => [key, heldOpen(field, text, `${path}.${key}`)]),
      );
    case 'either': {
      // The long form has the most keys.
      const long = shape.forms.find((form) => form.shape.is === 'block') ?? shape.forms[0];
      return long && heldOpen(long, text, path);
    }
    default:
      return text;
  }
}

/** Which organization a card belongs to has to be known, as has what each file is. */
const LEFT_AWAY = new Set(['organization']);

/** JSON is YAML; one section a line keeps failures readable. */
function documentOf(kind: Kind, text: string): string {
  const open = heldOpen(formats[kind], text, kind) as Record<string, unknown>;
  return Object.entries({ ...open, ...KNOWN[kind] })
    .filter(([key]) => !LEFT_AWAY.has(key))
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

const textsWith = (text: string): Record<string, string> => ({
  'aims.yaml': documentOf('organization', text),
  'scoring/aims.yaml': documentOf('system', text),
  'scoring/impact-assessment.yaml': documentOf('impact-assessment', text),
});

/** What is said besides: of what no key stands for yet, whatever is held open elsewhere. */
const OF_THE_WHOLE = new Set([
  'clauses-missing',
  'soa-incomplete',
  'controls-due',
  'deployment-without-gate',
]);

describe('places held open', () => {
  for (const text of PLACEHOLDERS) {
    it(`“${text}” answers no requirement`, async () => {
      const { snapshot } = await checkTexts(textsWith(text), DAY);
      // How far a system without a card is stands in the inventory, and is held open there: nothing is due.
      const carded = evaluate(snapshot, DAY).filter(
        ({ subject }) => subject.kind === 'organization' || !subject.inventoryOnly,
      );
      const answered = carded.flatMap(({ subject, results }) =>
        results
          .filter(({ verdict }) => verdict !== 'missing' && verdict !== 'not-due')
          .map(({ requirement, verdict }) => `${subject.id} ${requirement.id} ${verdict}`),
      );
      assert.deepEqual(answered, []);
    });

    it(`“${text}” is one finding a file, and nothing is said of what it holds open`, async () => {
      const { findings } = await checkTexts(textsWith(text), DAY);
      const said = findings
        .filter(({ rule }) => !OF_THE_WHOLE.has(rule))
        .map(({ uri, rule }) => `${uri.slice('file:///workspace/'.length)} ${rule}`);
      assert.deepEqual(said.sort(), [
        'aims.yaml placeholder',
        'scoring/aims.yaml placeholder',
        'scoring/impact-assessment.yaml placeholder',
      ]);
    });
  }

  it('an approved assessment of which only the texts are held open assesses nothing', async () => {
    const { snapshot } = await checkTexts(
      {
        'aims.yaml': documentOf('system', 'TODO'),
        'impact-assessment.yaml': `aims: 1
kind: impact-assessment
id: IA-1
system: scoring
status: approved
performed: 2026-03-10
approvedBy: Dana Reyes
approvedOn: 2026-03-28
parties: [{id: applicants, name: …}]
impacts: [{id: I1, party: applicants, nature: harm, what: lorem ipsum dolor, severity: TODO, measures: [{what: TBD}]}]
societal: TODO
`,
      },
      DAY,
    );
    const [result] = evaluate(snapshot, DAY);
    const verdicts = ['A.5.4', 'A.5.5'].map(
      (id) => result?.results.find(({ requirement }) => requirement.id === id)?.verdict,
    );
    assert.deepEqual(verdicts, ['missing', 'missing']);
  });
});
