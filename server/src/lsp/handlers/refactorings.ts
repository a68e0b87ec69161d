/** Code actions that write the same thing in another way. */
import { CodeActionKind, type CodeAction, type Position } from 'vscode-languageserver';
import { refactoringsAt, type Refactoring } from '../../features/refactor';
import type { Snapshot } from '../../workspace/snapshot';
import { canonicalUri } from '../../workspace/uri';
import { revealAfter } from '../reveal';
import type { Session } from '../session';
import { toWorkspaceEdit } from '../workspace-edit';

const KINDS: Readonly<Record<Refactoring['is'], string>> = {
  extract: CodeActionKind.RefactorExtract,
  rewrite: CodeActionKind.RefactorRewrite,
};

/**
 * @param versions of the texts the snapshot holds
 * @param wants which kinds are asked for
 */
export async function refactorings(
  session: Session,
  { snapshot, versions }: { readonly snapshot: Snapshot; readonly versions: ReadonlyMap<string, number> },
  at: { readonly uri: string; readonly position: Position },
  wants: (kind: string) => boolean,
): Promise<readonly CodeAction[]> {
  if (!Object.values(KINDS).some(wants)) return [];
  const offered = refactoringsAt(snapshot, canonicalUri(at.uri), at.position).filter(({ is }) =>
    wants(KINDS[is]),
  );
  const actions = await Promise.all(
    offered.map(async (refactoring): Promise<CodeAction | undefined> => {
      const edit = await toWorkspaceEdit(session, refactoring, versions);
      const command = revealAfter(session, refactoring.title, refactoring.changes);
      return (
        edit && {
          title: refactoring.title,
          kind: KINDS[refactoring.is],
          edit,
          ...(command ? { command } : {}),
        }
      );
    }),
  );
  return actions.flatMap((action) => action ?? []);
}
