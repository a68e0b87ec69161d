/** What day it is. */
import type { Clock } from '../service';

/**
 * The day of SOURCE_DATE_EPOCH (seconds since 1970) where it is set, so that builds can be repeated; else today. In
 * UTC, so that people in different places see the same.
 */
export function systemClock(environment: NodeJS.ProcessEnv = process.env): Clock {
  const epoch = environment.SOURCE_DATE_EPOCH;
  const fixed = epoch !== undefined && /^\d{1,11}$/.test(epoch) ? Number(epoch) * 1000 : undefined;
  return { today: () => new Date(fixed ?? Date.now()).toISOString().slice(0, 10) };
}
