/** Grades a row of the Statement of Applicability, or a clause's row: its status and each piece of its evidence. */
import { tr } from '../l10n/tr';
import { approvalsOf } from '../lock/state';
import type { Place } from '../model/located';
import type { EvidenceItem, LongEvidence, Row } from '../model/rows';
import { isPlaceholder, parseDay } from '../model/scalars';
import { withWord, wordOn, type Holding } from './approval';
import { declaredAbove, overdueReason, reviewClock, type ReviewClock } from './clocks';
import { targetOf, type GradingContext } from './context';
import { merge, type Grade } from './grade';
import { keeper } from './memo';
import { hasContent } from './select';
import { gradePart, gradeRun } from './target-grade';
import type { Reason } from './types';

export type ControlRow = Row;

const gap = (standing: Grade['standing'], reason: Reason): Grade => ({
  standing,
  reasons: [reason],
  gaps: [reason],
  place: reason.place,
});
const plain = (standing: Grade['standing'], reason: Reason): Grade => ({
  standing,
  reasons: [reason],
  gaps: [],
  place: reason.place,
});

/** What is wrong with what the evidence points to, if anything. */
function gradeTarget(
  context: GradingContext,
  text: string,
  place: Place,
  anchor?: string,
): Grade | undefined {
  if (isPlaceholder(text))
    return gap('missing', { message: tr('A placeholder stands where evidence should.'), place });
  switch (targetOf(context, text, place)) {
    case 'missing':
      return gap('missing', { message: tr('{0} does not exist.', text), place });
    case 'outside':
      return plain('unknown', {
        message: tr('{0} lies outside the workspace and is not read.', text),
        place,
      });
    case 'unknown':
      return plain('unknown', { message: tr('{0} could not be looked up.', text), place });
    default:
      return gradePart(context, text, place, anchor);
  }
}

function gradeShort(
  context: GradingContext,
  item: Extract<EvidenceItem, { readonly node: 'value' }>,
  row: ControlRow,
  holding: Holding | undefined,
): Grade {
  const { value, place } = item;
  const bad = gradeTarget(context, value, place) ?? gradeRun(context, value, place);
  if (bad) return bad;
  if (holding)
    return (
      overdueReview(reviewClock(context, row, undefined, holding), place) ??
      holds(context, holding, place, value)
    );
  return plain('partial', {
    message: tr(
      '{0} is there, but nobody dated a look at it. Write it in the long form with `reviewed` and `by`.',
      value,
    ),
    place,
  });
}

/** What somebody approved and nobody changed since: checked by machine where there is a file to compare. */
function holds(
  context: GradingContext,
  { message, isSelf }: Holding,
  place: Place,
  target: string | undefined,
): Grade {
  const isFile = target !== undefined && targetOf(context, target, place) === 'file';
  return plain(isFile && !isSelf ? 'verified' : 'attested', { message, place });
}

/** `overdue` where somebody has to look again and did not. */
function overdueReview(clock: ReviewClock | undefined, place: Place): Grade | undefined {
  return clock?.over ? plain('overdue', { message: overdueReason(clock), place }) : undefined;
}

function gradeLong(
  context: GradingContext,
  item: LongEvidence,
  row: ControlRow,
  holding: Holding | undefined,
): Grade {
  const { place } = item;
  const target = item.path ?? item.url;
  const anchor = item.path && item.anchor?.value;
  const bad = target && gradeTarget(context, target.value, target.place, anchor);
  if (bad) return bad;
  const run = target && gradeRun(context, target.value, target.place, anchor);
  // What fails counts at once; what passes still has to hold at the day, and its review not to be overdue.
  if (run?.standing === 'missing') return run;
  if (!target && !(item.ref && item.heldBy)) {
    if (['path', 'url', 'ref', 'heldBy'].some((key) => item.keys.has(key) && !(key in item)))
      return plain('unknown', { message: tr('What the evidence points to is not written right.'), place });
    return gap('missing', {
      message: tr('The evidence points nowhere. Add `path`, `url`, or `ref` with `heldBy`.'),
      place,
      lacks: ['path'],
    });
  }
  const effective = parseDay(item.effective?.value ?? '');
  if (effective !== undefined && effective > context.date)
    return plain('partial', { message: tr('It holds only from {0} on.', effective), place });
  const late = overdueReview(reviewClock(context, row, item, holding), place);
  if (late) return late;
  if (run) return run;
  if (holding) return holds(context, holding, place, target?.value);
  const reviewed = parseDay(item.reviewed?.value ?? '');
  if (reviewed === undefined || !item.by || isPlaceholder(item.by.value))
    return plain('partial', { message: tr('Nobody dated a look at it. Add `reviewed` and `by`.'), place });
  if (reviewed > context.date)
    return plain('partial', {
      message: tr('Its review is dated {0}, which is still ahead.', reviewed),
      place,
    });
  return plain('attested', { message: tr('Reviewed by {0} on {1}.', item.by.value, reviewed), place });
}

