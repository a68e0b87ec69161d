import assert from 'node:assert/strict';
import { commands, TabInputWebview, window } from 'vscode';
import { aims, closeAll, until } from './support/vscode';

/** The dashboard's tab; VS Code puts a prefix before its type. */
const tab = () =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('aims.dashboard'));

describe('the dashboard', () => {
  before(aims);
  afterEach(closeAll);

  it('opens in a tab, once', async () => {
    await commands.executeCommand('aims.openDashboard');
    const opened = await until('the dashboard', () => Promise.resolve(tab()));
    assert.equal(opened.label, 'AIMS Dashboard');
    const { length } = window.tabGroups.activeTabGroup.tabs;
    await commands.executeCommand('aims.openDashboard');
    assert.equal(window.tabGroups.activeTabGroup.tabs.length, length);
    assert.ok(tab()?.isActive);
  });

  it('opens again after it was closed', async () => {
    await commands.executeCommand('aims.openDashboard');
    await until('the dashboard', () => Promise.resolve(tab()));
    await closeAll();
    await until('it to be closed', () => Promise.resolve(tab() === undefined));
    await commands.executeCommand('aims.openDashboard');
    await until('the dashboard', () => Promise.resolve(tab()));
  });
});
