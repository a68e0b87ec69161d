import { l10n, ProgressLocation, type Uri, window } from 'vscode';
import type { Server } from '../server';
import { sayNoAnswer } from './no-answer';
import { showDrafted } from './show-drafted';
import { folderOf, pickFolder } from './unsaved-card';

/**
 * Drafts the file of an organization from the cards below a folder, in an editor that is not saved yet. What is there
 * already is offered instead.
 *
 * @param resource the folder, or a file in it; without it the workspace folder, which is asked for where there are several
 */
export async function newOrganization(server: Server, resource?: Uri): Promise<void> {
  const folder = resource ? await folderOf(resource) : await pickFolder();
  if (!folder) return;
  const drafted = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Drafting the organization') },
    () => server.draftOrganization({ folder: folder.toString() }),
  );
  if (!drafted) sayNoAnswer();
  else if (!(await showDrafted(drafted)))
    void window.showWarningMessage(l10n.t('No organization was drafted: no name for its file is free.'));
}
