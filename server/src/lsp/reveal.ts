/** Where the cursor goes when an action is done. */
import type { Command } from 'vscode-languageserver';
import type { FileChange } from '../fixes/edit';
import { firstToFillIn } from '../fixes/to-fill-in';
import { REVEAL_PLACE, type RevealPlace } from '../protocol';
import { toLocation } from './diagnostics/to-diagnostic';
import type { Session } from './session';

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * The command to run once an edit is applied: to what it leaves to be filled in, else to a file it creates, since one that
 * nobody sees is neither filled in nor saved.
 *
 * @returns undefined where the client knows no such command, or the cursor is best left where it is
 */
export function revealAfter(
  session: Session,
  title: string,
  changes: readonly FileChange[],
): Command | undefined {
  if (!session.client.revealsPlaces) return undefined;
  const open = firstToFillIn(changes.filter((change) => change.kind !== 'draft'));
  const created = changes.find(({ kind }) => kind !== 'edit');
  if (!open && !created) return undefined;
  const place: RevealPlace = open
    ? { location: toLocation(session, open), select: true }
    : { location: { uri: created?.uri ?? '', range: TOP } };
  return { title, command: REVEAL_PLACE, arguments: [place] };
}
