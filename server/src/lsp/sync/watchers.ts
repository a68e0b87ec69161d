/**
 * Asks the client to watch what matters and nothing else: files of our names, code, reports of test runs, and the folders
 * of files that cards refer to. The last change as cards do.
 */
import {
  DidChangeWatchedFilesNotification,
  RegistrationRequest,
  UnregistrationRequest,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { LOCK_NAME } from '../../workspace/host';
import type { Snapshot } from '../../workspace/snapshot';
import { folderOf, rootOf } from '../../workspace/uri';
import { debounced } from '../changes';
import { errorText } from '../log';
import type { Session } from '../session';
import { GIT_FILES } from './git';
import { IGNORE_FILES } from './ours';

const NAMES = [
  '**/{aims,*.aims,impact-assessment,*.impact}.{yaml,yml}',
  '**/*.{py,ipynb,js,cjs,mjs,jsx,ts,cts,mts,tsx}',
  `**/${LOCK_NAME}`,
  '**/.git/HEAD',
  ...GIT_FILES,
  ...IGNORE_FILES,
  // Reports of test runs in their usual places.
  '**/{junit.xml,reports/*.xml,test-results/**/*.xml}',
];

/** Beyond, further folders are looked at only when something else changes. */
const MOST_FOLDERS = 1_000;

/** How long after a change the folders are looked through. In milliseconds. */
const QUIET = 1_000;

/** Folders, inside the workspace, of the files that cards refer to, of test reports, and of cards under names of their own. Sorted. */
export function referencedFolders(snapshot: Snapshot): readonly string[] {
  const folders = new Set<string>();
  const add = (uri: string): void => {
    const folder = folderOf(uri);
    if (rootOf(folder, snapshot.roots) !== undefined) folders.add(folder);
  };
  for (const report of snapshot.reports) add(report);
  for (const file of snapshot.files.values()) {
    add(file.uri);
    for (const artefact of file.artefacts)
      for (const { text } of artefact.paths) {
        const resolved = snapshot.resolve(text, file.uri);
        if (resolved.kind === 'file') add(resolved.uri);
      }
  }
  return [...folders].sort().slice(0, MOST_FOLDERS);
}

const ID_NAMES = 'aims-names';
const ID_FOLDERS = 'aims-folders';

export async function registerWatchers(session: Session): Promise<void> {
  if (!session.client.watchesFiles) return;
  await register(
    session,
    ID_NAMES,
    NAMES.map((globPattern) => ({ globPattern })),
  );
  session.isWatching = true;
  if (session.client.relativePatterns) followFolders(session);
}

const register = (
  { connection }: Session,
  id: string,
  watchers: readonly FileSystemWatcher[],
): Promise<void> =>
  connection.sendRequest(RegistrationRequest.type, {
    registrations: [
      { id, method: DidChangeWatchedFilesNotification.method, registerOptions: { watchers: [...watchers] } },
    ],
  });

/** Keeps the watched folders those the cards refer to. */
function followFolders(session: Session): void {
  let watched = '';
  let turn = Promise.resolve();
  const update = async (): Promise<void> => {
    const folders = referencedFolders(await session.snapshot());
    const wanted = folders.join('\n');
    if (wanted === watched) return;
    if (watched !== '')
      await session.connection.sendRequest(UnregistrationRequest.type, {
        unregisterations: [{ id: ID_FOLDERS, method: DidChangeWatchedFilesNotification.method }],
      });
    watched = wanted;
    if (folders.length > 0)
      await register(
        session,
        ID_FOLDERS,
        folders.map((baseUri) => ({ globPattern: { baseUri, pattern: '*' } })),
      );
  };
  const run = debounced(() => {
    turn = turn
      .then(update)
      .catch((error: unknown) => session.log.warn(`Watching folders failed: ${errorText(error)}`));
  }, QUIET);
  session.changes.onChange(run);
  run();
}
