/** The days the trend is read at. */

/** How many months back; the picture has room for them, and for now. */
export const MONTHS_BACK = 12;

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * The last days of the months before the one a day lies in, oldest first.
 * @param date YYYY-MM-DD
 */
export function monthEndsBefore(date: string): readonly string[] {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return Array.from({ length: MONTHS_BACK }, (_, index) =>
    iso(Date.UTC(year, month - 1 - (MONTHS_BACK - 1 - index), 0)),
  );
}
