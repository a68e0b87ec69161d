import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fill } from '../../../server/src/features/completion/snippet';
import { SNIPPETS } from '../../../server/src/features/completion/snippets.generated';
import { rules } from '../../../server/src/rules/registry.generated';
import { completeIn } from '../../support/cursor';
import { DAY, ROOT, openWorkspace } from '../../support/workspace';

const FORMAT = new Set(
  rules.filter(({ group, id }) => group === 'format' && id !== 'placeholder').map(({ id }) => id),
);

const HEADS = {
  system: 'aims: 1\nkind: system\nid: s\n',
  organization: 'aims: 1\nkind: organization\nid: o\n',
  'impact-assessment': 'aims: 1\nkind: impact-assessment\nid: i\nsystem: s\n',
} as const;

/** Places items and rows go to, by what is in them; whole sections go below the head. */
const PLACES = [
  'risks:\n  ',
  'models:\n  ',
  'models:\n  - id: m\n    metrics:\n      ',
  'datasets:\n  ',
  'controls:\n  ',
  'controls:\n  A.6.2.4:\n    evidence:\n      ',
  'people:\n  ',
  'clauses:\n  ',
  'parties:\n  ',
  'impacts:\n  ',
  'impacts:\n  - id: I1\n    measures:\n      ',
  '',
];

interface Fit {
  readonly text: string;
  readonly path: string;
}

/** Everywhere the server offers it, taken with its defaults. */
async function fitsOf(label: string): Promise<readonly Fit[]> {
  const found: Fit[] = [];
  for (const [kind, head] of Object.entries(HEADS))
    for (const place of PLACES) {
      const path = kind === 'impact-assessment' ? 'impact-assessment.yaml' : 'aims.yaml';
      const { labels, take } = await offer(path, `${head}${place}<|>`, false);
      if (labels.includes(label)) found.push({ path, text: take(label) });
    }
  return found;
}

async function offer(path: string, text: string, snippets: boolean) {
  const completed = await completeIn({ [path]: text }, snippets);
  return { labels: completed.labels, take: (label: string) => completed.take(label) };
}

async function formatFindings({ path, text }: Fit): Promise<readonly string[]> {
  const { service, snapshot } = await openWorkspace({ [path]: text }, { at: DAY });
  return service
    .findings(snapshot, `${ROOT}/${path}`)
    .filter(({ rule }) => FORMAT.has(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe('snippets', () => {
  // The comment is right once a rule is named in it.
  for (const { label, form, text } of SNIPPETS.filter((each) => each.form !== 'comment'))
    it(`${label} is right where it is offered`, async () => {
      const fits =
        form === 'file'
          ? [
              {
                path: 'aims.yaml',
                text: fill(text.replaceAll('%FOLDER%', 's').replaceAll('%YEAR%', '2026'), 0, false).newText,
              },
            ]
          : await fitsOf(label);
      assert.ok(fits.length > 0, 'fits nowhere');
      for (const fit of fits) assert.deepEqual(await formatFindings(fit), [], fit.text);
    });

  it('are those of the file VS Code reads, which suggests none of them wherever the cursor stands', () => {
    const file = readFileSync(new URL('../../../snippets/aims.code-snippets', import.meta.url), 'utf8');
    const contributed = Object.entries(
      parse(file) as Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    );
    assert.deepEqual(
      SNIPPETS.map(({ title, label }) => [title, label]),
      contributed.map(([title, { label }]) => [title, label]),
    );
    // What has one is suggested in values too: VS Code knows the file, not the place.
    for (const [title, snippet] of contributed) {
      assert.ok(!('prefix' in snippet), title);
      assert.ok('include' in snippet, title);
    }
  });

  it('are offered with places to fill in, behind the keys', async () => {
    const { labels, take } = await offer('aims.yaml', `${HEADS.organization}<|>`, true);
    assert.ok(labels.indexOf('aims-objectives') > labels.indexOf('objectives'));
    assert.match(take('aims-objectives'), /objectives:\n {2}- id: O1<\|>\n {4}text: TODO/);
  });

  it('of sections that are there, or of another kind of file, are not offered', async () => {
    const { labels } = await offer('aims.yaml', `${HEADS.organization}objectives: []\n<|>`, true);
    for (const absent of ['aims-objectives', 'aims-fria', 'aims-incidents', 'aims-risk'])
      assert.ok(!labels.includes(absent), absent);
    assert.ok(labels.includes('aims-policy'));
  });

  it('are found by their names as they are typed, whole files in an empty one', async () => {
    for (const [path, text, label] of [
      ['aims.yaml', 'aims-s<|>', 'aims-system'],
      ['aims.yaml', '# Ours\naims-o<|>\n', 'aims-organization'],
      ['impact-assessment.yaml', 'aims-i<|>', 'aims-impact-assessment'],
      ['aims.yaml', `${HEADS.organization}aims-m<|>\n`, 'aims-management-reviews'],
      ['aims.yaml', `${HEADS.system}risks:\n  - id: R1\n  aims-r<|>\n`, 'aims-risk'],
      ['aims.yaml', `${HEADS.system}aims-i<|>\n`, 'aims-ignore'],
    ] as const) {
      const { labels, take } = await offer(path, text, false);
      assert.ok(labels.includes(label), `${label}: ${labels.join()}`);
      assert.doesNotMatch(take(label), /aims-[a-z]<\|>/, label);
    }
  });

  it('are not offered where a value is written', async () => {
    for (const [head, value] of [
      ['organization', 'people:\n  - id: amara\n    name: Ama<|>'],
      ['organization', 'name: a<|>'],
      ['system', 'owner: a<|>'],
      ['system', 'role: [a<|>]'],
      ['system', 'controls:\n  A.6.2.4: {status: a<|>}'],
    ] as const) {
      const { labels } = await offer('aims.yaml', `${HEADS[head]}${value}\n`, true);
      assert.deepEqual(
        labels.filter((label) => label.startsWith('aims-')),
        [],
        value,
      );
    }
  });
});
