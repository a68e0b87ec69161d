/** Grades what annotations in code name as evidence of a control, and sets it beside what the card says. */
import { tr } from '../l10n/tr';
import type { CodeEvidence } from '../workspace/snapshot';
import { baseName } from '../workspace/uri';
import { withWord, wordOn } from './approval';
import type { GradingContext } from './context';
import { isStronger, merge, type Grade, type Standing } from './grade';
import { withStatus, type ControlRow } from './row';

/** What code is evidence of a control, one grade a piece. */
export function gradeCode(context: GradingContext, control: string): readonly Grade[] {
  const { snapshot, subject } = context;
  if (subject.kind !== 'system') return [];
  return snapshot
    .codeEvidence(subject)
    .filter((each) => each.control === control)
    .map((each) => gradeOne(context, each));
}

/** `tests/test_fairness.py::test_parity`. */
const nameOf = ({ path, names }: CodeEvidence): string => [path, ...names].join('::');

function gradeOne({ snapshot }: GradingContext, evidence: CodeEvidence): Grade {
  const run = evidence.test && snapshot.lastRunOf(evidence.test);
  const report = run ? ` (${baseName(run.report)})` : '';
  const grade = (standing: Standing, said: string): Grade => {
    const reason = {
      message: tr('{0}, named in the code: {1}', nameOf(evidence), said),
      code: evidence.place,
    };
    return {
      standing,
      reasons: [reason],
      gaps: standing === 'missing' ? [reason] : [],
      place: undefined,
    };
  };
  if (run?.kind === 'failed') return grade('missing', tr('its last result failed{0}.', report));
  if (run?.kind === 'skipped') return grade('missing', tr('its last run skipped it{0}.', report));
  if (run?.isCurrent) return grade('verified', tr('passed in its last run{0}.', report));
  return grade(
    'partial',
    evidence.test
      ? tr('no result of it as it is now is known.')
      : tr('nobody dated a look at it. As evidence of the row it can have `reviewed` and `by`.'),
  );
}

/**
 * Code stands beside a card as its sections do: alone it decides; beside something else it never makes that less, unless
 * it fails.
 * @param said what the row's evidence and the sections amount to; undefined where there are none
 */
export function withCode(said: Grade | undefined, code: readonly Grade[]): Grade | undefined {
  if (code.length === 0) return said;
  if (!said) return merge(code);
  const counted = code.filter(
    ({ standing }) => standing === 'missing' || !isStronger(said.standing, standing),
  );
  const reasons = [said, ...code].flatMap((each) => each.reasons);
  return { ...merge([said, ...counted]), reasons };
}

/** Code alone as the evidence of a row: what the row says of itself, and records of it, count too. */
export function codeOfRow(
  context: GradingContext,
  row: ControlRow,
  code: readonly Grade[],
): Grade | undefined {
  if (code.length === 0) return undefined;
  const word = wordOn(context, row.place, ['row']);
  // Who approved the row did not see the code: only that the row has changed since says something of both.
  return withStatus(row, withWord(merge(code), word?.kind === 'holds' ? undefined : word, row.place));
}
