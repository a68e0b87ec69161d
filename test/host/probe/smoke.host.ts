import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { commands, extensions, languages, Uri, workspace } from 'vscode';

describe('a real VS Code', () => {
  it('is the version the tests are written for', async () => {
    const { version } = await import('vscode');
    assert.match(version, /^1\.\d+\.\d+/);
  });

  it('runs a command of the extension under test', async () => {
    await extensions.getExtension('aims-as-code.aims-probe')?.activate();
    assert.equal(await commands.executeCommand('aimsProbe.hello'), 'hello');
  });

  it('opened a copy of the workspace that a test may write to', async () => {
    const folder = workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const file = Uri.joinPath(folder.uri, 'written.yaml');
    await workspace.fs.writeFile(file, new TextEncoder().encode('owner: nobody\n'));
    assert.equal(await readFile(file.fsPath, 'utf8'), 'owner: nobody\n');
    const document = await workspace.openTextDocument(file);
    assert.equal(document.languageId, 'yaml');
    assert.equal(languages.getDiagnostics(file)[0]?.message, 'Nobody owns this.');
  });
});
