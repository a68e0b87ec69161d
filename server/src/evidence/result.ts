/** What the last run says about a test. */
import { tr, type Later } from '../l10n/tr';
import { fileTypeOf } from './file-type';
import type { RunTime, TestCase } from './junit';
import { ownsReport } from './report-owner';
import { matchJs } from './result-js';
import { matchPython } from './result-python';
import type { Match, RunResult, TestId, TestReport, TestResult } from './result-types';
import { unknown } from './types';

/**
 * The newest report wins.
 *
 * @param files paths of all tests the workspace knows: reports name files from where the run started, and only with this
 *   can two files of a monorepo with the same end of their path be told to be two
 */
export function resultOf(
  test: TestId,
  reports: readonly TestReport[],
  files: readonly string[] = [],
): TestResult {
  const type = fileTypeOf(test.path);
  if (type !== 'python' && type !== 'javascript') return { kind: 'none' };
  const said = reports.flatMap((report) => {
    const matches = report.cases.flatMap((each) => {
      const match = type === 'python' ? matchPython(test, each) : matchJs(test, each);
      return match ?? [];
    });
    return matches.length === 0 ? [] : inReport(test, report, matches, files);
  });
  return newest(said);
}

/** A result, or that one cannot be told, with the time it counts from. */
interface Statement {
  readonly result: RunResult | { readonly kind: 'unknown'; readonly reason: string };
  readonly epoch: number | undefined;
  readonly hasZone: boolean;
}

function inReport(
  test: TestId,
  report: TestReport,
  matches: readonly Match[],
  files: readonly string[],
): Statement[] {
  const best = matches.reduce((most, { fit }) => Math.max(most, fit), 0);
  const fitting = matches.filter(({ fit }) => fit === best);
  const place = fitting[0]?.place ?? '';
  const ranAt = latest(fitting);
  const epoch = ranAt?.epoch ?? report.modified;
  const state = { epoch, hasZone: ranAt?.hasZone ?? true };
  const dubious = (reason: Later): Statement[] => [{ ...state, result: unknown(reason) }];
  if (fitting.some((match) => match.place !== place))
    return dubious(() => tr('The report has such a test in several files.'));
  const owns = ownsReport(test.path, place, report.path, files);
  if (owns === 'no') return [];
  if (owns === 'unclear')
    return dubious(() => tr('Several files of the workspace can be meant in the report.'));
  const outcomes = new Set(fitting.map((match) => match.case.outcome));
  const titles = new Set(fitting.map(({ title }) => title));
  if (outcomes.size > 1 && (titles.size > 1 || place === ''))
    return dubious(() => tr('Several tests have this title.'));
  // Of a run that was broken off, or a report that is still being written, nothing is known: not even that a failure
  // was the last word, since a runner may try again.
  if (!report.complete) return dubious(() => tr('The report is cut off.'));
  return [{ ...state, result: summary(report.path, fitting, ranAt) }];
}

function latest(matches: readonly Match[]): RunTime | undefined {
  return matches
    .flatMap((match) => match.case.ranAt ?? [])
    .reduce<RunTime | undefined>((last, time) => (last && last.epoch >= time.epoch ? last : time), undefined);
}

function summary(report: string, matches: readonly Match[], ranAt: RunTime | undefined): RunResult {
  const of = (outcome: TestCase['outcome']): readonly TestCase[] =>
    matches.map((match) => match.case).filter((each) => each.outcome === outcome);
  const [passed, failed, skipped] = [of('passed'), of('failed'), of('skipped')];
  const kind = failed.length > 0 ? 'failed' : passed.length > 0 ? 'passed' : 'skipped';
  const message = (kind === 'failed' ? failed : kind === 'skipped' ? skipped : [])[0]?.message;
  return {
    kind,
    report,
    cases: { passed: passed.length, failed: failed.length, skipped: skipped.length },
    ...(ranAt === undefined ? {} : { ranAt }),
    ...(message === undefined ? {} : { message }),
  };
}

/** Time zones differ by up to 26 hours. */
const ZONES = 26 * 60 * 60 * 1000;

function newest(said: readonly Statement[]): TestResult {
  const [first] = said;
  if (!first) return { kind: 'none' };
  const untimed = said.some(({ epoch }) => epoch === undefined);
  const last = Math.max(...said.map(({ epoch }) => epoch ?? -Infinity));
  const lastHasZone = said.some(({ epoch, hasZone }) => epoch === last && hasZone);
  const candidates = said.filter(
    ({ epoch, hasZone }) =>
      untimed || epoch === last || (hasZone !== lastHasZone && last - (epoch ?? 0) < ZONES),
  );
  const ranking = [...candidates].sort((a, b) => (b.epoch ?? 0) - (a.epoch ?? 0) || order(a) - order(b));
  const chosen = ranking[0] ?? first;
  // Shards of one run say the same moment: there, a failure counts. Otherwise all that may be the newest must agree.
  const sameMoment = candidates.every(({ epoch }) => epoch === last);
  const agree = candidates.every(({ result }) => result.kind === chosen.result.kind);
  return sameMoment || agree
    ? chosen.result
    : unknown(() => tr('The reports do not tell which of them is the newest.'));
}

const ORDER: Readonly<Record<string, number>> = { failed: 0, unknown: 1, passed: 2, skipped: 3 };

function order({ result }: Statement): number {
  return ORDER[result.kind] ?? 0;
}
