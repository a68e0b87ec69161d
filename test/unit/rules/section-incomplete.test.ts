import assert from 'node:assert/strict';
import { applyFix } from '../../support/apply-fix';
import { openWorkspace, ROOT } from '../../support/workspace';

describe('a section in which hundreds of things lack something', () => {
  const COUNT = 300;
  const uri = `${ROOT}/aims.yaml`;
  const dataset = (index: number): string =>
    `  - {id: d${index}, uses: [training], source: CRM, license: internal, quality: aims.yaml, preparation: aims.yaml}`;
  const text = `aims: 1
kind: system
id: churn
target: managed
role: [developer]
lifecycle: {stage: design-development}
datasets:
${Array.from({ length: COUNT }, (_, index) => dataset(index)).join('\n')}
`;

  it('is said with their number and the first places, and the fix adds to all', async () => {
    const { service, snapshot } = await openWorkspace({ 'aims.yaml': text });
    const finding = service
      .findings(snapshot, uri)
      .find(({ rule, message }) => rule === 'section-incomplete' && message.includes('dataset'));
    assert.ok(finding);
    assert.match(finding.message, /and 297 more lack something/);
    assert.equal(finding.related.length, 20);
    const [fix] = service.fixes(snapshot, finding);
    assert.ok(fix);
    assert.equal(applyFix(text, fix).match(/provenance/g)?.length, COUNT);
  });
});
