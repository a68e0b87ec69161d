import { tr } from '../l10n/tr';
import type { Organization } from '../model/build';
import type { Value } from '../model/located';
import { isPlaceholder, type Day } from '../model/scalars';
import type { EntityKind } from '../schema/field';
import type { RuleContext } from './rule';
import { defineRule } from './rule';
import { dayOf } from './shared-due';
import { asksForMore } from './shared-subject';

type Review = NonNullable<Organization['managementReviews']>['items'][number];

interface Period {
  readonly after: Day;
  readonly until: Day;
}

const isWithin = (day: Day | undefined, { after, until }: Period): boolean =>
  day !== undefined && day > after && day <= until;

interface Source {
  readonly words: string;
  /** Ids of what there was to look at; audits bring the nonconformities they found. */
  readonly ids: readonly Value<string>[];
}

/** What was recorded between two reviews, by sort. */
function sourcesOf({ internalAudits, nonconformities, monitoring }: Organization, period: Period) {
  const idsOf = (items: readonly { readonly id?: Value<string> | undefined }[]): readonly Value<string>[] =>
    items.flatMap(({ id }) => (id && !isPlaceholder(id.value) ? [id] : []));
  const audits = (internalAudits?.items ?? []).filter((audit) => isWithin(dayOf(audit.performed), period));
  const found = (nonconformities?.items ?? []).filter((each) => isWithin(dayOf(each.found), period));
  const measured = (monitoring?.items ?? []).filter((each) =>
    each.results?.items.some((result) => isWithin(dayOf(result.date), period)),
  );
  return [
    { words: tr('internal audits'), ids: idsOf(audits) },
    { words: tr('nonconformities'), ids: idsOf(found) },
    { words: tr('monitoring'), ids: idsOf(measured) },
  ] satisfies readonly Source[];
}

/** Ids a review names; undefined where it also says something in words, which may be anything. */
function namedIn(
  { inputs }: Review,
  place: string,
  { snapshot }: RuleContext,
): ReadonlySet<string> | undefined {
  if (!inputs || inputs.items.length === 0 || inputs.items.length < inputs.written) return undefined;
  const kinds: readonly EntityKind[] = ['audit', 'monitoring', 'objective', 'nonconformity'];
  const isKnown = ({ value }: Value<string>): boolean =>
    kinds.some((kind) => snapshot.lookup(kind, value, place) !== undefined);
  return inputs.items.every(isKnown) ? new Set(inputs.items.map(({ value }) => value)) : undefined;
}

export const reviewInputsMissing = defineRule({
  id: 'review-inputs-missing',
  group: 'management-cycle',
  severity: 'info',
  basis: 'standard',
  requirement: '9.3.2',
  summary:
    'The last management review names nothing of the audits, nonconformities or measurements since the one before.',
  why: 'The review judges the management system by what was found since the last one. What is on file and was not looked at is what an auditor asks about.',
  help: 'Add the ids of what was looked at to `inputs`; a line in words will do too. What was not looked at belongs in the next review.',
  message:
    'This review names none of the {what} recorded since the one before. Add their ids to `inputs` if they were looked at.',
  on: 'organization',
  check: (organization, report, context) => {
    if (!asksForMore(organization)) return;
    const { body, uri } = organization;
    const reviews = (body.managementReviews?.items ?? [])
      .flatMap((review) => {
        const on = dayOf(review.date);
        return on !== undefined && on <= context.date ? [{ review, on }] : [];
      })
      .sort((a, b) => (a.on < b.on ? 1 : -1));
    const [newest, before] = reviews;
    // What came before the first review may be older than the management system.
    if (!newest?.review.inputs || !before) return;
    const named = namedIn(newest.review, uri, context);
    if (!named) return;
    const viaAudits = (body.internalAudits?.items ?? []).flatMap(({ id, findings }) =>
      id && named.has(id.value) ? (findings?.items.map(({ value }) => value) ?? []) : [],
    );
    const seen = new Set([...named, ...viaAudits]);
    const unseen = sourcesOf(body, { after: before.on, until: newest.on }).filter(
      ({ ids }) => ids.length > 0 && !ids.some(({ value }) => seen.has(value)),
    );
    if (unseen.length === 0) return;
    report(
      { place: newest.review.inputs.place, part: 'key' },
      {
        args: { what: unseen.map(({ words }) => words).join(', ') },
        related: unseen.flatMap(({ ids }) =>
          ids.map(({ value, place }) => ({
            place,
            part: 'value' as const,
            message: tr('{0} is not named.', value),
          })),
        ),
      },
    );
  },
});
