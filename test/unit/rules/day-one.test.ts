import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkTexts } from '../../support/run-fixture';

const DAY = '2026-11-01';

const SHORTEST = `aims: 1
kind: system
id: credit-scoring
name: Credit scoring
owner: Amara Okafor
role: [developer]
purpose: Estimate default risk of retail applicants.
lifecycle: {stage: design-development}
use: {intended: [Retail loans up to 20 000 EUR]}
models: [{id: scorer, task: tabular-classification}]
datasets: [{id: applications, uses: [training], source: internal CRM}]
`;

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/day-one/${name}`, import.meta.url), 'utf8');

/** Texts with an empty file for every path they name, so that nothing they point to is missing. */
async function withNamedFiles(texts: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { snapshot } = await checkTexts(texts, DAY);
  const named = [...snapshot.files.values()].flatMap(({ uri, artefacts }) =>
    artefacts.flatMap(({ paths }) => paths.map(({ text }) => snapshot.resolve(text, uri))),
  );
  const root = `${snapshot.roots[0] ?? ''}/`;
  const empty = named.flatMap((path) =>
    path.kind === 'file' ? [[path.uri.slice(root.length), ''] as const] : [],
  );
  return { ...Object.fromEntries(empty), ...texts };
}

describe('day one', () => {
  it('shows exactly three findings on the shortest card', async () => {
    const { findings } = await checkTexts({ 'aims.yaml': SHORTEST }, DAY);
    assert.deepEqual(findings.map(({ rule, severity }) => `${severity} ${rule}`).sort(), [
      'info risks-missing',
      'info soa-not-started',
      'warning impact-assessment-missing',
    ]);
  });

  it('shows nothing on a card that says only what it is', async () => {
    const { findings } = await checkTexts({ 'aims.yaml': 'aims: 1\nkind: system\nid: credit\n' }, DAY);
    assert.deepEqual(findings, []);
  });

  it('shows at most three on a card in use, while nobody asks for more', async () => {
    const card = SHORTEST.replace('design-development', 'operation-monitoring');
    const { findings } = await checkTexts({ 'aims.yaml': card }, DAY);
    assert.ok(findings.length <= 3, findings.map(({ message }) => message).join('\n'));
  });

  it('finds no error in the full organization, card and assessment', async () => {
    const texts = await withNamedFiles({
      'aims.yaml': fixture('organization.yaml'),
      'credit/aims.yaml': fixture('system.yaml'),
      'credit/impact-assessment.yaml': fixture('assessment.yaml'),
    });
    const { findings } = await checkTexts(texts, DAY);
    const wrong = findings.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      wrong.map(({ rule, message, uri, range }) => `${uri}:${range.start.line + 1} ${rule}: ${message}`),
      [],
    );
  });
});
