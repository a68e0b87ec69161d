import assert from 'node:assert/strict';
import { summarizeSystems } from '../../../server/src/features/systems';
import { DAY, openWorkspace } from '../../support/workspace';

const organization = (id: string, name: string): string =>
  `aims: 1\nkind: organization\nid: ${id}\npeople:\n  - { id: bo, name: ${name} }\nsystems:\n  - { id: ${id}-chat, name: Chat, owner: bo }\n`;

describe('the systems of a workspace', () => {
  it('are owned by the person their own organization calls by that id', async () => {
    const { snapshot } = await openWorkspace({
      'a/aims.yaml': organization('a', 'Bo Ash'),
      'b/aims.yaml': organization('b', 'Bo Birch'),
    });
    assert.deepEqual(
      summarizeSystems(snapshot, () => DAY).map(({ id, owner }) => [id, owner]),
      [
        ['a-chat', 'Bo Ash'],
        ['b-chat', 'Bo Birch'],
      ],
    );
  });

  it('have keys of their own in the tree, whatever their ids hold', async () => {
    const { snapshot } = await openWorkspace({ 'aims.yaml': 'aims: 1\nkind: system\nid: "a|b!\\ud800"\n' });
    const [system] = summarizeSystems(snapshot, () => DAY);
    assert.ok(system && !/[|\ud800]/u.test(system.node), system?.node);
  });
});
