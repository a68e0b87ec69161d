/** What a row of the tree says when somebody rests on it: why it stands where it does. */
import assert from 'node:assert/strict';
import { treeChildren } from '../../../server/src/features/tree';
import type { TreeNode } from '../../../server/src/protocol';
import { DAY, openWorkspace } from '../../support/workspace';

const CARD = `aims: 1
kind: system
id: s
role: [developer]
lifecycle: {stage: design-development}
owner: TODO
datasets: [{id: sales, uses: [training], source: CRM}]
`;

describe('tooltips of the tree', () => {
  let rows: ReadonlyMap<string, TreeNode>;
  before(async () => {
    const { snapshot } = await openWorkspace({ 'aims.yaml': CARD });
    const below = (node?: string): readonly TreeNode[] =>
      treeChildren(snapshot, () => DAY, node === undefined ? {} : { node });
    const found = below().flatMap(({ id }) => below(id).flatMap((phase) => below(phase.id)));
    rows = new Map(found.map((row) => [row.requirement ?? '', row]));
  });

  it('say what this very row lacks, each thing once', () => {
    assert.match(rows.get('A.7.5')?.tooltip ?? '', /\*\*missing\*\*[^]*dataset sales has no `provenance`\.$/);
    assert.match(
      rows.get('A.7.3')?.tooltip ?? '',
      /\n- dataset sales has no `license`\.\n- dataset sales is /,
    );
    assert.match(rows.get('A.10.2')?.tooltip ?? '', /Fill in `suppliers`, or add a row under `controls`/);
  });

  it('call a placeholder what it is, not nothing', () => {
    const { tooltip = '' } = rows.get('A.3.2') ?? {};
    assert.match(tooltip, /still to be filled in: `owner`/);
    assert.doesNotMatch(tooltip, /has no `owner`/);
  });
});
