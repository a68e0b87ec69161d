/** What rules about reviews of evidence share: which evidence is claimed to hold, and what else is said of it. */
import { has } from '../model/located';
import type { EvidenceItem, LongEvidence, Row } from '../model/rows';
import { isPlaceholder } from '../model/scalars';
import { wordOn, type Word } from '../verdict/approval';
import { targetOf, type GradingContext } from '../verdict/context';
import { rowOf } from '../verdict/place-of-row';
import { clocksRun } from '../verdict/settle';
import type { RuleContext, RuleTargets } from './rule';
import { isForOrganization, isRequirement } from './shared-soa';
import { asksForMore } from './shared-subject';

/** A piece of evidence somebody has to look at from time to time. */
export interface Reviewable {
  readonly item: EvidenceItem;
  /** Undefined for a mere path. */
  readonly long: LongEvidence | undefined;
  /** What an approvals record says of it. */
  readonly word: Word | undefined;
  /** The row it counts for, with what a profile adds. */
  readonly row: Row;
  readonly context: GradingContext;
}

/** Does it lead to something that is there, as far as that can be looked up? What does not has its own findings. */
function isThere(item: EvidenceItem, context: GradingContext): boolean {
  const target = item.node === 'value' ? item : (item.path ?? item.url);
  if (!target) return item.node === 'block' && has(item, 'ref');
  if (isPlaceholder(target.value)) return false;
  const anchor = item.node === 'block' && item.path ? item.anchor?.value : undefined;
  if (context.snapshot.part(target.value, target.place.uri, anchor)?.kind === 'missing') return false;
  return !['missing', 'outside', 'unknown'].includes(targetOf(context, target.value, target.place));
}

/** The evidence of a row that claims to be in place, of a subject whose clocks run. */
export function reviewables(
  { id, row, subject, profile }: RuleTargets['row'],
  { snapshot, date }: RuleContext,
): readonly Reviewable[] {
  if (!asksForMore(subject) || row.status?.value === 'planned' || row.status?.value === 'not-applicable')
    return [];
  if (
    !isRequirement(id) ||
    (profile === undefined && isForOrganization(subject, id)) ||
    !clocksRun(subject, id)
  )
    return [];
  const context: GradingContext = { snapshot, subject, date, clocksRun: true };
  const ofRow = wordOn(context, row.place, ['row']);
  const merged = profile === undefined ? (rowOf(subject, id) ?? row) : row;
  return (row.evidence?.items ?? []).flatMap((item) =>
    isThere(item, context)
      ? {
          ...{ item, row: merged, context },
          long: item.node === 'block' ? item : undefined,
          // Who approved the row looked at its evidence too.
          word: wordOn(context, item.place, ['evidence']) ?? (ofRow?.kind === 'holds' ? ofRow : undefined),
        }
      : [],
  );
}
