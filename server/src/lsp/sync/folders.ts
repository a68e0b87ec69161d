/** Workspace folders that come and go. */
import { tr } from '../../l10n/tr';
import { DidChangeWorkspaceFoldersNotification, type InitializeParams } from 'vscode-languageserver';
import { errorText } from '../log';
import { refreshDiagnostics } from '../diagnostics/refresh';
import { withProgress } from '../progress';
import type { Session } from '../session';
import { pullSettings } from './configuration';
import { takeNotebook } from './notebooks';
import { kindOf } from './ours';
import { takeText } from './text-documents';

/** The folders a client starts with; older ones name a single root. */
export function initialFolders(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map((folder) => folder.uri);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- clients without workspace folders send nothing else
  return typeof params.rootUri === 'string' ? [params.rootUri] : [];
}

export function followFolders(session: Session): void {
  const { connection, host, log } = session;
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    const added = event.added.map((folder) => folder.uri);
    const removed = event.removed.map((folder) => folder.uri);
    if (host.change(added, removed))
      // A folder can have settings of its own.
      pullSettings(session)
        .catch((error: unknown) => log.warn(`Settings: ${errorText(error)}`))
        .then(() => rescan(session))
        .catch((error: unknown) => log.error(`Reading the folders failed: ${errorText(error)}`));
  });
}

/** Reads everything anew: whether an open document counts may have changed with the folders too. */
export async function rescan(session: Session): Promise<void> {
  const { documents, notebooks, service, host, changes } = session;
  for (const opened of documents.all()) {
    if (notebooks.ofCell(opened.uri)) continue;
    if (kindOf(opened.key, opened.languageId, host.roots()) !== undefined) takeText(session, opened);
    else if (service.index.isOpen(opened.key)) await service.index.setClosed(opened.key);
  }
  for (const notebook of notebooks.all()) {
    if (kindOf(notebook.key, 'python', host.roots()) !== undefined) takeNotebook(session, notebook);
    else if (service.index.isOpen(notebook.key)) await service.index.setClosed(notebook.key);
  }
  await withProgress(session, tr('AIMS: reading the workspace anew'), service.index.rescan());
  changes.announce();
  refreshDiagnostics(session);
}
