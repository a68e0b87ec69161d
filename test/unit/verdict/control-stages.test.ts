/**
 * Which control is due at which life cycle stage: all 38 against all 8. The table is written out, so that a change of the
 * data shows as what users will be asked for.
 */
import assert from 'node:assert/strict';
import { catalogue } from '../../../server/src/catalogue';
import { openWorkspace } from '../../support/workspace';

/**
 * Control, who answers for it, and for each stage from inception to retirement whether it is due: `x`, or not: `.`. Asked
 * of the organization alone, it is always due.
 */
const DUE: readonly (readonly [string, 'organization' | 'both' | 'ai-system', string])[] = [
  ['A.2.2', 'organization', 'xxxxxxxx'],
  ['A.2.3', 'organization', 'xxxxxxxx'],
  ['A.2.4', 'organization', 'xxxxxxxx'],
  ['A.3.2', 'both', 'xxxxxxxx'],
  ['A.3.3', 'organization', 'xxxxxxxx'],
  ['A.4.2', 'ai-system', '.xxxxxxx'],
  ['A.4.3', 'ai-system', '.xxxxxxx'],
  ['A.4.4', 'ai-system', '.xxxxxxx'],
  ['A.4.5', 'ai-system', '.xxxxxxx'],
  ['A.4.6', 'both', 'xxxxxxxx'],
  ['A.5.2', 'organization', 'xxxxxxxx'],
  ['A.5.3', 'ai-system', 'xxxxxxxx'],
  ['A.5.4', 'ai-system', 'xxxxxxxx'],
  ['A.5.5', 'ai-system', 'xxxxxxxx'],
  ['A.6.1.2', 'both', 'xxxxxxxx'],
  ['A.6.1.3', 'organization', 'xxxxxxxx'],
  ['A.6.2.2', 'ai-system', 'xxxxxxxx'],
  ['A.6.2.3', 'ai-system', '.xxxxxxx'],
  ['A.6.2.4', 'ai-system', '..xxxxxx'],
  ['A.6.2.5', 'ai-system', '...xxxxx'],
  ['A.6.2.6', 'ai-system', '....xxxx'],
  ['A.6.2.7', 'ai-system', '.xxxxxxx'],
  ['A.6.2.8', 'ai-system', '...xxxxx'],
  ['A.7.2', 'both', '.xxxxxxx'],
  ['A.7.3', 'ai-system', '.xxxxxxx'],
  ['A.7.4', 'ai-system', '.xxxxxxx'],
  ['A.7.5', 'ai-system', '.xxxxxxx'],
  ['A.7.6', 'ai-system', '.xxxxxxx'],
  ['A.8.2', 'ai-system', '...xxxxx'],
  ['A.8.3', 'both', '....xxxx'],
  ['A.8.4', 'both', '....xxxx'],
  ['A.8.5', 'both', '...xxxxx'],
  ['A.9.2', 'organization', 'xxxxxxxx'],
  ['A.9.3', 'both', '...xxxxx'],
  ['A.9.4', 'ai-system', '...xxxxx'],
  ['A.10.2', 'both', 'xxxxxxxx'],
  ['A.10.3', 'both', '.xxxxxxx'],
  ['A.10.4', 'both', 'xxxxxxxx'],
];

const ORGANIZATION = `aims: 1
kind: organization
id: northwind
scope: {roles: [developer, provider, producer, partner, deployer]}
`;

const card = (stage: string): string => `aims: 1
kind: system
id: ${stage}
role: [developer, provider, producer, partner, deployer]
lifecycle: {stage: ${stage}}
`;

describe('controls by life cycle stage', () => {
  const stages = catalogue.stages.map(({ id }) => id);

  it('covers each control once, as the catalogue knows it', () => {
    assert.deepEqual(
      DUE.map(([id, scope]) => [id, scope]),
      [...catalogue.controls.values()].map(({ id, scope }) => [id, scope]),
    );
    assert.equal(stages.length, 8);
  });

  it('a card that says nothing but its stage owes what the table says', async () => {
    const files = Object.fromEntries(stages.map((stage) => [`${stage}/aims.yaml`, card(stage)]));
    const { result } = await openWorkspace({ 'aims.yaml': ORGANIZATION, ...files });
    const found = DUE.map(([id, scope]) => {
      const verdicts = stages.map(
        (stage) => result(scope === 'organization' ? 'northwind' : stage, id).verdict,
      );
      const marks = verdicts.map((verdict) =>
        verdict === 'missing' ? 'x' : verdict === 'not-due' ? '.' : verdict,
      );
      return [id, scope, marks.join('')];
    });
    assert.deepEqual(found, DUE);
  });

  it('the highest stage ever reached counts, not only the one it is at now', async () => {
    const { result } = await openWorkspace({
      'aims.yaml': card('design-development').replace(
        '{stage: design-development}',
        '{stage: design-development, history: [{stage: deployment, date: 2026-01-10}]}',
      ),
    });
    assert.equal(result('design-development', 'A.6.2.5').verdict, 'missing');
    assert.equal(result('design-development', 'A.6.2.6').verdict, 'not-due');
  });
});
