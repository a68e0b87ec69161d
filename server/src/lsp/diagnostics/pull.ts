/** `textDocument/diagnostic`. */
import {
  DocumentDiagnosticReportKind,
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { canonicalUri } from '../../workspace/uri';
import { answer } from '../answer';
import { judgeSystemsOf } from '../judged';
import { refreshWhenDifferent } from '../refresh';
import { snapshotFor, type Session } from '../session';
import { reportFor } from './report';

const NONE: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** The client asks again: what it would show otherwise is nothing, which reads as "all is well". */
const askAgain = (): ResponseError<DiagnosticServerCancellationData> =>
  new ResponseError(LSPErrorCodes.ServerCancelled, 'Still reading the workspace.', {
    retriggerRequest: true,
  });

export function answerDocumentDiagnostics(session: Session): void {
  // A client asks again about what is typed in, and in time about what is behind. That leaves the editor in front, where
  // a fix changed another file: code whose model was added to its card.
  const note = refreshWhenDifferent(
    session,
    DiagnosticRefreshRequest.method,
    () => session.client.refreshesDiagnostics,
  );
  const handle = async (
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> => {
    const snapshot = await snapshotFor(session, textDocument.uri, token).catch((error: unknown) => {
      throw error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified
        ? askAgain()
        : error;
    });
    const uri = canonicalUri(textDocument.uri);
    const versionNow = (): number | undefined => session.documents.get(uri)?.document.version;
    const version = versionNow();
    await judgeSystemsOf(session, { snapshot, uri }, token);
    if (versionNow() !== version) throw askAgain();
    const { items, resultId } = reportFor(session, snapshot, textDocument.uri);
    note(uri, {
      from: snapshot,
      shown: resultId,
      again: (now) =>
        versionNow() === version ? reportFor(session, now, textDocument.uri).resultId : resultId,
    });
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  };
  answer(session, DocumentDiagnosticRequest.type, handle, { otherwise: NONE, late: askAgain });
}
