import { commands, FileType, l10n, Uri, window, workspace, type TextEditor } from 'vscode';

/** Not waited for: a message may stay for as long as nobody looks at it. */
export function offerToOpen(card: Uri): void {
  const open = l10n.t('Open the Card');
  const name = workspace.asRelativePath(card);
  void window
    .showInformationMessage(l10n.t('{0} is there already. Nothing was changed.', name), open)
    .then((chosen) => (chosen === open ? window.showTextDocument(card) : undefined));
}

/**
 * Opens an editor that becomes this file when somebody saves it: until then all of it can be read and changed, and
 * nothing is written.
 *
 * @returns with `isNew` false where such an editor is open already: what somebody began there stays
 */
export async function showUnsaved(
  card: Uri,
  text: string,
): Promise<{ readonly editor: TextEditor; readonly isNew: boolean }> {
  const document = await workspace.openTextDocument(card.with({ scheme: 'untitled' }));
  const isNew = document.getText() === '';
  const editor = await window.showTextDocument(document);
  if (isNew && text !== '') {
    await editor.edit((edit) => edit.insert(document.positionAt(0), text));
    void window.showInformationMessage(
      l10n.t('Drafted from code and files. Check each line, fill in what is marked TODO, then save.'),
    );
  }
  return { editor, isNew };
}

/** The folder a command of the explorer is about. */
export async function folderOf(resource: Uri): Promise<Uri> {
  const { type } = await workspace.fs.stat(resource);
  return type & FileType.Directory ? resource : Uri.joinPath(resource, '..');
}

/** Where no folder is open there is nothing to put a card in: asks for one. */
export async function hasFolder(): Promise<boolean> {
  if ((workspace.workspaceFolders ?? []).length > 0) return true;
  await commands.executeCommand('vscode.openFolder');
  return false;
}

export async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
