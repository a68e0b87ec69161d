/** `codeAction/resolve`: the edit of an action, made when somebody has chosen it. */
import { CodeActionResolveRequest } from 'vscode-languageserver';
import { answer } from '../answer';
import type { Session } from '../session';
import { resolveApproval } from './approvals';
import { resolveCard } from './card-actions';

export function answerResolvedActions(session: Session): void {
  answer(
    session,
    CodeActionResolveRequest.type,
    async (action) => (await resolveCard(session, action)) ?? resolveApproval(session, action),
    { otherwise: { title: '' } },
  );
}
