/** Where the client does not watch files: look again when the user saves, and now and then when they ask. */
import { DidSaveTextDocumentNotification } from 'vscode-languageserver/node';
import { errorText } from '../log';
import type { Session } from '../session';
import { debounced } from '../changes';
import { rescan } from './folders';

/** In milliseconds. */
const QUIET = 300;

export function lookAgainOnSave(session: Session): void {
  const look = debounced(() => {
    if (session.isWatching) return;
    rescan(session).catch((error: unknown) => session.log.error(`Looking again failed: ${errorText(error)}`));
  }, QUIET);
  session.connection.onNotification(DidSaveTextDocumentNotification.type, look);
}
