/** What the last run says about a test that a card relies on, and whether that run saw the test as it is now. */
import { resultOf, testNames, type RunResult, type TestCase } from '../evidence';
import type { KnownEvidence } from './evidence-facts';
import type { EvidenceTarget } from './evidence-target';
import type { KnownReport } from './test-reports';
import { relativePath, rootOf } from './uri';

export interface LastRun {
  readonly kind: RunResult['kind'];
  /** URI of the report that says so. */
  readonly report: string;
  /** What the report says about a failure or a skip. */
  readonly message?: string;
  /** The test's file has not been written since the run; false where that cannot be told. */
  readonly isCurrent: boolean;
}

export interface RunSources {
  readonly roots: readonly string[];
  readonly reports: readonly KnownReport[];
  readonly evidence: KnownEvidence;
  /** Files that hold tests, for telling apart those of the same name. */
  readonly tests: ReadonlySet<string>;
}

/** @returns looks a test up; each is looked up once. Undefined where no report, or none that is clear, speaks of it. */
export function lastRuns(sources: RunSources): (target: EvidenceTarget) => LastRun | undefined {
  const known = new Map<string, LastRun | undefined>();
  const pathsIn = new Map<string, readonly string[]>();
  const testsOf = (root: string): readonly string[] => {
    let paths = pathsIn.get(root);
    if (!paths) {
      paths = [...sources.tests].flatMap((uri) => relativePath(root, uri) ?? []);
      pathsIn.set(root, paths);
    }
    return paths;
  };
  return (target) => {
    if (!target.isTest || sources.reports.length === 0) return undefined;
    const key = `${target.uri} ${target.key}`;
    if (!known.has(key)) known.set(key, lastRun(target, sources, testsOf));
    return known.get(key);
  };
}

function lastRun(
  { uri, part }: EvidenceTarget,
  { roots, reports, evidence }: RunSources,
  testsOf: (root: string) => readonly string[],
): LastRun | undefined {
  const root = rootOf(uri, roots);
  const path = root === undefined ? undefined : relativePath(root, uri);
  const named = testNames(uri, part);
  if (root === undefined || path === undefined || !named) return undefined;
  const own = reports.filter((report) => report.root === root).map((report) => mayMean(path, report));
  const result = resultOf({ path, ...named }, own, testsOf(root));
  if (result.kind === 'none' || result.kind === 'unknown') return undefined;
  const report = own.find((each) => each.path === result.report);
  if (!report) return undefined;
  const written = evidence.files.get(uri)?.modified;
  const ranAt = earliest(result, report);
  return {
    kind: result.kind,
    report: report.uri,
    ...(result.message === undefined ? {} : { message: result.message }),
    isCurrent: written !== undefined && ranAt !== undefined && ranAt >= written,
  };
}

const bySegment = new WeakMap<KnownReport, ReadonlyMap<string, readonly TestCase[]>>();

/**
 * The report with only the cases that can mean tests of the file: Python's are named after the module. A report has ten
 * thousands of cases, and each of hundreds of tests would go through all of them.
 */
function mayMean(path: string, report: KnownReport): KnownReport {
  if (!/\.py$/i.test(path)) return report;
  let cases = bySegment.get(report);
  if (!cases) {
    const found = new Map<string, TestCase[]>();
    for (const each of report.cases)
      for (const segment of new Set(each.className.split('.'))) {
        const known = found.get(segment);
        if (known) known.push(each);
        else found.set(segment, [each]);
      }
    bySegment.set(report, (cases = found));
  }
  const module = path.slice(0, -'.py'.length).split(/[/.]/).at(-1) ?? '';
  return { ...report, cases: cases.get(module) ?? [] };
}

const HOUR = 60 * 60 * 1000;
/** Clocks run up to 14 hours ahead of UTC and 12 behind it. */
const [AHEAD, BEHIND] = [14 * HOUR, 12 * HOUR];

/**
 * The earliest moment the run can have taken place, in milliseconds since 1970. A report that names no time zone was
 * written when its run was over: where the file's own time fits what it says, that is the moment.
 */
function earliest({ ranAt }: RunResult, { modified }: KnownReport): number | undefined {
  if (!ranAt) return modified;
  if (ranAt.hasZone) return ranAt.epoch;
  const fits =
    modified !== undefined && modified >= ranAt.epoch - AHEAD && modified <= ranAt.epoch + BEHIND + 24 * HOUR;
  return fits ? modified : ranAt.epoch - AHEAD;
}
