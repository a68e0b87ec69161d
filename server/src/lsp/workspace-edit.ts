/** Fixes as LSP workspace edits. */
import type {
  ChangeAnnotation,
  CreateFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Fix, TextEdit as EngineEdit, WrittenChange } from '../fixes/edit';
import { canonicalUri } from '../workspace/uri';
import { toRange } from './diagnostics/to-diagnostic';
import type { Session } from './session';

const toTextEdit = ({ range, newText }: EngineEdit): TextEdit => ({ range: toRange(range), newText });

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The document an edit applies to, as the client spells it; undefined for a cell of a notebook that is not open. */
function documentOf(session: Session, change: Extract<WrittenChange, { kind: 'edit' }>): string | undefined {
  if (change.cell !== undefined) return session.notebooks.cellUri(change.uri, change.cell);
  return session.documents.spell(change.uri);
}

/**
 * The edit of a fix.
 * @param versions of the open documents when the fix was made: to a newer text its ranges do not belong, and the client
 *   refuses it
 * @returns undefined where it cannot be made whole: the client creates no files, the file is there already, the
 *   notebook is not open
 */
export async function toWorkspaceEdit(
  session: Session,
  fix: Fix<WrittenChange>,
  versions: ReadonlyMap<string, number>,
): Promise<WorkspaceEdit | undefined> {
  const steps: (CreateFile | TextDocumentEdit)[] = [];
  for (const change of fix.changes) {
    const made =
      change.kind === 'create'
        ? await create(session, change.uri, change.text)
        : edit(session, change, versions);
    if (!made) return undefined;
    steps.push(...made);
  }
  return session.client.documentChanges ? { documentChanges: steps } : asChanges(steps);
}

/** The one thing there is to confirm about an edit. */
const CONFIRMED = 'aims';

/** The edit, shown by the editor before anything is written, where it can do that. */
export function toBeConfirmed(
  { client }: Session,
  edit: WorkspaceEdit,
  annotation: Omit<ChangeAnnotation, 'needsConfirmation'>,
): WorkspaceEdit {
  if (!client.confirmsChanges || !edit.documentChanges) return edit;
  return {
    changeAnnotations: { [CONFIRMED]: { ...annotation, needsConfirmation: true } },
    documentChanges: edit.documentChanges.map((step) =>
      'kind' in step
        ? { ...step, annotationId: CONFIRMED }
        : { ...step, edits: step.edits.map((one) => ({ ...one, annotationId: CONFIRMED })) },
    ),
  };
}

function edit(
  session: Session,
  change: Extract<WrittenChange, { kind: 'edit' }>,
  versions: ReadonlyMap<string, number>,
): readonly TextDocumentEdit[] | undefined {
  const uri = documentOf(session, change);
  if (uri === undefined) return undefined;
  const version = versions.get(canonicalUri(uri)) ?? null;
  return [{ textDocument: { uri, version }, edits: change.edits.map(toTextEdit) }];
}

/** Only where nothing is: what a person wrote is never written over, and never added to. */
async function create(
  session: Session,
  uri: string,
  text: string,
): Promise<readonly (CreateFile | TextDocumentEdit)[] | undefined> {
  if (!session.client.createsFiles || session.documents.get(uri)) return undefined;
  if ((await session.host.stat(uri)) !== 'missing') return undefined;
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits: [{ range: START, newText: text }] },
  ];
}

/** For clients that know edits by file only. */
function asChanges(steps: readonly (CreateFile | TextDocumentEdit)[]): WorkspaceEdit | undefined {
  const changes: Record<string, TextEdit[]> = {};
  for (const step of steps) {
    if (!('textDocument' in step)) return undefined;
    const edits = step.edits.flatMap((one) => ('newText' in one ? [one] : []));
    changes[step.textDocument.uri] = [...(changes[step.textDocument.uri] ?? []), ...edits];
  }
  return { changes };
}
