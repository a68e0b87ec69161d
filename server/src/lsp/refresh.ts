/** Tells the client to ask again, when what it shows of a file changed without a keystroke in it. */
import type { Snapshot } from '../workspace/snapshot';
import { debounced } from './changes';
import { errorText } from './log';
import type { Session } from './session';

/** After a change, and after the first of many. In milliseconds. */
const QUIET = 300;
const AT_MOST = 1_000;

export interface Refreshed {
  /** Name of the request to the client. */
  readonly method: string;
  readonly isSupported: (session: Session) => boolean;
  /** What an editor shows of a file, as text to compare; where it stands is left out: the editor moves that itself. */
  readonly shown: (snapshot: Snapshot, uri: string) => string;
}

export function refreshWhenDifferent(session: Session, { method, isSupported, shown }: Refreshed): void {
  let before = new Map<string, string>();
  const look = async (): Promise<void> => {
    if (!isSupported(session)) return;
    const snapshot = await session.snapshot();
    const now = new Map(
      [...session.documents.all()]
        .filter(({ key }) => snapshot.files.has(key))
        .map(({ key }) => [key, shown(snapshot, key)]),
    );
    const isDifferent = [...now].some(([uri, text]) => before.has(uri) && before.get(uri) !== text);
    before = now;
    if (isDifferent) await session.connection.sendRequest(method);
  };
  session.changes.onChange(
    debounced(
      () => void look().catch((error: unknown) => session.log.error(`${method} failed: ${errorText(error)}`)),
      QUIET,
      AT_MOST,
    ),
  );
}
