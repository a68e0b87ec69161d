/** `codeAction/resolve`: the edit of an action, made when somebody has chosen it. */
import { CodeActionResolveRequest } from 'vscode-languageserver';
import { tr } from '../../l10n/tr';
import { answerResolving } from '../answer';
import type { Session } from '../session';
import { warn } from '../warn';
import { resolveApproval } from './approvals';
import { resolveCard } from './card-actions';

export function answerResolvedActions(session: Session): void {
  answerResolving(
    session,
    CodeActionResolveRequest.type,
    async (action) => (await resolveCard(session, action)) ?? resolveApproval(session, action),
    {
      onFailed: () => warn(session, tr('The change could not be worked out. The log of AIMS says more.')),
      // A large file that is approved has to be read first.
      staysOpen: true,
    },
  );
}
