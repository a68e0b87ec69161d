import assert from 'node:assert/strict';
import { commands, Selection, tasks, type Task } from 'vscode';
import { itemOf, requirement, row, rows } from './support/tree';
import { aims, closeAll, open, placeOf, until } from './support/vscode';

describe('the status view', () => {
  afterEach(async () => {
    await commands.executeCommand('aims.showAll');
    await commands.executeCommand('aims.groupByPhase');
    await closeAll();
  });

  it('shows only what is open, and everything again', async () => {
    const before = await until('the system', () => row('Credit scoring'));
    assert.ok((before.counts?.['not-due'] ?? 0) > 0);
    await commands.executeCommand('aims.showOpen');
    const open = await row('Credit scoring');
    assert.equal(open?.counts?.['not-due'], undefined);
    assert.equal(open?.counts?.missing, before.counts?.missing);
    await commands.executeCommand('aims.showAll');
    assert.deepEqual((await row('Credit scoring'))?.counts, before.counts);
  });

  it('goes to the control the cursor is on, also where a filter hid it', async () => {
    const { statusView } = await aims();
    await until('the control', () => requirement('Harbour', '5.2'));
    await commands.executeCommand('aims.showOpen');
    const editor = await open('cards', 'approvals/aims.yaml');
    const at = placeOf(editor.document, 'policy:');
    editor.selection = new Selection(at, at);
    await commands.executeCommand('aims.revealInStatus');
    await until('the row to be selected', () =>
      Promise.resolve(statusView.selection[0]?.requirement === '5.2'),
    );
    assert.equal(statusView.description, '', 'the filter is gone');
  });

  it('goes to a control that the filter shows, and leaves the filter', async () => {
    const { statusView } = await aims();
    await commands.executeCommand('aims.showOpen');
    await until('the word', () => Promise.resolve(statusView.description !== ''));
    const editor = await open('cards', 'shortest/aims.yaml');
    const at = placeOf(editor.document, 'kind:');
    editor.selection = new Selection(at, at);
    await commands.executeCommand('aims.revealInStatus');
    await until('the row to be selected', () => Promise.resolve(statusView.selection.length === 1));
    assert.notEqual(statusView.description, '', 'the filter is there');
  });

  it('shows by day what falls due, and where; all of it, whatever is filtered', async () => {
    const { statusView } = await aims();
    await commands.executeCommand('aims.showOpen');
    await until('the word', () => Promise.resolve(statusView.description !== ''));
    await commands.executeCommand('aims.groupByDay');
    await until('another word', () => Promise.resolve(statusView.description === 'all of it, not filtered'));
    const periods = await rows();
    assert.ok(periods.every(({ kind }) => kind === 'period'));
    for (const period of periods)
      for (const item of await rows(period))
        assert.equal((await itemOf(item)).command?.command, 'aims.revealPlace', item.label);
  });
});

describe('tasks', () => {
  it('run the check as CI does', async () => {
    const found = await tasks.fetchTasks({ type: 'aims' });
    const check = found.find(
      ({ name, scope }) => name === 'check' && typeof scope === 'object' && scope.name === 'cards',
    );
    assert.ok(check, 'there is a check of the folder');
    assert.equal(await exitCodeOf(check), 1, 'there are warnings in these cards');
  });
});

async function exitCodeOf(task: Task): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const ended = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      ended.dispose();
      resolve(exitCode);
    });
    tasks.executeTask(task).then(undefined, reject);
  });
}
