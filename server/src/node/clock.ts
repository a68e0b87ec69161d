/** The clock of the machine, and the day that a build may set in its place. */
import { clockOf, type SystemClock } from '../clock';

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

/** The clock of the machine, or SOURCE_DATE_EPOCH where it is set to something that makes sense. */
export function systemClock(environment: NodeJS.ProcessEnv = process.env): SystemClock {
  const given = sourceDate(environment);
  return clockOf(() => (given instanceof Date ? given : new Date()));
}
