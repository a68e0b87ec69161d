import { commands, l10n, ProgressLocation, Uri, window } from 'vscode';
import type { Server } from '../server';
import { showDrafted } from './show-drafted';
import { exists, folderOf, offerToOpen, pickFolder, showUnsaved } from './unsaved-card';

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
  if (await showDrafted(drafted)) return;
  const card = Uri.joinPath(folder, CARD);
  if (await exists(card)) offerToOpen(card);
  else if ((await showUnsaved(card, '')).isNew)
    await commands.executeCommand('editor.action.insertSnippet', { langId: 'yaml', name: SNIPPET });
}
