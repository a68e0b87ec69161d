/** One event when the day changes: what was due tomorrow is due. */
import { refreshDiagnostics } from '../diagnostics/refresh';
import type { Session } from '../session';
import { later } from '../timers';

/** A computer that slept wakes within this time after its clock went on. In milliseconds. */
const LOOK = 15 * 60_000;
const DAY = 24 * 60 * 60_000;

export function followTheDay(session: Session): void {
  let date = session.clock.today();
  const look = (): void => {
    const now = session.clock.today();
    if (now !== date) {
      date = now;
      session.changes.announce();
      refreshDiagnostics(session);
    }
    const toMidnight = DAY - (Date.now() % DAY) + 50;
    later(look, Math.min(LOOK, toMidnight));
  };
  look();
}
