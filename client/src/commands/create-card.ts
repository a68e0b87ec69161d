import { commands, FileType, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { Server } from '../server';

const CARD = 'aims.yaml';
/** The name of the snippet in snippets/aims.code-snippets: the one place that knows the shortest card. */
const SNIPPET = 'AIMS card of an AI system';

/**
 * Starts the card of a folder in an editor that is not saved yet: drafted from code and files, or, where none of them
 * says anything about AI, the shortest card as a snippet. What is there already is not touched.
 *
 * @param resource the folder, or a file in it; without it the user is asked where there are several roots
 */
export async function createCard(server: Server, resource?: Uri): Promise<void> {
  const folder = resource ? await folderOf(resource) : await pickFolder();
  if (!folder) return;
  const drafted = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Drafting an AIMS card') },
    () => server.draftCard({ folder: folder.toString() }),
  );
  const card = Uri.joinPath(folder, CARD);
  if (drafted?.is === 'there') offerToOpen(Uri.parse(drafted.uri, true));
  else if (await exists(card)) offerToOpen(card);
  else if (drafted?.is === 'draft') await showUnsaved(Uri.parse(drafted.uri, true), drafted.text);
  else if (await showUnsaved(card, ''))
    await commands.executeCommand('editor.action.insertSnippet', { langId: 'yaml', name: SNIPPET });
}

/** Not waited for: a message may stay for as long as nobody looks at it. */
function offerToOpen(card: Uri): void {
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
 * @returns false where such an editor is open already: what somebody began there stays
 */
async function showUnsaved(card: Uri, text: string): Promise<boolean> {
  const document = await workspace.openTextDocument(card.with({ scheme: 'untitled' }));
  const isNew = document.getText() === '';
  const editor = await window.showTextDocument(document);
  if (isNew && text !== '') {
    await editor.edit((edit) => edit.insert(document.positionAt(0), text));
    void window.showInformationMessage(
      l10n.t('Drafted from code and files. Check each line, fill in what is marked TODO, then save.'),
    );
  }
  return isNew;
}

async function pickFolder(): Promise<Uri | undefined> {
  const roots = workspace.workspaceFolders ?? [];
  if (roots.length > 1) return (await window.showWorkspaceFolderPick())?.uri;
  if (roots[0]) return roots[0].uri;
  await commands.executeCommand('vscode.openFolder');
  return undefined;
}

async function folderOf(resource: Uri): Promise<Uri> {
  const { type } = await workspace.fs.stat(resource);
  return type & FileType.Directory ? resource : Uri.joinPath(resource, '..');
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
