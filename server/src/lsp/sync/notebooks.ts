/** Notebooks opened, changed and closed in the editor: facts come from the cells as they are shown, not from the file. */
import {
  DidChangeNotebookDocumentNotification,
  DidCloseNotebookDocumentNotification,
  DidOpenNotebookDocumentNotification,
  NotebookCellKind,
  type NotebookDocumentChangeEvent,
} from 'vscode-languageserver';
import { errorText } from '../log';
import type { Session } from '../session';
import type { OpenNotebook } from './notebook-store';
import { kindOf } from './ours';

type CellChanges = NonNullable<NotebookDocumentChangeEvent['cells']>;

/** Hands the cells as they are shown to the engine. */
export function takeNotebook({ documents, service, host, changes }: Session, notebook: OpenNotebook): void {
  if (kindOf(notebook.key, 'python', host.roots()) === undefined) return;
  const cells = notebook.cells.map((cell) => {
    const opened = documents.get(cell.document);
    const language = cell.kind === NotebookCellKind.Code ? (opened?.languageId ?? '') : 'markdown';
    return { language, text: opened?.document.getText() ?? '' };
  });
  service.index.setOpenCells(notebook.key, cells);
  changes.announce();
}

function applyCells(
  { documents, notebooks, log }: Session,
  notebook: OpenNotebook,
  cells: CellChanges,
): void {
  if (cells.structure) {
    notebooks.splice(notebook, cells.structure.array);
    for (const closed of cells.structure.didClose ?? []) documents.close(closed.uri);
    for (const opened of cells.structure.didOpen ?? []) documents.open(opened);
  }
  for (const cell of cells.data ?? []) {
    const at = notebook.cells.findIndex(({ document }) => document === cell.document);
    if (at >= 0) notebook.cells[at] = cell;
  }
  for (const { document, changes } of cells.textContent ?? [])
    if (!documents.change(document.uri, document.version, changes))
      log.warn(`Dropped a change of ${document.uri}, version ${document.version}: not open, or older.`);
}

export function followNotebooks(session: Session): void {
  const { connection, documents, notebooks, service, changes, log } = session;
  connection.onNotification(
    DidOpenNotebookDocumentNotification.type,
    ({ notebookDocument, cellTextDocuments }) => {
      for (const cell of cellTextDocuments) documents.open(cell);
      takeNotebook(
        session,
        notebooks.open(notebookDocument.uri, notebookDocument.version, notebookDocument.cells),
      );
    },
  );
  connection.onNotification(DidChangeNotebookDocumentNotification.type, ({ notebookDocument, change }) => {
    const notebook = notebooks.get(notebookDocument.uri);
    if (!notebook || notebookDocument.version <= notebook.version) {
      log.warn(`Dropped a change of ${notebookDocument.uri}: not open, or older.`);
      return;
    }
    notebook.version = notebookDocument.version;
    if (change.cells) applyCells(session, notebook, change.cells);
    takeNotebook(session, notebook);
  });
  connection.onNotification(
    DidCloseNotebookDocumentNotification.type,
    ({ notebookDocument, cellTextDocuments }) => {
      for (const { uri } of cellTextDocuments) documents.close(uri);
      const closed = notebooks.close(notebookDocument.uri);
      if (closed) session.announceClosed(closed.key);
      if (!closed || !service.index.isOpen(closed.key)) return;
      service.index.setClosed(closed.key).then(
        () => changes.announce(),
        (error: unknown) => log.error(`Closing ${closed.uri} failed: ${errorText(error)}`),
      );
    },
  );
}
