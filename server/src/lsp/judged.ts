/** An organization is judged by its systems, of which there may be thousands: they are judged first, in slices. */
import type { CancellationToken } from 'vscode-languageserver';
import { evaluateSubject } from '../verdict/evaluate';
import type { AimsFileNow } from './aims-file';
import { cancelled } from './answer';
import type { Session } from './session';
import { inSlices } from './slices';

/**
 * Afterwards the verdicts of a file are there at once. Each system is judged at the day of the file that asks.
 * @throws ResponseError where the request was cancelled on the way
 */
export async function judgeSystemsOf(
  { service }: Session,
  { snapshot, uri }: Pick<AimsFileNow, 'snapshot' | 'uri'>,
  token?: CancellationToken,
): Promise<void> {
  const systems = snapshot.organizations
    .filter((organization) => organization.uri === uri)
    .flatMap((organization) => organization.systems);
  const date = service.date(uri);
  const isDone = await inSlices(systems, (system) => void evaluateSubject(snapshot, system, date), token);
  if (!isDone) throw cancelled();
}
