import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const MOST_RESTARTS = 4;
const WITHIN_MS = 3 * 60 * 1000;

/**
 * Restarts a server that ended by itself, at once and without a word, unless it keeps ending: after four restarts in
 * three minutes something is wrong that a fifth will not mend. The view and the status item then say so and offer to
 * try again; a popup would only interrupt.
 *
 * @param now milliseconds of a clock that only goes forward
 */
export function restartPolicy(now: () => number = () => performance.now()): ErrorHandler {
  let ends: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      ends = [...ends.filter((time) => now() - time <= WITHIN_MS), now()];
      const action = ends.length <= MOST_RESTARTS ? CloseAction.Restart : CloseAction.DoNotRestart;
      return { action, handled: true };
    },
  };
}
