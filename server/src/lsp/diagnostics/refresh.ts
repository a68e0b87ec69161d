/** Asks the client to ask again, where something else than its own typing changed what it shows. */
import { DiagnosticRefreshRequest } from 'vscode-languageserver';
import type { Session } from '../session';

/** Nothing where the client does not ask for diagnostics, or cannot be asked to. */
export function refreshDiagnostics({ connection, client }: Session): void {
  if (!client.pullsDiagnostics || !client.refreshesDiagnostics) return;
  connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
}
