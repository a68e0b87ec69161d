import { commands, FileType, Uri, window, workspace, WorkspaceEdit } from 'vscode';

const CARD = 'aims.yaml';
/** The name of the snippet in snippets/aims.code-snippets: the one place that knows the shortest card. */
const SNIPPET = 'AIMS card of an AI system';

/**
 * Opens the card of a folder, or starts one: the shortest card as a snippet, its fields to be filled in one by one.
 *
 * @param resource the folder, or a file in it; without it the user is asked where there are several roots
 */
export async function createCard(resource?: Uri): Promise<void> {
  const folder = resource ? await folderOf(resource) : await pickFolder();
  if (!folder) return;
  const card = Uri.joinPath(folder, CARD);
  const isNew = !(await exists(card));
  if (isNew) {
    const edit = new WorkspaceEdit();
    edit.createFile(card, { ignoreIfExists: true });
    await workspace.applyEdit(edit);
  }
  await window.showTextDocument(card);
  if (isNew) await commands.executeCommand('editor.action.insertSnippet', { langId: 'yaml', name: SNIPPET });
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
