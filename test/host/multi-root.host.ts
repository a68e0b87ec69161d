import assert from 'node:assert/strict';
import { Uri, workspace } from 'vscode';
import { system } from './support/tree';
import { closeAll, open, until, untilFindings } from './support/vscode';

describe('a workspace of several folders', () => {
  afterEach(closeAll);

  it('follows a folder that comes and goes', async () => {
    const roots = workspace.workspaceFolders ?? [];
    const late = Uri.joinPath(roots[0]!.uri, '..', 'late');
    assert.equal(await system('late'), undefined);
    workspace.updateWorkspaceFolders(roots.length, 0, { uri: late });
    await until('its system', () => system('late'));
    const { document } = await open('late', 'aims.yaml');
    await untilFindings(document.uri, 'three findings', ({ length }) => length === 3);
    await closeAll(); // An open card counts wherever it lies.
    workspace.updateWorkspaceFolders(roots.length, 1);
    await until('its system to be gone', async () => (await system('late')) === undefined);
    assert.ok(await system('credit-scoring'), 'the others stay');
  });
});
