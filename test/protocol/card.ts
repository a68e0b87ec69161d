/** What protocol tests share: the shortest honest card, and how to ask about a document. */
import assert from 'node:assert/strict';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
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
  assert.equal(report.kind, 'full');
  return report.kind === 'full' ? report.items : [];
}

export const rules = (report: DocumentDiagnosticReport): readonly unknown[] =>
  items(report).map(({ code }) => code);

export const messages = (report: DocumentDiagnosticReport): readonly unknown[] =>
  items(report).map(({ message }) => message);
