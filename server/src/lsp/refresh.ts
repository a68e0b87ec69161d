/** Tells the client to ask again, when what it shows of a file changed without a keystroke in it. */
import type { Snapshot } from '../workspace/snapshot';
import { debounced } from './changes';
import { judgeSystemsOf } from './judged';
import { errorText } from './log';
import type { Session } from './session';

/** After a change, and after the first of many. In milliseconds. */
const QUIET = 300;
const AT_MOST = 1_000;

/** The last answer about a file. */
interface LastAnswer {
  /** What it was worked out from. */
  readonly from: Snapshot;
  /** What the editor shows, as text to compare. Where it stands is left out: the editor moves that itself. */
  readonly shown: string;
  /** What the same question would be answered now. */
  readonly again: (snapshot: Snapshot) => string;
}

/**
 * @param method of the request to the client
 * @returns takes note of an answer about a file, by its canonical URI
 */
export function refreshWhenDifferent(
  session: Session,
  method: string,
  isSupported: () => boolean,
): (uri: string, answer: LastAnswer) => void {
  const answers = new Map<string, LastAnswer>();
  const look = async (): Promise<void> => {
    if (answers.size === 0) return;
    const snapshot = await session.snapshot();
    let isDifferent = false;
    for (const [uri, answer] of answers) {
      await judgeSystemsOf(session, { snapshot, uri });
      // Answered anew in the meantime, or closed.
      if (answers.get(uri) !== answer) continue;
      const { shown, again } = answer;
      const now = again(snapshot);
      if (now === shown) continue;
      isDifferent = true;
      answers.set(uri, { from: snapshot, shown: now, again });
    }
    if (isDifferent) await session.connection.sendRequest(method);
  };
  session.onClosed((uri) => answers.delete(uri));
  const failed = (error: unknown): void => session.log.error(`${method} failed: ${errorText(error)}`);
  const lookSoon = debounced(() => void look().catch(failed), QUIET, AT_MOST);
  session.changes.onChange(lookSoon);
  return (uri, answer) => {
    if (!isSupported() || !session.documents.get(uri)) return;
    answers.set(uri, answer);
    // What changed while the answer was worked out may have been looked at before it was there.
    session.snapshot().then((now) => {
      if (now !== answer.from) lookSoon();
    }, failed);
  };
}
