import assert from 'node:assert/strict';
import { openWorkspace, ROOT } from '../../support/workspace';
import { ask, FILES, refused } from './workspace';

interface Draft {
  readonly verdict: string;
  readonly toBeConfirmed: string;
  readonly yaml: { readonly goesTo: { readonly file: string; readonly key: string }; readonly text: string };
  readonly document: string;
  readonly hint?: string;
}

const draft = (requirement: string, subject?: string): Promise<Draft> =>
  ask<Draft>('aims_draft_evidence', { requirement, ...(subject === undefined ? {} : { subject }) });

const indented = (text: string, by: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));

/** Rules that report in the card of the system, with what is added to its text. */
async function rulesWith(added: string): Promise<ReadonlyMap<string, number>> {
  const { service, snapshot } = await openWorkspace({
    ...FILES,
    'scoring/aims.yaml': `${FILES['scoring/aims.yaml'] ?? ''}${added}`,
  });
  const counts = new Map<string, number>();
  for (const { rule } of service.findings(snapshot, `${ROOT}/scoring/aims.yaml`))
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

describe('a draft of evidence', () => {
  it('claims nothing: no status but planned, and TODO for all that only a person knows', async () => {
    const { yaml, document, toBeConfirmed } = await draft('A.6.2.4', 'scoring');
    assert.match(yaml.text, /status: planned/);
    assert.ok(!/implemented|verified|attested|approved/.test(yaml.text));
    for (const key of ['why', 'owner', 'due', 'path', 'reviewed', 'by'])
      assert.match(yaml.text, new RegExp(`${key}: TODO$`, 'm'));
    assert.match(document, /^- Purpose: Estimate default risk\. \(`scoring\/aims\.yaml:7`\)$/m);
    assert.match(document, /: TODO$/m);
    assert.match(document, /By: TODO/);
    assert.match(toBeConfirmed, /person/);
  });

  it('fits the card it is for: only its placeholders are found, and its verdict gets no better', async () => {
    const before = await rulesWith('');
    const { yaml, verdict } = await draft('A.6.2.4', 'scoring');
    assert.deepEqual([yaml.goesTo.file, yaml.goesTo.key], ['scoring/aims.yaml', 'controls']);
    const after = await rulesWith(indented(yaml.text, 2));
    const more = [...after].filter(([rule, count]) => count > (before.get(rule) ?? 0)).map(([rule]) => rule);
    assert.deepEqual(more, ['placeholder']);
    const { result } = await openWorkspace({
      ...FILES,
      'scoring/aims.yaml': `${FILES['scoring/aims.yaml'] ?? ''}${indented(yaml.text, 2)}`,
    });
    assert.ok(!['attested', 'verified'].includes(result('scoring', 'A.6.2.4').verdict));
    assert.ok(!['attested', 'verified'].includes(verdict));
  });

  it('adds only a piece of evidence where somebody wrote a row', async () => {
    const { yaml } = await draft('A.6.2.3', 'scoring');
    assert.equal(yaml.goesTo.key, 'controls."A.6.2.3".evidence');
    assert.ok(!/status|why/.test(yaml.text));
    assert.match(yaml.text, /^- path: TODO$/m);
  });

  it('is of one subject: says who else is asked, or who is asked instead', async () => {
    assert.match(
      await refused('aims_draft_evidence', { requirement: 'A.6.2.4' }),
      /chat, scoring: say which/,
    );
    assert.match(
      await refused('aims_draft_evidence', { requirement: '9.2.1', subject: 'scoring' }),
      /asked of the organization/,
    );
    assert.match(await refused('aims_draft_evidence', { requirement: '9.2' }), /one of its parts: 9\.2\.1/);
    assert.equal((await draft('9.2.1')).yaml.goesTo.key, 'clauses');
  });
});
