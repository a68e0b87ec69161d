/** Findings as LSP diagnostics. */
import { tr } from '../../l10n/tr';
import { DiagnosticSeverity, type Diagnostic, type Range } from 'vscode-languageserver';
import type { Finding, Severity } from '../../rules/rule';
import type { Session } from '../session';

export const SOURCE = 'aims';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A copy: the engine's ranges are read-only. */
export const toRange = ({ start, end }: Finding['range']): Range => ({
  start: { ...start },
  end: { ...end },
});

interface At {
  readonly uri: string;
  readonly range: Finding['range'];
  readonly cell?: number;
}

/** Where a finding stands, as the client spells it: a cell has a URI of its own while its notebook is open. */
export function toLocation(session: Session, { uri, range, cell }: At): { uri: string; range: Range } {
  const cellUri = cell === undefined ? undefined : session.notebooks.cellUri(uri, cell);
  if (cellUri !== undefined) return { uri: cellUri, range: toRange(range) };
  return { uri: session.documents.spell(uri), range: cell === undefined ? toRange(range) : TOP };
}

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * A finding, and a hint wherever else in the file the same is to be done: editors that list findings list one, and mark
 * every place.
 */
export function toDiagnostics(session: Session, finding: Finding): readonly Diagnostic[] {
  const also = finding.related.filter(
    ({ alsoHere, uri, cell }) => alsoHere && uri === finding.uri && cell === finding.cell,
  );
  return [
    toDiagnostic(session, finding),
    ...also.map(({ range, message }) => ({
      range: toRange(range),
      severity: DiagnosticSeverity.Hint,
      source: SOURCE,
      code: finding.rule,
      message,
    })),
  ];
}

export function toDiagnostic(session: Session, finding: Finding): Diagnostic {
  const { range } = toLocation(session, finding);
  const isInClosedNotebook =
    finding.cell !== undefined && session.notebooks.cellUri(finding.uri, finding.cell) === undefined;
  return {
    range,
    severity: SEVERITY[finding.severity],
    source: SOURCE,
    code: finding.rule,
    message: isInClosedNotebook
      ? tr('Cell {0}, line {1}: {2}', (finding.cell ?? 0) + 1, finding.range.start.line + 1, finding.message)
      : finding.message,
    ...(session.client.relatedInformation && finding.related.length > 0
      ? {
          relatedInformation: finding.related.map((related) => ({
            location: toLocation(session, related),
            message: related.message,
          })),
        }
      : {}),
  };
}
