/** What falls due anywhere in the workspace, worked out in slices and kept until something changes. */
import type { CancellationToken } from 'vscode-languageserver';
import { agendaOf, type DatedFinding } from '../rules/agenda';
import type { Snapshot } from '../workspace/snapshot';
import { errorText } from './log';
import type { Session } from './session';
import { inSlices } from './slices';

interface Kept {
  readonly snapshot: Snapshot;
  readonly key: string;
  readonly due: readonly DatedFinding[];
}

const kept = new WeakMap<Session, Kept>();

/** @returns undefined where it was cancelled */
export async function dueDays(
  session: Session,
  snapshot: Snapshot,
  token?: CancellationToken,
): Promise<readonly DatedFinding[] | undefined> {
  const { service, changes, log } = session;
  // Settings and the day change without the snapshot.
  const key = `${changes.revision} ${service.date()}`;
  const known = kept.get(session);
  if (known?.snapshot === snapshot && known.key === key) return known.due;
  const due: DatedFinding[] = [];
  const done = await inSlices(
    snapshot.files.keys(),
    (uri) => {
      const { severities } = service.settings.of(uri);
      const onError = (rule: string, error: unknown): void =>
        log.warn(`Rule ${rule} failed on ${uri}: ${errorText(error)}`);
      due.push(...agendaOf(snapshot, uri, { date: service.date(uri), severities, onError }));
    },
    token,
  );
  if (!done) return undefined;
  kept.set(session, { snapshot, key, due });
  return due;
}
