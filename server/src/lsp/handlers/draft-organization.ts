/** `aims/draftOrganization`: the text of an organization's file. */
import { draftOrganization, organizationOver } from '../../draft';
import { DRAFT_ORGANIZATION_REQUEST } from '../../protocol';
import type { Session } from '../session';
import { answerDraft } from './draft-result';

export function answerDraftOrganization(session: Session): void {
  answerDraft(session, DRAFT_ORGANIZATION_REQUEST, {
    there: organizationOver,
    draft: (snapshot, folder) => draftOrganization(session.host, snapshot, folder),
  });
}
