import { rowsIn, type LongEvidence } from '../model/rows';
import { isPlaceholder, type Day } from '../model/scalars';
import { defineRule, type RuleContext, type RuleTargets } from './rule';
import { dayOf } from './shared-due';
import { splitTarget } from './shared-paths';
import { reviewables } from './shared-reviews';

/** A review of a file, by a person, at a day that is not ahead. */
interface Review {
  readonly uri: string;
  readonly day: Day;
  readonly item: LongEvidence;
}

/** Reviews of files of their own: a card that is its own evidence changes with each of them. */
function reviewsIn(target: RuleTargets['row'], context: RuleContext): readonly Review[] {
  const { snapshot, date } = context;
  return reviewables(target, context).flatMap(({ long, word }) => {
    const day = dayOf(long?.reviewed);
    // An approvals record knows whether the content changed, which says more than that there was a commit.
    if (!long?.path || word || day === undefined || day > date) return [];
    if (!long.by || isPlaceholder(long.by.value)) return [];
    const { value, place } = long.path;
    const resolved = snapshot.resolve(value, place.uri);
    if (resolved.kind !== 'file' || snapshot.files.has(resolved.uri)) return [];
    const run = snapshot.lastRun(value, place.uri, long.anchor?.value);
    return run?.kind === 'passed' && run.isCurrent ? [] : [{ uri: resolved.uri, day, item: long }];
  });
}

/** Was it looked at later, or the same day, for another row of the same file? One finding is enough. */
function isRepeated({ uri, day, item }: Review, { snapshot, date }: RuleContext): boolean {
  const rows = snapshot.files.get(item.place.uri)?.artefacts.flatMap(rowsIn) ?? [];
  const reviews = rows.flatMap((row) =>
    (row.evidence?.items ?? []).flatMap((other) => {
      if (other.node !== 'block' || !other.path) return [];
      const resolved = snapshot.resolve(other.path.value, other.place.uri);
      const on = dayOf(other.reviewed);
      const counts = resolved.kind === 'file' && resolved.uri === uri && on !== undefined && on <= date;
      return counts ? [{ other, on }] : [];
    }),
  );
  const newest = reviews.reduce((best, each) => (each.on > best ? each.on : best), day);
  return reviews.find(({ on }) => on === newest)?.other !== item;
}

export const evidenceMovedOn = defineRule({
  id: 'evidence-moved-on',
  group: 'evidence',
  severity: 'hint',
  basis: 'practice',
  summary: 'The file was changed by commits after somebody reviewed it as evidence.',
  why: 'A review says that the evidence was right that day. What came after nobody has looked at.',
  help: 'Look at what changed. If the evidence still shows what it should, renew `reviewed`; with `aims attest` a change of the content itself is noticed.',
  message: {
    one: '{path} was reviewed on {since}, and a commit of {last} changed it. Look again, then renew `reviewed`.',
    several:
      '{path} was reviewed on {since}, and {count} commits changed it since, the last on {last}. Look again, then renew `reviewed`.',
  },
  on: 'row',
  check: (target, report, context) => {
    const { snapshot, date } = context;
    for (const review of reviewsIn(target, context)) {
      const { uri, day, item } = review;
      const commits = snapshot.git.changesSince(uri, item.place.uri, day)?.filter((each) => each.day <= date);
      if (!commits?.[0] || !item.reviewed || isRepeated(review, context)) continue;
      const last = commits.map((each) => each.day).reduce((a, b) => (a > b ? a : b));
      report(
        { place: item.reviewed.place, part: 'value' },
        {
          message: commits.length === 1 ? 'one' : 'several',
          args: { count: commits.length, path: splitTarget(item.path?.value ?? '').path, since: day, last },
          requirement: target.id,
        },
      );
    }
  },
});
