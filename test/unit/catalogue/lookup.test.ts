import assert from 'node:assert/strict';
import {
  catalogue,
  findEntry,
  firstStageDue,
  requirementTitle,
  stageOrder,
  stagesExpecting,
} from '../../../server/src/catalogue';
import { DIGEST } from './facts';

describe('catalogue: look-up', () => {
  it('finds every kind of entry by its id', () => {
    const kinds = Object.fromEntries(
      ['A.6.2.4', '6.1.4', '4', 'A.10', 'A.6.2.1', 'A.6.2', 'A.2.1', 'C.2.11', 'C.3.1', 'retirement'].map(
        (id) => {
          const entry = findEntry(id);
          return [id, entry && `${entry.kind} ${entry.id}`];
        },
      ),
    );
    assert.deepEqual(kinds, {
      'A.6.2.4': 'control A.6.2.4',
      '6.1.4': 'clause 6.1.4',
      '4': 'clause 4',
      'A.10': 'group A.10',
      'A.6.2.1': 'objective A.6.2.1',
      'A.6.2': 'objective A.6.2.1',
      'A.2.1': 'objective A.2.1',
      'C.2.11': 'annex-c C.2.11',
      'C.3.1': 'annex-c C.3.1',
      retirement: 'stage retirement',
    });
    for (const id of ['', 'A.5.1.1', 'a.6.2.4', '4.10', 'constructor', 'toString']) {
      assert.equal(findEntry(id), undefined, id);
    }
  });

  it('titles clauses and controls, and nothing else', () => {
    assert.equal(requirementTitle('A.7.5'), 'Data provenance');
    assert.equal(requirementTitle('10.2'), 'Nonconformity and corrective action');
    assert.equal(requirementTitle('C.2.5'), undefined);
  });

  it('orders the stages from 1 to 8', () => {
    assert.deepEqual(
      catalogue.stages.map(({ id }) => stageOrder(id)),
      [1, 2, 3, 4, 5, 6, 7, 8],
    );
    assert.equal(stageOrder('inception'), 1);
    assert.equal(stageOrder('retirement'), 8);
    assert.equal(stageOrder('production'), undefined);
  });

  it('makes every control due at the first stage that expects it, as the facts have it', () => {
    for (const id of catalogue.controls.keys()) {
      const expecting = DIGEST.stages
        .filter(({ expected }) => expected.includes(id))
        .map((stage) => stage.id);
      assert.deepEqual(
        stagesExpecting(id).map((stage) => stage.id),
        expecting,
      );
      assert.equal(firstStageDue(id)?.id, expecting[0]);
      assert.ok(firstStageDue(id), `${id} is due nowhere`);
    }
    assert.equal(firstStageDue('A.6.2.5')?.id, 'deployment');
    assert.equal(firstStageDue('A.2.4')?.id, 're-evaluation');
    assert.equal(firstStageDue('6.1.4'), undefined);
  });
});
