/** What time it is. Everything is in UTC, so that people in different places see the same. */
import type { Clock } from '../service';
import type { Day } from '../model/scalars';

export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

/** To the second: `2026-11-01T09:12:33Z`. */
export const timestampOf = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

/**
 * What SOURCE_DATE_EPOCH (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch/) takes the time
 * to be, so that builds can be repeated; undefined where it is not set.
 */
export function sourceDate(
  environment: Readonly<Record<string, string | undefined>>,
): Date | 'invalid' | undefined {
  const epoch = environment.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return undefined;
  const date = new Date(/^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : NaN);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? 'invalid' : date;
}

export interface SystemClock extends Clock {
  /** As `timestampOf`. */
  now(): string;
}

/** The clock of the machine, or SOURCE_DATE_EPOCH where it is set to something that makes sense. */
export function systemClock(environment: NodeJS.ProcessEnv = process.env): SystemClock {
  const given = sourceDate(environment);
  const date = (): Date => (given instanceof Date ? given : new Date());
  return { today: () => dayOf(date()), now: () => timestampOf(date()) };
}
