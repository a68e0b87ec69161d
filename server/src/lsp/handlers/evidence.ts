/** `aims/evidence` and `aims/readAgain`: evidence as checks, and reading all of it anew. */
import { RequestType } from 'vscode-languageserver';
import { evidenceRows } from '../../features/evidence-checks';
import { subjectKey } from '../../features/tree/subject-key';
import {
  EVIDENCE_REQUEST,
  READ_AGAIN_REQUEST,
  type EvidenceParams,
  type EvidenceResult,
  type Location,
} from '../../protocol';
import { answer } from '../answer';
import { toLocation } from '../diagnostics/to-diagnostic';
import type { Session } from '../session';
import { rescan } from '../sync/folders';

export function answerEvidence(session: Session): void {
  answer(
    session,
    new RequestType<EvidenceParams | null, EvidenceResult, void>(EVIDENCE_REQUEST),
    (params) => evidence(session, params),
    { otherwise: { rows: [] }, staysOpen: true },
  );
  answer(
    session,
    new RequestType<unknown, null, void>(READ_AGAIN_REQUEST),
    async () => {
      await rescan(session);
      return null;
    },
    // Whoever asks waits for it, however large the workspace.
    { otherwise: null, staysOpen: true },
  );
}

async function evidence(session: Session, params: EvidenceParams | null): Promise<EvidenceResult> {
  const snapshot = await session.snapshot();
  const subject = [...snapshot.systems, ...snapshot.organizations].find(
    (each) => subjectKey(each) === params?.subject,
  );
  if (!subject) return { rows: [] };
  const rows = evidenceRows(snapshot, subject, session.service.date(subject.uri));
  const spelled = <T extends { readonly location?: Location }>(of: T): T =>
    of.location ? { ...of, location: toLocation(session, of.location) } : of;
  return { rows: rows.map((row) => ({ ...spelled(row), checks: row.checks.map(spelled) })) };
}
