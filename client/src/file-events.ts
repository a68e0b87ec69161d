/** Word of changed files reaches the server in time. */
import type { FileEvent, Middleware } from 'vscode-languageclient';

type OnFileEvent = NonNullable<NonNullable<Middleware['workspace']>['didChangeWatchedFile']>;

/** The client sends changes once none came for so long. In milliseconds. */
const QUIET = 250;
/** How long it may be kept from that. In milliseconds. */
const LONG = 500;

export interface Timing {
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly later: (run: () => void, milliseconds: number) => void;
}

const REAL: Timing = {
  now: () => performance.now(),
  later: (run, milliseconds) => void setTimeout(run, milliseconds),
};

/**
 * A file that is written to all the time, such as a log, would keep the client from sending the changes of all others.
 * When that has gone on for a while, events wait here until it has sent what came before.
 */
export function fileEventsInTime({ now, later }: Timing = REAL): OnFileEvent {
  let since = 0;
  let last = -Infinity;
  let held: Map<string, () => Promise<void>> | undefined;
  const pass: OnFileEvent = (event, next) => {
    if (held) {
      held.set(keyOf(event), () => pass(event, next));
      return Promise.resolve();
    }
    const time = now();
    if (time - last >= QUIET) since = time;
    last = time;
    if (time - since >= LONG) {
      held = new Map();
      later(release, 2 * QUIET);
    }
    return next(event);
  };
  const release = (): void => {
    const waiting = held?.values() ?? [];
    held = undefined;
    // The client says in the log what could not be sent.
    for (const go of waiting) go().catch(() => undefined);
  };
  return pass;
}

const keyOf = ({ type, uri }: FileEvent): string => `${type} ${uri}`;
