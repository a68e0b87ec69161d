/** `textDocument/prepareRename` and `textDocument/rename`. */
import { tr } from '../../l10n/tr';
import {
  LSPErrorCodes,
  PrepareRenameRequest,
  RenameRequest,
  ResponseError,
  type CancellationToken,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { RenameRefused, renameAt, renameableAt, type Renaming } from '../../features/rename';
import type { Snapshot } from '../../workspace/snapshot';
import { answer } from '../answer';
import { toRange } from '../diagnostics/to-diagnostic';
import { documentPosition } from '../document-position';
import { snapshotFor, type Session } from '../session';
import { toBeConfirmed, toWorkspaceEdit } from '../workspace-edit';

export function answerRename(session: Session): void {
  const prepare = async (
    params: PrepareRenameParams,
    token: CancellationToken,
  ): Promise<PrepareRenameResult | null> => {
    const snapshot = await snapshotFor(session, params.textDocument.uri, token);
    const found = renameableAt(snapshot, documentPosition(session, params));
    return found ? { range: toRange(found.range), placeholder: found.id } : null;
  };
  const rename = async (params: RenameParams, token: CancellationToken): Promise<WorkspaceEdit | null> => {
    const snapshot = await snapshotFor(session, params.textDocument.uri, token);
    const versions = session.documents.versions();
    const renaming = renamingOf(session, snapshot, params);
    if (!renaming) return null;
    const changes = renaming.changes.map(({ uri, edits }) => ({ kind: 'edit' as const, uri, edits }));
    const edit = await toWorkspaceEdit(session, { title: '', changes }, versions);
    return edit ? confirmed(session, edit, renaming, params.newName) : null;
  };
  answer(session, PrepareRenameRequest.type, prepare, { otherwise: null });
  answer(session, RenameRequest.type, rename, {
    otherwise: null,
    late: () => new ResponseError(LSPErrorCodes.RequestFailed, tr('Renaming took too long. Try again.')),
  });
}

/** @throws ResponseError with a sentence for the user */
function renamingOf(session: Session, snapshot: Snapshot, params: RenameParams): Renaming | undefined {
  try {
    return renameAt(snapshot, documentPosition(session, params), params.newName);
  } catch (error) {
    if (error instanceof RenameRefused) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}

/** Approvals that have to be given again are worth a look before anything is written. */
function confirmed(
  session: Session,
  edit: WorkspaceEdit,
  { approvals }: Renaming,
  id: string,
): WorkspaceEdit {
  const [first] = approvals;
  if (first === undefined) return edit;
  return toBeConfirmed(session, edit, {
    label: tr('Rename to {0}', id),
    description:
      approvals.length === 1
        ? tr('May have to be approved again: {0}. aims.lock keeps what it says.', first)
        : tr(
            'May have to be approved again: {0} and {1} more. aims.lock keeps what it says.',
            first,
            approvals.length - 1,
          ),
  });
}
