/**
 * `workspace/diagnostic` as a long poll: the request stays open until something differs from what the client has, then
 * only that is sent. Nothing runs while nothing changes.
 */
import {
  DocumentDiagnosticReportKind,
  WorkspaceDiagnosticRequest,
  type CancellationToken,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { canonicalUri } from '../../workspace/uri';
import { answer, cancelled } from '../answer';
import { judgeAll } from '../judged';
import type { Session } from '../session';
import { inSlices } from '../slices';
import { reportFor } from './report';

/** Quiet time after a change before the whole workspace is looked at, and the longest wait while typing goes on. In milliseconds. */
const QUIET = 200;
const AT_MOST = 1_000;

export function answerWorkspaceDiagnostics(session: Session): void {
  const handle = async (
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [canonicalUri(uri), value]));
    // While a document is open the client shows what it asked for by document, whatever we send here.
    const forgetting = session.onClosed((key) => known.set(key, 'closed'));
    try {
      for (;;) {
        const revision = session.changes.revision;
        const items = await changedReports(session, known, token);
        if (token.isCancellationRequested) throw cancelled();
        if (items.length > 0) return { items };
        if (session.changes.revision === revision) await nextChange(session, token);
        await pause(session, token);
      }
    } finally {
      forgetting();
    }
  };
  answer(session, WorkspaceDiagnosticRequest.type, handle, { otherwise: { items: [] }, staysOpen: true });
}

/** Full reports of what differs from what the client has; a file that is gone gets one without findings. */
export async function changedReports(
  session: Session,
  known: ReadonlyMap<string, string>,
  token: CancellationToken,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const snapshot = await session.snapshot();
  const versions = session.documents.versions();
  const files = session.service.files(snapshot);
  const present = new Set(files);
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  await judgeAll(session, snapshot, token);
  await inSlices(
    files,
    (key) => {
      const { items, resultId } = reportFor(session, snapshot, key);
      const before = known.get(key);
      if (before === resultId || (before === undefined && items.length === 0)) return;
      const uri = session.documents.spell(key);
      const version = versions.get(key) ?? null;
      reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items });
    },
    token,
  );
  for (const key of known.keys())
    if (!present.has(key) && !session.notebooks.ofCell(key))
      reports.push({
        kind: DocumentDiagnosticReportKind.Full,
        uri: session.documents.spell(key),
        version: null,
        items: [],
      });
  return reports;
}

/** Resolves at the next change, or when the request is cancelled. */
function nextChange({ changes }: Session, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const stop = changes.onChange(done);
    const cancelling = token.onCancellationRequested(done);
    function done(): void {
      stop();
      cancelling.dispose();
      resolve();
    }
  });
}

/** Waits until changes have stopped for a moment, or have gone on for long enough. */
async function pause(session: Session, token: CancellationToken): Promise<void> {
  const end = performance.now() + AT_MOST;
  for (;;) {
    const revision = session.changes.revision;
    await new Promise((resolve) => setTimeout(resolve, QUIET));
    if (token.isCancellationRequested || session.changes.revision === revision || performance.now() > end)
      return;
  }
}
