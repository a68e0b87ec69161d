/** What was meant by a path is answered from what the files say now. */
import assert from 'node:assert/strict';
import { openWorkspace, ROOT } from '../../support/workspace';

const card = (id: string, evidence: string): string =>
  `aims: 1\nkind: system\nid: ${id}\nname: ${id}\nlifecycle: {stage: inception}\ncontrols: {A.6.2.2: {status: implemented, why: Law, evidence: [${evidence}]}}\n`;

describe('the path that was meant', () => {
  it('is the same after a card that led to it went as if it had never been there', async () => {
    const files = {
      'a/aims.yaml': card('a', 'plan.md'),
      'a/plan.md': '# Plan\n',
      'b/aims.yaml': card('b', 'plan.md'),
    };
    const { host, service } = await openWorkspace(files);
    const said = async (): Promise<string | undefined> => {
      const uri = `${ROOT}/b/aims.yaml`;
      const findings = service.findings(await service.snapshot(), uri);
      return findings.find(({ rule }) => rule === 'evidence-missing')?.message;
    };
    assert.equal(await said(), 'There is no plan.md. Did you mean ../a/plan.md?');
    host.write(`${ROOT}/a/aims.yaml`, undefined);
    await service.index.changed([`${ROOT}/a/aims.yaml`]);
    assert.equal(await said(), 'There is no plan.md. Correct the path, or add the file.');
  });
});
