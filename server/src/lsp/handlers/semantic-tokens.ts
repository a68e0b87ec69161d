/** `textDocument/semanticTokens`: whole files, what changed since the last answer, and what is on the screen. */
import {
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type CancellationToken,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { editsBetween, semanticTokens } from '../../features/tokens';
import { aimsFileFor, type AimsFileNow } from '../aims-file';
import { answer } from '../answer';
import type { Session } from '../session';

interface Answered {
  readonly resultId: string;
  readonly data: number[];
}

export function answerSemanticTokens(session: Session): void {
  const answered = new Map<string, Answered>();
  let count = 0;
  session.onClosed((uri) => answered.delete(uri));
  const remember = ({ uri, file }: AimsFileNow): Answered => {
    const now = { resultId: String(++count), data: semanticTokens(file) };
    // Only open documents say when they are no longer needed.
    if (session.documents.get(uri)) answered.set(uri, now);
    return now;
  };
  const full = async (
    { textDocument }: SemanticTokensParams,
    token: CancellationToken,
  ): Promise<SemanticTokens | null> => {
    const found = await aimsFileFor(session, textDocument, token);
    return found ? remember(found) : null;
  };
  const delta = async (
    { textDocument, previousResultId }: SemanticTokensDeltaParams,
    token: CancellationToken,
  ): Promise<SemanticTokens | SemanticTokensDelta | null> => {
    const found = await aimsFileFor(session, textDocument, token);
    if (!found) return null;
    const before = answered.get(found.uri);
    const now = remember(found);
    return before?.resultId === previousResultId
      ? { resultId: now.resultId, edits: editsBetween(before.data, now.data) }
      : now;
  };
  const range = async (
    params: SemanticTokensRangeParams,
    token: CancellationToken,
  ): Promise<SemanticTokens | null> => {
    const found = await aimsFileFor(session, params.textDocument, token);
    return found ? { data: semanticTokens(found.file, params.range) } : null;
  };
  answer(session, SemanticTokensRequest.type, full, { otherwise: null });
  answer(session, SemanticTokensDeltaRequest.type, delta, { otherwise: null });
  answer(session, SemanticTokensRangeRequest.type, range, { otherwise: null });
}
