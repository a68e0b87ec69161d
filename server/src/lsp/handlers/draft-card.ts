/** `aims/draftCard`: the text of a card for a folder, from its files and from what somebody answered. */
import { cardIn, draftIn, type Answers } from '../../draft';
import { DRAFT_CARD_REQUEST, type DraftCardParams } from '../../protocol';
import type { Session } from '../session';
import { answerDraft } from './draft-result';

export function answerDraftCard(session: Session): void {
  answerDraft<DraftCardParams>(session, DRAFT_CARD_REQUEST, {
    there: cardIn,
    draft: (snapshot, folder, { answers }) => draftIn(session.host, snapshot, folder, readAnswers(answers)),
  });
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
