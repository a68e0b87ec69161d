/** `aims/draftCard`: the text of a card for a folder, which the editor shows before anything is written. */
import { RequestType } from 'vscode-languageserver';
import { cardIn, draftIn, type Answers } from '../../draft';
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
  const drafted = await draftIn(session.host, snapshot, folder, readAnswers(params.answers));
  return drafted ? { is: 'draft', uri: drafted.uri, text: drafted.text } : NOTHING;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Any client may send anything: what is no answer was not given. */
function readAnswers(answers: unknown): Answers | undefined {
  if (typeof answers !== 'object' || answers === null) return undefined;
  const { id, name, owner, roles, stage, purpose } = answers as Partial<Record<keyof Answers, unknown>>;
  if (!isText(id) || !isText(name)) return undefined;
  return {
    id,
    name,
    owner: isText(owner) ? owner : undefined,
    roles: Array.isArray(roles) ? roles.filter(isText) : undefined,
    stage: isText(stage) ? stage : undefined,
    purpose: isText(purpose) ? purpose : undefined,
  };
}
