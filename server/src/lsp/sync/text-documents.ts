/** Text documents opened, changed and closed in the editor. */
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
} from 'vscode-languageserver';
import { isUnsaved } from '../../workspace/uri';
import { errorText } from '../log';
import type { OpenDocument } from '../documents';
import type { Session } from '../session';
import { kindOf } from './ours';

/** Hands the text as it is shown to the engine, where it concerns it. */
export function takeText(session: Session, opened: OpenDocument): void {
  const { service, host, changes } = session;
  const what = kindOf(opened.key, opened.languageId, host.roots());
  if (what === undefined) return;
  const text = opened.document.getText();
  // An editor that waits for a draft, or whose draft was undone, is no file: in its place one can be drafted.
  if (isUnsaved(opened.uri) && text.trim() === '') leave(session, opened);
  else {
    service.index.setOpen(opened.key, text, what);
    changes.announce();
  }
}

/** The file on disk counts again, where there is one. */
function leave({ service, changes, log }: Session, { key, uri }: OpenDocument): void {
  if (!service.index.isOpen(key)) return;
  service.index.setClosed(key).then(
    () => changes.announce(),
    (error: unknown) => log.error(`Closing ${uri} failed: ${errorText(error)}`),
  );
}

export function followTextDocuments(session: Session): void {
  const { connection, documents, log } = session;
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
    if (closed) leave(session, closed);
  });
}
