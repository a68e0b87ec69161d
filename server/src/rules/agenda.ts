/** What falls due, for a calendar: the findings of the rules about days, asked far ahead. */
import { addDuration, type Day } from '../model/scalars';
import type { Snapshot } from '../workspace/snapshot';
import { findingsIn, type RunOptions } from './engine';
import type { Finding, Rule } from './rule';

/** Days ahead: a year, and the day itself. */
const AHEAD = 366;

export type DatedFinding = Finding & { readonly due: Day };

/** Rules with a word for what is coming due are the ones that say a day. Others need not run. */
const tellsDays = ({ message }: Rule): boolean =>
  typeof message !== 'string' && Object.keys(message).some((key) => /^soon|Soon$/.test(key));

const isDated = (finding: Finding): finding is DatedFinding => finding.due !== undefined;

/**
 * What of a file was due and is not done, and what falls due until a year after the date, by day. What the user turned
 * off or silenced is left out, as everywhere.
 */
export function agendaOf(
  snapshot: Snapshot,
  uri: string,
  options: Pick<RunOptions, 'date' | 'severities' | 'onError'>,
): readonly DatedFinding[] {
  const last = addDuration(options.date, { count: 1, unit: 'year' });
  return findingsIn(snapshot, uri, { ...options, comingDueDays: AHEAD, everyRhythm: true, only: tellsDays })
    .filter(isDated)
    .filter(({ due }) => due <= last)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
