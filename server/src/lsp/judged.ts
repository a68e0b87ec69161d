/** An organization is judged by its systems, of which there may be thousands: they are judged first, in slices. */
import type { CancellationToken } from 'vscode-languageserver';
import { evaluateSubject } from '../verdict/evaluate';
import type { OrganizationEntry, Snapshot } from '../workspace/snapshot';
import type { AimsFileNow } from './aims-file';
import { cancelled } from './answer';
import type { Session } from './session';
import { inSlices } from './slices';

/**
 * Afterwards the verdicts of a file are there at once. Each system is judged at the day of the file that asks.
 * @throws ResponseError where the request was cancelled on the way
 */
export async function judgeSystemsOf(
  session: Session,
  { snapshot, uri }: Pick<AimsFileNow, 'snapshot' | 'uri'>,
  token?: CancellationToken,
): Promise<void> {
  await judge(session, snapshot, (organization) => organization.uri === uri, token);
}

/** As `judgeSystemsOf`, for all files. */
export async function judgeAll(
  session: Session,
  snapshot: Snapshot,
  token?: CancellationToken,
): Promise<void> {
  await judge(session, snapshot, () => true, token);
}

async function judge(
  { service }: Session,
  snapshot: Snapshot,
  isWanted: (organization: OrganizationEntry) => boolean,
  token: CancellationToken | undefined,
): Promise<void> {
  const judged = snapshot.organizations
    .filter(isWanted)
    .flatMap(({ uri, systems }) => systems.map((system) => ({ system, date: service.date(uri) })));
  const isDone = await inSlices(
    judged,
    ({ system, date }) => void evaluateSubject(snapshot, system, date),
    token,
  );
  if (!isDone) throw cancelled();
}
