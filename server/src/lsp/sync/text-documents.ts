/** Text documents opened, changed and closed in the editor. */
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
} from 'vscode-languageserver';
import { errorText } from '../log';
import type { OpenDocument } from '../documents';
import type { Session } from '../session';
import { kindOf } from './ours';

/** Hands the text as it is shown to the engine, where it concerns it. */
export function takeText({ service, host, changes }: Session, opened: OpenDocument): void {
  const what = kindOf(opened.key, opened.languageId, host.roots());
  if (what === undefined) return;
  service.index.setOpen(opened.key, opened.document.getText(), what);
  changes.announce();
}

export function followTextDocuments(session: Session): void {
  const { connection, documents, service, changes, log } = session;
  connection.onNotification(DidOpenTextDocumentNotification.type, ({ textDocument }) => {
    takeText(session, documents.open(textDocument));
  });
  connection.onNotification(DidChangeTextDocumentNotification.type, ({ textDocument, contentChanges }) => {
    const changed = documents.change(textDocument.uri, textDocument.version, contentChanges);
    if (changed) takeText(session, changed);
    else
      log.warn(
        `Dropped a change of ${textDocument.uri}, version ${textDocument.version}: not open, or older.`,
      );
  });
  connection.onNotification(DidCloseTextDocumentNotification.type, ({ textDocument }) => {
    const closed = documents.close(textDocument.uri);
    if (closed) session.announceClosed(closed.key);
    if (!closed || !service.index.isOpen(closed.key)) return;
    service.index.setClosed(closed.key).then(
      () => changes.announce(),
      (error: unknown) => log.error(`Closing ${closed.uri} failed: ${errorText(error)}`),
    );
  });
}
