/** `textDocument/publishDiagnostics`, for clients that do not ask. Always with the version, and only what changed. */
import { CancellationToken, PublishDiagnosticsNotification } from 'vscode-languageserver';
import { debounced } from '../changes';
import { errorText } from '../log';
import { judgeAll } from '../judged';
import type { Session } from '../session';
import { inSlices } from '../slices';
import { reportFor } from './report';

/** Behind the last change, and behind the first of many. In milliseconds. */
const DELAY = 25;
const AT_MOST = 50;

export function pushDiagnostics(session: Session): void {
  const sent = new Map<string, string>();
  let running: Promise<void> | undefined;
  let again = false;
  const run = (): void => {
    if (running) {
      again = true;
      return;
    }
    running = publishChanged(session, sent)
      .catch((error: unknown) => session.log.error(`Publishing diagnostics failed: ${errorText(error)}`))
      .finally(() => {
        running = undefined;
        if (again) run();
        again = false;
      });
  };
  session.changes.onChange(debounced(run, DELAY, AT_MOST));
  run();
}

/** Documents by the URI they are published under: files, and the cells of open notebooks. */
function published(session: Session, files: ReadonlySet<string>): Set<string> {
  const uris = new Set<string>();
  // What the user looks at comes first.
  for (const { uri, key } of session.documents.all())
    if (session.notebooks.ofCell(uri) || files.has(key)) uris.add(uri);
  for (const key of files) uris.add(session.documents.spell(key));
  return uris;
}

async function publishChanged(session: Session, sent: Map<string, string>): Promise<void> {
  const snapshot = await session.snapshot();
  const versions = session.documents.versions();
  await judgeAll(session, snapshot);
  const uris = published(session, new Set(session.service.files(snapshot)));
  const send = (uri: string, state: string, diagnostics: ReturnType<typeof reportFor>['items']): void => {
    if (sent.get(uri) === state) return;
    if (diagnostics.length === 0 && !sent.has(uri)) return;
    if (diagnostics.length === 0) sent.delete(uri);
    else sent.set(uri, state);
    const version = session.documents.get(uri)?.document.version;
    session.connection
      .sendNotification(PublishDiagnosticsNotification.type, {
        uri,
        diagnostics,
        ...(version === undefined ? {} : { version }),
      })
      .catch(() => undefined);
  };
  await inSlices(
    uris,
    (uri) => {
      const opened = session.documents.get(uri);
      // It has changed since: what is known of it now comes with the next round.
      if (opened && opened.document.version !== versions.get(opened.key)) return;
      const { items, resultId } = reportFor(session, snapshot, uri);
      send(uri, resultId, items);
    },
    CancellationToken.None,
  );
  for (const uri of [...sent.keys()]) if (!uris.has(uri)) send(uri, '', []);
}
