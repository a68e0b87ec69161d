/** What the tree says of organizations and systems themselves, before anything below them is opened. */
import assert from 'node:assert/strict';
import { treeChildren } from '../../../server/src/features/tree';
import type { TreeNode } from '../../../server/src/protocol';
import { DAY, openWorkspace } from '../../support/workspace';

const file = (kind: string, id: string, name: string, more = ''): string =>
  `aims: 1\nkind: ${kind}\nid: ${id}\nname: ${name}\n${more}`;

async function rootsOf(files: Readonly<Record<string, string>>): Promise<readonly TreeNode[]> {
  const { snapshot } = await openWorkspace(files);
  return treeChildren(snapshot, () => DAY, {});
}

describe('subjects in the tree', () => {
  it('of one name are told apart: by what they are, or by their ids', async () => {
    const roots = await rootsOf({
      'aims.yaml': file('organization', 'acme', 'Acme'),
      'a/aims.yaml': file('system', 'acme-ai', 'acme'),
      'b/aims.yaml': file('system', 'churn-eu', 'Churn'),
      'c/aims.yaml': file('system', 'churn-us', 'Churn'),
      'd/aims.yaml': file('system', 'pricing', 'Pricing'),
    });
    assert.deepEqual(
      roots.map(({ label, description }) => `${label}: ${description.replace(/\d.*/, 'counts')}`),
      [
        'Acme: Organization · counts',
        'Churn: churn-eu · counts',
        'Churn: churn-us · counts',
        'Pricing: counts',
        'acme: AI system · counts',
      ],
    );
    const heard = roots.map(({ accessibleLabel }) => accessibleLabel.replace(/: .*/, ''));
    assert.deepEqual(heard, [
      'Organization Acme (acme)',
      'AI system Churn (churn-eu)',
      'AI system Churn (churn-us)',
      'AI system Pricing (pricing)',
      'AI system acme (acme-ai)',
    ]);
  });

  it('count the same whatever the target asks for, and say so where findings ask for less', async () => {
    const card = (target: string): string =>
      file(
        'system',
        's',
        'S',
        `target: ${target}\nrole: [developer]\nlifecycle: {stage: design-development}\n`,
      );
    const [asked] = await rootsOf({ 'aims.yaml': card('audit') });
    const [first] = await rootsOf({ 'aims.yaml': card('inventory') });
    assert.deepEqual(first?.counts, asked?.counts);
    assert.match(first?.tooltip ?? '', /All that is due by stage and role is counted\./);
    assert.doesNotMatch(asked?.tooltip ?? '', /is counted/);
  });
});
