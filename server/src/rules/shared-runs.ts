/** Tests that a card relies on, with how they went. */
import { tr } from '../l10n/tr';
import type { Artefact } from '../model/build';
import type { Place } from '../model/located';
import type { Day } from '../model/scalars';
import { visibleText } from '../syntax/quoteForUser';
import type { LastRun } from '../workspace/last-run';
import type { Snapshot } from '../workspace/snapshot';
import { baseName } from '../workspace/uri';
import type { Report } from './rule';
import { isClaimed } from './shared-paths';

export interface TestRun {
  /** The test as written. */
  readonly test: string;
  readonly run: LastRun;
  readonly place: Place;
  /** Where the same file relies on it again. */
  readonly again: readonly Place[];
}

/** The tests of a document that went so in their last run, each once. */
export function testRuns(
  kind: LastRun['kind'],
  artefact: Artefact,
  snapshot: Snapshot,
  date: Day,
): readonly TestRun[] {
  const runs = new Map<string, TestRun>();
  if (snapshot.reports.length === 0) return [];
  for (const reference of artefact.paths) {
    const { text, place, anchor } = reference;
    const run = snapshot.lastRun(text, artefact.uri, anchor?.text);
    if (run?.kind !== kind || !isClaimed(artefact, reference, date)) continue;
    const test = anchor ? `${text}::${anchor.text.replace(/^(?:#|::)/, '')}` : text;
    const known = runs.get(test);
    runs.set(test, known ? { ...known, again: [...known.again, place] } : { test, run, place, again: [] });
  }
  return [...runs.values()];
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const MOST_SAID = 120;

/** What a finding about a run says. */
export function reportOf({ test, run, again }: Omit<TestRun, 'place'>): Report {
  const message = run.message === undefined ? '' : visibleText(run.message, MOST_SAID);
  return {
    args: { test, report: baseName(run.report), said: message === '' ? '' : ` (${message})` },
    related: [
      { uri: run.report, range: START, message: tr('The report of the run.') },
      ...again.map((place) => ({ place, part: 'value' as const, message: tr('Relies on the same test.') })),
    ],
  };
}
