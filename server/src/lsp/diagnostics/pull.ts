/** `textDocument/diagnostic`. */
import {
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { answer } from '../answer';
import { snapshotFor, type Session } from '../session';
import { reportFor } from './report';

const NONE: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** The client asks again: what it would show otherwise is nothing, which reads as "all is well". */
const askAgain = (): ResponseError<DiagnosticServerCancellationData> =>
  new ResponseError(LSPErrorCodes.ServerCancelled, 'Still reading the workspace.', {
    retriggerRequest: true,
  });

export function answerDocumentDiagnostics(session: Session): void {
  const handle = async (
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> => {
    const snapshot = await snapshotFor(session, textDocument.uri, token).catch((error: unknown) => {
      throw error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified
        ? askAgain()
        : error;
    });
    const { items, resultId } = reportFor(session, snapshot, textDocument.uri);
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  };
  answer(session, DocumentDiagnosticRequest.type, handle, { otherwise: NONE, late: askAgain });
}