/** Evidence of a row, one grade a piece. */
export function gradeEvidence(context: GradingContext, row: ControlRow): readonly Grade[] {
  const ofRow = wordOn(context, row.place, ['row']);
  return (row.evidence?.items ?? []).map((item) => {
    const own = wordOn(context, item.place, ['evidence']);
    // Who approved the row looked at its evidence too.
    const word = own ?? (ofRow?.kind === 'holds' ? ofRow : undefined);
    const holding = word?.kind === 'holds' ? word : undefined;
    const grade =
      item.node === 'value'
        ? gradeShort(context, item, row, holding)
        : gradeLong(context, item, row, holding);
    return holding ? grade : withWord(grade, word, item.place);
  });
}

const REASONS = ['risks', 'law', 'contract', 'text'] as const;

const NO_REASON = /^(?:none|no|nothing|no reason|not needed|-)\.?$/i;

/** Words that fill the key and give no reason. */
export const isNoReason = (text: string): boolean => NO_REASON.test(text.trim());

/** A reason that says something: text, a law, a contract, or a risk. */
export function hasReason(row: ControlRow): boolean {
  const { why } = row;
  if (!why) return row.keys.has('why');
  if (why.node === 'value') return !isPlaceholder(why.value) && !isNoReason(why.value);
  // What is written wrong counts: its own finding says so.
  return REASONS.some((key) => why.keys.has(key) && (!why[key] || hasContent(why[key])));
}

/** Left out with a reason. Without one, a control counts as missing. */
export const isExcluded = (row: ControlRow | undefined): boolean =>
  row?.status?.value === 'not-applicable' && hasReason(row);

/** What the status alone says; undefined where evidence decides. */
export function gradeStatus(context: GradingContext, row: ControlRow): Grade | undefined {
  const { place } = row;
  switch (row.status?.value) {
    case 'planned': {
      const due = parseDay(row.due?.value ?? '');
      if (due !== undefined && context.clocksRun && due < context.date)
        return plain('overdue', { message: tr('Planned for {0}, which has passed.', due), place });
      return plain('missing', {
        message: due === undefined ? tr('Planned, without a day.') : tr('Planned for {0}.', due),
        place,
      });
    }
    case 'not-applicable':
      // With a reason this is a clause: a control would have been settled before.
      return hasReason(row)
        ? gap('missing', { message: tr('A clause cannot be left out; only controls can.'), place })
        : gap('missing', { message: tr('Left out without a reason. Say why.'), place, lacks: ['why'] });
    default:
      return undefined;
  }
}

const kept = keeper<Grade | undefined>();

/** What the evidence of a row amounts to; undefined where it names none. */
export function rowGrade(context: GradingContext, row: ControlRow): Grade | undefined {
  const { snapshot, subject, date, clocksRun } = context;
  const approvals = approvalsOf(snapshot);
  const inputs = [
    date,
    clocksRun,
    snapshot.facts,
    ...declaredAbove(subject),
    approvals.at(row.place),
    ...(row.evidence?.items ?? []).map((item) => approvals.at(item.place)),
  ];
  return kept(row, inputs, () => gradeRow(context, row));
}

function gradeRow(context: GradingContext, row: ControlRow): Grade | undefined {
  const evidence = gradeEvidence(context, row);
  if (evidence.length === 0) return undefined;
  const ofRow = wordOn(context, row.place, ['row']);
  const merged = ofRow?.kind === 'holds' ? merge(evidence) : withWord(merge(evidence), ofRow, row.place);
  return withStatus(row, merged);
}

/** Evidence in full of a row that says itself it is in place in part. */
export function withStatus(row: ControlRow, grade: Grade): Grade {
  const isLess =
    row.status?.value === 'partial' && (grade.standing === 'attested' || grade.standing === 'verified');
  if (!isLess) return grade;
  const reason = { message: tr('Its own status is partial.'), place: row.place };
  return { ...grade, standing: 'partial', reasons: [reason, ...grade.reasons] };
}
