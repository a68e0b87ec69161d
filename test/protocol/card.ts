/** What protocol tests share: the shortest honest card, code without one, and how to ask about a document. */
import assert from 'node:assert/strict';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import type { RunningServer } from '../support/server';

export const CARD = `aims: 1
kind: system
id: credit-scoring
name: Credit scoring
owner: Amara Okafor
role: [developer]
purpose: Estimate default risk of retail applicants.
lifecycle: {stage: design-development}
use: {intended: [Retail loans up to 20 000 EUR]}
models: [{id: scorer, task: tabular-classification}]
datasets: [{id: applications, uses: [training], source: internal CRM}]
`;

/** The same card with a slip that has one mending: `ownr`. */
export const SLIP = CARD.replace('owner:', 'ownr:');

export const CODE = `from sklearn.linear_model import LogisticRegression

model = LogisticRegression()
model.fit([[0], [1]], [0, 1])
`;

export const pull = (
  server: RunningServer,
  uri: string,
  previousResultId?: string,
): Promise<DocumentDiagnosticReport> =>
  server.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
    ...(previousResultId === undefined ? {} : { previousResultId }),
  });

export function items(report: DocumentDiagnosticReport): readonly Diagnostic[] {
  assert.ok(report.kind === 'full');
  return report.items;
}

export const codes = (diagnostics: readonly Diagnostic[]): readonly unknown[] =>
  diagnostics.map(({ code }) => code);

/** Asks for the diagnostics of the workspace, saying what is known already. */
export const pullWorkspace = (
  server: RunningServer,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<WorkspaceDiagnosticReport> =>
  server.connection.sendRequest('workspace/diagnostic', {
    previousResultIds: [...known].map(([uri, value]) => ({ uri, value })),
  });

/** Result ids as a client keeps them: an answer is added to what it had. */
export function remember(
  report: WorkspaceDiagnosticReport,
  known: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const next = new Map(known);
  for (const { uri, resultId } of report.items)
    if (resultId === undefined) next.delete(uri);
    else next.set(uri, resultId);
  return next;
}

export const hoverAt = (
  server: RunningServer,
  uri: string,
  line: number,
  character: number,
): Promise<Hover | null> =>
  server.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line, character },
  });

/** Actions on the first finding of a rule. */
export async function actionsOn(
  server: RunningServer,
  uri: string,
  rule: string,
): Promise<readonly CodeAction[]> {
  const finding = items(await pull(server, uri)).find(({ code }) => code === rule);
  assert.ok(finding, `no finding of ${rule}`);
  const actions = await server.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
    textDocument: { uri },
    range: finding.range,
    context: { diagnostics: [finding] },
  });
  return (actions ?? []).filter((action) => action.diagnostics?.some(({ code }) => code === rule));
}
