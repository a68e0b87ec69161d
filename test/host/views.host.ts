import assert from 'node:assert/strict';
import { TreeItemCollapsibleState } from 'vscode';
import { itemOf, requirement, row, rows, system } from './support/tree';
import { closeAll, open, placeOf, replace, until } from './support/vscode';

describe('the views', () => {
  afterEach(closeAll);

  it('show each system with the four phases in order', async () => {
    const root = await until('the system', () => row('Credit scoring'));
    assert.deepEqual(
      (await rows(root)).map(({ label }) => label),
      ['Plan', 'Do', 'Check', 'Act'],
    );
  });

  it('say verdicts in words and lead to the place', async () => {
    const control = await until('the control', () => requirement('Credit scoring', 'A.5.3'));
    const item = await itemOf(control);
    assert.match(item.accessibilityInformation?.label ?? '', /missing/i);
    assert.equal(item.command?.command, 'aims.revealPlace');
    assert.ok(item.iconPath, 'a verdict has an icon');
    assert.notEqual(
      (await itemOf((await row('Credit scoring'))!)).collapsibleState,
      TreeItemCollapsibleState.None,
    );
  });

  it('change while a card is typed', async () => {
    const before = await until('the system', () => system('typing'));
    const editor = await open('cards', 'typing/aims.yaml');
    await replace(editor, 'name: Typing', 'name: Typing faster');
    const after = await until('the new name', async () => {
      const now = await system('typing');
      return now?.name === 'Typing faster' && now;
    });
    assert.equal(after.node, before.node, 'the row stays the same row');
    assert.deepEqual(after.location.range.start.line, placeOf(editor.document, 'kind:').line);
  });
});
