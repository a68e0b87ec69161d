/** Files that change outside the editor, as far as the client tells. */
import {
  DidChangeWatchedFilesNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
  type FileEvent,
} from 'vscode-languageserver';
import { canonicalUri } from '../../workspace/uri';
import { debounced } from '../changes';
import { refreshDiagnostics } from '../diagnostics/refresh';
import { errorText } from '../log';
import type { Session } from '../session';
import { rescan } from './folders';
import { askGitAgain, isGitFile } from './git';
import { isExcluded, isIgnoreFile } from './ours';

/** Changes when another branch is checked out, which can take away whole folders without word of their files. */
const GIT_HEAD = '/.git/HEAD';

/** Quiet time before everything is read anew. In milliseconds. */
const QUIET = 500;

export function followWatchedFiles(session: Session): void {
  const { connection, host, log } = session;
  const failed = (error: unknown): void => log.error(`Reading changed files failed: ${errorText(error)}`);
  const readAnew = debounced(() => void rescan(session).catch(failed), QUIET, 4 * QUIET);
  connection.onNotification(DidChangeWatchedFilesNotification.type, ({ changes }) => {
    session.isWatching = true;
    if (changes.some(({ uri }) => uri.endsWith(GIT_HEAD) || isIgnoreFile(uri, host.roots()))) readAnew();
    if (changes.some(({ uri }) => isGitFile(uri))) askGitAgain(session);
    takeEvents(session, changes).catch(failed);
  });
  connection.onNotification(DidDeleteFilesNotification.type, readAnew);
  connection.onNotification(DidRenameFilesNotification.type, readAnew);
}

async function takeEvents(session: Session, events: readonly FileEvent[]): Promise<void> {
  const { service, host, changes } = session;
  const uris = events
    .map(({ uri }) => canonicalUri(uri))
    .filter((uri) => !uri.endsWith(GIT_HEAD) && !isGitFile(uri) && !isExcluded(uri, host.roots()));
  if (uris.length === 0) return;
  await service.index.changed([...new Set(uris)]);
  changes.announce();
  refreshDiagnostics(session);
}
