/** What the editor takes from its settings and the command line from options. */
import { relative, sep } from 'node:path';
import type { Settings } from '../settings/settings';
import { UsageError, type Io } from './io';

export interface Judging {
  /** As typed: paths or patterns from the working directory. */
  readonly testResults: readonly string[];
  /** Undefined: as by default. */
  readonly comingDueDays?: number | undefined;
}

/** Shown in the help of commands that take them. */
export const TEST_RESULTS_HELP = 'where reports of test runs are (JUnit XML), besides the usual places';

/** @throws {UsageError} for anything but a number of days the settings take too */
export function readDays(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const days = Number(given);
  if (!/^\d+$/.test(given) || days > 366)
    throw new UsageError(`--${option} ${given}: must be a number of days from 0 to 366`);
  return days;
}

/** As the service takes it. @param root of the repository, absolute; patterns count from there */
export function settingsFor(
  { testResults, comingDueDays }: Judging,
  { cwd }: Pick<Io, 'cwd'>,
  root: string,
): Partial<Settings> {
  const here = relative(root, cwd).split(sep).join('/');
  return {
    testResults: testResults.map((given) => normalized(here, given, root)),
    ...(comingDueDays === undefined ? {} : { comingDueDays }),
  };
}

function normalized(here: string, given: string, root: string): string {
  const path = given.split(sep).join('/');
  const base = root.split(sep).join('/');
  if (path.startsWith(`${base}/`)) return path.slice(base.length + 1);
  const steps: string[] = [];
  for (const step of `${here}/${path}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
