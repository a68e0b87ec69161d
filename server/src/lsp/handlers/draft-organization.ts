/** `aims/draftOrganization`: the text of an organization's file, which the editor shows before anything is written. */
import { RequestType } from 'vscode-languageserver';
import { draftOrganization, organizationOver } from '../../draft';
import { DRAFT_ORGANIZATION_REQUEST, type DraftCardParams, type DraftCardResult } from '../../protocol';
import { canonicalUri } from '../../workspace/uri';
import { answer } from '../answer';
import type { Session } from '../session';

const NOTHING: DraftCardResult = { is: 'nothing' };

export function answerDraftOrganization(session: Session): void {
  answer(
    session,
    new RequestType<Pick<DraftCardParams, 'folder'> | null, DraftCardResult, void>(
      DRAFT_ORGANIZATION_REQUEST,
    ),
    async (params) => {
      if (typeof params?.folder !== 'string') return NOTHING;
      const folder = canonicalUri(params.folder).replace(/(?<=[^/])\/$/, '');
      const snapshot = await session.snapshot();
      const there = organizationOver(snapshot, folder);
      if (there !== undefined) return { is: 'there', uri: session.documents.spell(there) };
      const drafted = await draftOrganization(session.host, snapshot, folder);
      return drafted ? { is: 'draft', uri: drafted.uri, text: drafted.text } : NOTHING;
    },
    // Somebody asked and waits, with a bar that shows it.
    { otherwise: NOTHING, staysOpen: true },
  );
}
