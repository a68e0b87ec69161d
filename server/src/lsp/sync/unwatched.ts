/** When the user saves: take over what is not followed while they type, and look again where the client watches no files. */
import { DidSaveTextDocumentNotification } from 'vscode-languageserver';
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
  session.connection.onNotification(DidSaveTextDocumentNotification.type, () => {
    if (session.service.index.saved()) session.changes.announce();
    look();
  });
}
