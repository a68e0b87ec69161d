import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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

async function offer(path: string, text: string, snippets: boolean, shows = false) {
  const completed = await completeIn({ [path]: text }, snippets, shows);
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
  for (const { label, form, text } of SNIPPETS)
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

  it('are those of the file VS Code reads, but for the comment', () => {
    const file = readFileSync(new URL('../../../snippets/aims.code-snippets', import.meta.url), 'utf8');
    const prefixes = [...file.matchAll(/"prefix": (?:\[)?"([^"]+)"/g)].map(([, prefix]) => prefix);
    assert.deepEqual(
      SNIPPETS.map(({ label }) => label),
      prefixes.filter((prefix) => prefix !== 'aims-ignore'),
    );
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

  it('are left to an editor that shows them itself, where it knows the file by its name', async () => {
    for (const [path, is] of [
      ['aims.yaml', false],
      ['s.aims.yml', false],
      ['card.yaml', true],
    ] as const) {
      const { labels } = await offer(path, `${HEADS.organization}<|>`, true, true);
      assert.equal(labels.includes('aims-objectives'), is, path);
    }
    assert.ok(!(await offer('aims.yaml', '<|>', true, true)).labels.includes('aims-system'));
  });
});
