import type { LastRun } from '../workspace/last-run';
import { codeEvidenceIn } from '../workspace/code-evidence';
import type { CodeEntry, Snapshot } from '../workspace/snapshot';
import { defineRule } from './rule';
import { reportOf } from './shared-runs';
import { isLeftOut } from './shared-subject';

/** Does a card rely on the same run? Then it is reported there. */
const isInCard = ({ coveredBy }: CodeEntry, run: LastRun, snapshot: Snapshot): boolean =>
  coveredBy.some(({ artefact }) =>
    artefact.paths.some(({ text, anchor }) => snapshot.lastRun(text, artefact.uri, anchor?.text) === run),
  );

export const annotationTestFailed = defineRule({
  id: 'annotation-test-failed',
  group: 'code',
  severity: 'warning',
  basis: 'standard',
  summary: 'A test that a comment names as evidence failed, or was skipped, in its last run.',
  why: 'A test that does not pass shows nothing. It is read from the last report, in JUnit XML.',
  help: 'Mend what the test found and run it again. If the report is an old one, run the tests, or remove it.',
  message: {
    failed:
      '{test} failed in its last run, as {report} says{said}. Until it passes it is no evidence of {control}.',
    skipped:
      '{test} was skipped in its last run, as {report} says{said}. Until it passes it is no evidence of {control}.',
  },
  on: 'annotation',
  check: ({ annotation, entry }, report, { snapshot }) => {
    const evidence = codeEvidenceIn(entry);
    const own = evidence.find(({ place }) => place.range === annotation.range);
    const run = own?.test && snapshot.lastRunOf(own.test);
    if (!own || !run || run.kind === 'passed' || isInCard(entry, run, snapshot)) return;
    // Above one test several comments can stand, one for each control.
    const first = evidence.find(({ test }) => test?.key === own.test?.key);
    if (first !== own || entry.coveredBy.every((system) => isLeftOut(system, own.control))) return;
    const { control, names, path, place } = own;
    const { args, related } = reportOf({ test: names.at(-1) ?? path, run, again: [] });
    report(place, {
      message: run.kind,
      ...(run.kind === 'skipped' ? { severity: 'info' as const } : {}),
      args: { ...args, control },
      requirement: control,
      ...(related ? { related } : {}),
    });
  },
});
