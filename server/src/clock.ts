/** What time it is. Everything is in UTC, so that people in different places see the same. */
import type { Day } from './model/scalars';
import type { Clock } from './service';

export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

/** To the second: `2026-11-01T09:12:33Z`. */
export const timestampOf = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

export interface SystemClock extends Clock {
  /** As `timestampOf`. */
  now(): string;
}

/** @param date what it takes the time to be */
export const clockOf = (date: () => Date): SystemClock => ({
  today: () => dayOf(date()),
  now: () => timestampOf(date()),
});
