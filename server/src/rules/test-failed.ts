import { defineRule } from './rule';
import { reportOf, testRuns } from './shared-runs';

export const testFailed = defineRule({
  id: 'test-failed',
  group: 'evidence',
  severity: 'warning',
  basis: 'standard',
  summary: 'A test that serves as evidence failed in its last run.',
  why: 'A failing test shows that something is not as the card says. It is read from the last report, in JUnit XML.',
  help: 'Mend what the test found and run it again. If the report is an old one, run the tests, or remove it.',
  message:
    '{test} failed in its last run, as {report} says{said}. Until it passes it shows nothing: mend what it found and run it again.',
  on: 'document',
  check: ({ artefact }, report, { snapshot, date }) => {
    for (const run of testRuns('failed', artefact, snapshot, date))
      report({ place: run.place, part: 'value' }, reportOf(run));
  },
});
