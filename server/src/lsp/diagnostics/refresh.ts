/** Asks the client to ask again, where something else than its own typing changed what it shows. */
import { DiagnosticRefreshRequest } from 'vscode-languageserver/node';
import type { Session } from '../session';

export function refreshDiagnostics({ connection, client }: Session): void {
  if (!client.pullsDiagnostics || !client.refreshesDiagnostics) return;
  connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
}
