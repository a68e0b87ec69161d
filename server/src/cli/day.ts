/** Which day everything is judged at, and what time it is. */
import { parseDay, type Day } from '../model/scalars';
import { dayOf } from '../clock';
import { sourceDate } from '../node/clock';
import { UsageError, type Io } from './io';
import { printable } from './terminal';

/**
 * SOURCE_DATE_EPOCH, else the clock.
 *
 * @throws {UsageError} where SOURCE_DATE_EPOCH is no time
 */
export function readNow(io: Pick<Io, 'env' | 'now'>): Date {
  const given = sourceDate(io.env);
  if (given === 'invalid')
    throw new UsageError(
      `SOURCE_DATE_EPOCH=${io.env.SOURCE_DATE_EPOCH ?? ''}: not a number of seconds since 1970`,
    );
  return given ?? io.now();
}

/**
 * A day as an option gives it; undefined where it does not.
 *
 * @throws {UsageError} where it is no day of the calendar
 */
export function readDayOption(
  option: string,
  given: string | undefined,
  io: Pick<Io, 'env' | 'now'>,
): Day | undefined {
  if (given === undefined) return undefined;
  const day = parseDay(given);
  if (day === undefined)
    throw new UsageError(
      `--${option} ${printable(given)}: not a day of the calendar, write it as ${dayOf(readNow(io))}`,
    );
  return day;
}

/**
 * Today in UTC, for what no option gives a day.
 *
 * @throws {UsageError} where SOURCE_DATE_EPOCH is no time
 */
export const today = (io: Pick<Io, 'env' | 'now'>): Day => dayOf(readNow(io));
