import assert from 'node:assert/strict';
import { catalogue } from '../../../server/src/catalogue';
import { requirements } from '../../../server/src/verdict/requirements.generated';
import { dueFrom } from '../../../server/src/verdict/settle';

describe('the requirements table', () => {
  it('asks 32 clauses and 18 controls of organizations, 31 controls and 3 clauses of systems', () => {
    const count = (level: string, isControl: boolean): number =>
      requirements.filter((entry) => entry.level === level && catalogue.controls.has(entry.id) === isControl)
        .length;
    assert.deepEqual([count('organization', false), count('organization', true)], [32, 18]);
    assert.deepEqual([count('system', true), count('system', false)], [31, 3]);
  });

  it('makes a control due at the first stage whose expected controls name it, for all 38', () => {
    for (const control of catalogue.controls.values()) {
      const requirement = requirements.find((entry) => entry.id === control.id && entry.level === 'system');
      const first = catalogue.stages.find((stage) => stage.expectedControls.some((id) => id === control.id));
      assert.ok(first, control.id);
      if (requirement) assert.equal(dueFrom(requirement), first.id, control.id);
    }
  });
});
