import assert from 'node:assert/strict';
import { Uri, workspace } from 'vscode';
import { system } from './support/tree';
import { until, untilFindings } from './support/vscode';

describe('a workspace of several folders', () => {
  it('follows a folder that comes and goes', async () => {
    const roots = workspace.workspaceFolders ?? [];
    const late = Uri.joinPath(roots[0]!.uri, '..', 'late');
    assert.equal(await system('late'), undefined);
    workspace.updateWorkspaceFolders(roots.length, 0, { uri: late });
    await until('its system', () => system('late'));
    // Not opened: an open card counts wherever it lies, and VS Code holds on to what a test has opened.
    const card = Uri.joinPath(late, 'aims.yaml');
    await untilFindings(card, 'three findings', ({ length }) => length === 3);
    workspace.updateWorkspaceFolders(roots.length, 1);
    await until('its system to be gone', async () => (await system('late')) === undefined);
    await untilFindings(card, 'nothing', ({ length }) => length === 0);
    assert.ok(await system('credit-scoring'), 'the others stay');
  });
});
