/** Which day everything is judged at. */
import { parseDay, type Day } from '../model/scalars';
import { UsageError, type Io } from './io';

const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

/**
 * `--at`, else the UTC day of SOURCE_DATE_EPOCH (seconds, https://reproducible-builds.org/specs/source-date-epoch/),
 * else today in UTC.
 *
 * @throws {UsageError} where either is no day of the calendar
 */
export function readDay(at: string | undefined, io: Pick<Io, 'env' | 'now'>): Day {
  if (at !== undefined) {
    const day = parseDay(at);
    if (day === undefined)
      throw new UsageError(`--at ${at}: not a day of the calendar, write it as ${dayOf(io.now())}`);
    return day;
  }
  const epoch = io.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return dayOf(io.now());
  const date = new Date(/^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : NaN);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999)
    throw new UsageError(`SOURCE_DATE_EPOCH=${epoch}: not a number of seconds since 1970`);
  return dayOf(date);
}
