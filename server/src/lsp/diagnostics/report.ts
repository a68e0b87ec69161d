/** The diagnostics of one document, and an id that is the same as long as they are. */
import type { Diagnostic } from 'vscode-languageserver';
import { canonicalUri } from '../../workspace/uri';
import type { Finding } from '../../rules/rule';
import type { Snapshot } from '../../workspace/snapshot';
import type { Session } from '../session';
import { contentHash } from './content-hash';
import { toDiagnostics } from './to-diagnostic';

export interface Report {
  readonly items: Diagnostic[];
  /** Content and date: at midnight everything is looked at anew. */
  readonly resultId: string;
}

/** Findings of a document as the editor holds it: of a file, or of one cell. */
export function findingsOf(session: Session, snapshot: Snapshot, uri: string): readonly Finding[] {
  const cell = session.notebooks.ofCell(uri);
  if (cell)
    return session.service
      .findings(snapshot, cell.notebook.key)
      .filter((finding) => finding.cell === cell.index);
  // An open notebook shows them at its cells.
  if (session.notebooks.get(uri)) return [];
  return session.service.findings(snapshot, canonicalUri(uri));
}

/** What any server for YAML reports. */
const OF_YAML: ReadonlySet<string> = new Set(['yaml-syntax', 'duplicate-key']);

/** @param uri as the client or the engine spells it; of a file, or of a cell of an open notebook */
export function reportFor(session: Session, snapshot: Snapshot, uri: string): Report {
  // Another server reads what is open, and nothing else.
  const isReported = session.client.reportsYaml && session.documents.get(uri) !== undefined;
  const items = findingsOf(session, snapshot, uri)
    .filter(({ rule }) => !(isReported && OF_YAML.has(rule)))
    .flatMap((finding) => toDiagnostics(session, finding));
  return {
    items,
    resultId: `${session.service.date(canonicalUri(uri))}:${contentHash(JSON.stringify(items))}`,
  };
}
