import { defineRule } from './rule';
import { reportOf, testRuns } from './shared-runs';

export const testSkipped = defineRule({
  id: 'test-skipped',
  group: 'evidence',
  severity: 'info',
  basis: 'reading',
  summary: 'A test that serves as evidence was skipped in its last run.',
  why: 'A test that does not run shows nothing, and nobody notices once it would fail.',
  help: 'Let it run where the report is made, or name other evidence.',
  message: '{test} was skipped in its last run, as {report} says{said}, so it shows nothing. Let it run.',
  on: 'document',
  check: ({ artefact }, report, { snapshot, date }) => {
    for (const run of testRuns('skipped', artefact, snapshot, date))
      report({ place: run.place, part: 'value' }, reportOf(run));
  },
});
