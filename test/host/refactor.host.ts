import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  Position,
  Selection,
  commands,
  workspace,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode';
import { closeAll, open, replace, until, untilFindings } from './support/vscode';

const OPTIONS = { tabSize: 2, insertSpaces: true };

describe('editing a card', () => {
  afterEach(closeAll);

  const card = async () => {
    const editor = await open('cards', 'typing/aims.yaml');
    await untilFindings(editor.document.uri, 'what the server says', ({ length }) => length > 0);
    return editor;
  };

  it('is formatted by the server', async () => {
    const editor = await card();
    const { document } = editor;
    const before = document.getText();
    await replace(editor, 'role: [developer]', 'role:   [ developer]');
    const edits = await commands.executeCommand<TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      OPTIONS,
    );
    await editor.edit((builder) => edits.forEach((edit) => builder.replace(edit.range, edit.newText)));
    assert.ok(document.getText().includes('\nrole: [developer]\n'));
    assert.equal(document.getText().split('\n').length, before.split('\n').length);
  });

  it('is renamed by the server', async () => {
    const { document } = await card();
    const at = document.positionAt(document.getText().search(/(?<=\nid: )/));
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'zed',
    );
    assert.ok(edit.get(document.uri).some(({ newText }) => newText === 'zed'));
  });

  it('goes on where Enter put the first item of a list', async () => {
    const editor = await card();
    const { document } = editor;
    const setting = workspace.getConfiguration('editor', { languageId: 'yaml' });
    await setting.update('formatOnType', true, ConfigurationTarget.Global);
    try {
      await editor.edit((builder) => builder.insert(new Position(document.lineCount, 0), 'risks:'));
      const end = document.positionAt(document.getText().length);
      editor.selection = new Selection(end, end);
      await commands.executeCommand('type', { text: '\n' });
      await until('the first item', () => {
        assert.ok(
          document.getText().endsWith('risks:\n  - id: '),
          JSON.stringify(document.getText().slice(-40)),
        );
        return Promise.resolve(true);
      });
      await commands.executeCommand('type', { text: 'R1' });
      assert.ok(document.getText().endsWith('risks:\n  - id: R1'), document.getText().slice(-40));
    } finally {
      await setting.update('formatOnType', undefined, ConfigurationTarget.Global);
    }
  });
});
