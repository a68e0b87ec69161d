/** `aims/draftCard`: the text of a card for a folder, which the editor shows before anything is written. */
import { RequestType } from 'vscode-languageserver';
import { cardIn, draftIn } from '../../draft';
import { DRAFT_CARD_REQUEST, type DraftCardParams, type DraftCardResult } from '../../protocol';
import { canonicalUri } from '../../workspace/uri';
import { answer } from '../answer';
import type { Session } from '../session';

const NOTHING: DraftCardResult = { is: 'nothing' };

export function answerDraftCard(session: Session): void {
  answer(
    session,
    new RequestType<DraftCardParams | null, DraftCardResult, void>(DRAFT_CARD_REQUEST),
    (params) => draftCard(session, params),
    // Somebody asked and waits, with a bar that shows it.
    { otherwise: NOTHING, staysOpen: true },
  );
}

async function draftCard(session: Session, params: DraftCardParams | null): Promise<DraftCardResult> {
  if (typeof params?.folder !== 'string') return NOTHING;
  const folder = canonicalUri(params.folder).replace(/(?<=[^/])\/$/, '');
  const snapshot = await session.snapshot();
  const there = cardIn(snapshot, folder);
  if (there !== undefined) return { is: 'there', uri: session.documents.spell(there) };
  const drafted = await draftIn(session.host, snapshot, folder);
  return drafted ? { is: 'draft', uri: drafted.uri, text: drafted.text } : NOTHING;
}
