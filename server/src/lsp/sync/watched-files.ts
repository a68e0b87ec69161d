/** Files that change outside the editor, as far as the client tells. */
import {
  DidChangeWatchedFilesNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
} from 'vscode-languageserver';
import { canonicalUri } from '../../workspace/uri';
import { debounced, spaced } from '../changes';
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

/**
 * Changes that follow close on others are taken over together. A log that is cited as evidence may be written to all the
 * time: there has to be time to read it, and for the editor to ask what became of it. In milliseconds.
 */
const GAP = 500;

export function followWatchedFiles(session: Session): void {
  const { connection, host, log } = session;
  const failed = (error: unknown): void => log.error(`Reading changed files failed: ${errorText(error)}`);
  const readAnew = debounced(() => void rescan(session).catch(failed), QUIET, 4 * QUIET);
  /** URIs of what changed and was not taken over yet. */
  const waiting = new Set<string>();
  const take = spaced(() => {
    const uris = [...waiting];
    waiting.clear();
    takeChanged(session, uris).catch(failed);
  }, GAP);
  connection.onNotification(DidChangeWatchedFilesNotification.type, ({ changes }) => {
    session.isWatching = true;
    if (changes.some(({ uri }) => uri.endsWith(GIT_HEAD) || isIgnoreFile(uri, host.roots()))) readAnew();
    if (changes.some(({ uri }) => isGitFile(uri))) askGitAgain(session);
    const changed = changes.map(({ uri }) => canonicalUri(uri)).filter((uri) => isOfInterest(session, uri));
    for (const uri of changed) waiting.add(uri);
    if (changed.length > 0) take();
  });
  connection.onNotification(DidDeleteFilesNotification.type, readAnew);
  connection.onNotification(DidRenameFilesNotification.type, readAnew);
}

const isOfInterest = ({ host }: Session, uri: string): boolean =>
  !uri.endsWith(GIT_HEAD) && !isGitFile(uri) && !isExcluded(uri, host.roots());

/** @param uris canonical */
async function takeChanged(session: Session, uris: readonly string[]): Promise<void> {
  const { service, changes } = session;
  await service.index.changed(uris);
  changes.announce();
  refreshDiagnostics(session);
}
