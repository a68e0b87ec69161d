import { commands, env, FileType, l10n, UIKind, Uri, window, workspace, type TextEditor } from 'vscode';
import { followUndo } from './undone-draft';

/** Of editors that become a file when somebody saves them. */
const UNSAVED = 'untitled';

/**
 * Says that it is there, with a way to it; a draft that is in an editor of its own is shown at once.
 * Not waited for: a message may stay for as long as nobody looks at it.
 */
export function offerToOpen(card: Uri): void {
  if (card.scheme === UNSAVED) {
    void window.showTextDocument(card);
    return;
  }
  const open = l10n.t('Open It');
  const name = workspace.asRelativePath(card);
  void window
    .showInformationMessage(l10n.t('{0} is there already. Nothing was changed.', name), open)
    .then((chosen) => (chosen === open ? window.showTextDocument(card) : undefined));
}

/**
 * Opens an editor that becomes this file when somebody saves it: until then all of it can be read and changed, and
 * nothing is written. Where VS Code would save it elsewhere, it asks for the place then.
 *
 * @returns with `isNew` false where such an editor is open already: what somebody began there stays
 */
export async function showUnsaved(
  card: Uri,
  text: string,
): Promise<{ readonly editor: TextEditor; readonly isNew: boolean }> {
  const document = await (isSavedWhereNamed(card)
    ? workspace.openTextDocument(card.with({ scheme: UNSAVED }))
    : workspace.openTextDocument({ language: 'yaml' }));
  const isNew = document.getText() === '';
  const editor = await window.showTextDocument(document);
  if (isNew) followUndo(document);
  if (isNew && text !== '') {
    await editor.edit((edit) => edit.insert(document.positionAt(0), text));
    // It may stand there long after the draft was saved or undone: true all the same.
    void window.showInformationMessage(l10n.t('Check the draft, fill in each TODO, then save it.'));
  }
  return { editor, isNew };
}

/**
 * An editor that is not saved yet has no scheme: VS Code saves it to the disk, or, in a browser, where the workspace is.
 * Anywhere else a path would be one of another file system.
 */
export function isSavedWhereNamed({ scheme }: Uri): boolean {
  const [first] = workspace.workspaceFolders ?? [];
  return scheme === 'file' || (env.uiKind === UIKind.Web && scheme === first?.uri.scheme);
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

/** The one workspace folder; where there are several, that which somebody picks. */
export async function pickFolder(): Promise<Uri | undefined> {
  if (!(await hasFolder())) return undefined;
  const [only, another] = workspace.workspaceFolders ?? [];
  return (another ? await window.showWorkspaceFolderPick() : only)?.uri;
}

export async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
