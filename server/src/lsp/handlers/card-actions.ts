/** Actions that create a card. What it is to say is read from files, so that the edit is made when one is chosen. */
import { tr } from '../../l10n/tr';
import type { CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver';
import { createCard, draftIn, withDrafts } from '../../draft';
import { hasMlLine } from '../../features/ml-line';
import type { Fix } from '../../fixes/edit';
import { DRAFT_CARD } from '../../protocol';
import { codeView } from '../../rules/shared-code';
import type { Snapshot } from '../../workspace/snapshot';
import { canonicalUri, folderOf } from '../../workspace/uri';
import type { Session } from '../session';
import { warn } from '../warn';
import { revealAfter } from '../reveal';
import { toBeConfirmed, toWorkspaceEdit } from '../workspace-edit';

/** What an action remembers until it is chosen. */
interface CardData {
  /** The folder whose card is drafted. */
  readonly draft: string;
}

/** Where a fix drafts a card: the folder; undefined for other fixes. */
export const draftedFolder = ({ changes }: Fix): string | undefined =>
  changes.flatMap((change) => (change.kind === 'draft' ? [change.folder] : []))[0];

/**
 * The action of a fix that drafts a card: left to a client that shows drafts in an editor of its own, else with its edit
 * where the client does not ask for it later.
 * @returns undefined where the client does neither and creates no files, or there is nothing to create
 */
export async function draftAction(
  session: Session,
  snapshot: Snapshot,
  fix: Fix,
  folder: string,
): Promise<CodeAction | undefined> {
  const { client, host } = session;
  const uris = fix.changes.map(({ uri }) => uri);
  const isFree = await Promise.all(uris.map(async (uri) => (await host.stat(uri)) === 'missing'));
  if (isFree.includes(false)) return undefined;
  if (client.draftsCards) {
    const command = { title: fix.title, command: DRAFT_CARD, arguments: [session.documents.spell(folder)] };
    return { title: fix.title, command };
  }
  if (!client.createsFiles) return undefined;
  const data: CardData = { draft: folder };
  if (client.resolvesActions) return { title: fix.title, data };
  const written = await withDrafts(host, snapshot, fix);
  const edit = written && (await toWorkspaceEdit(session, written, new Map()));
  const command = written && revealAfter(session, fix.title, written.changes);
  return (
    edit && {
      title: fix.title,
      edit: confirmed(session, edit, fix.title),
      ...(command ? { command } : {}),
    }
  );
}

/** The card of a file of code that no card covers. @param uri of the file */
export function cardFix(snapshot: Snapshot, uri: string): Fix | undefined {
  const file = canonicalUri(uri);
  const folder = folderOf(file);
  const isUncovered = codeView(snapshot)
    .uncovered.get(folder)
    ?.some((entry) => entry.uri === file);
  return isUncovered ? createCard(snapshot, folder)[0] : undefined;
}

/** Is a model at work on one of these lines of an open file? `uncovered-ml-code` marks one of them only. */
export function isOnMlLine(
  { documents }: Session,
  snapshot: Snapshot,
  uri: string,
  { start, end }: Range,
): boolean {
  const facts = snapshot.code.get(canonicalUri(uri))?.facts;
  const text = documents.get(uri)?.document.getText({
    start: { line: start.line, character: 0 },
    end: { line: end.line + 1, character: 0 },
  });
  return facts !== undefined && text !== undefined && hasMlLine(facts, start.line, end.line, text);
}

/** Any client may send anything. */
const folderIn = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'draft' in data && typeof data.draft === 'string'
    ? canonicalUri(data.draft)
    : undefined;

/** @returns undefined where the action is none of these */
export async function resolveCard(session: Session, action: CodeAction): Promise<CodeAction | undefined> {
  const folder = folderIn(action.data);
  if (folder === undefined) return undefined;
  const snapshot = await session.snapshot();
  const drafted = await draftIn(session.host, snapshot, folder);
  const changes = drafted ? [{ kind: 'create' as const, uri: drafted.uri, text: drafted.text }] : [];
  const edit = drafted && (await toWorkspaceEdit(session, { title: action.title, changes }, new Map()));
  if (!edit) {
    // An action that was chosen cannot be disabled any more.
    warn(session, tr('No card was created: there is one by now, or nothing is left to draft it from.'));
    return action;
  }
  // The place that was named before the text was known was no more than the file.
  const command = revealAfter(session, action.title, changes);
  return { ...action, edit: confirmed(session, edit, action.title), ...(command ? { command } : {}) };
}

const confirmed = (session: Session, edit: WorkspaceEdit, label: string): WorkspaceEdit =>
  toBeConfirmed(session, edit, {
    label,
    description: tr('Drafted from code and files. Check each line before you rely on it.'),
  });
