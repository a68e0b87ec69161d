/** Risks, and harms of impact assessments, on the scales of the organization they belong to. */
import type { Organization } from '../../model/build';
import { below, type Place, type Value } from '../../model/located';
import { levelOf, type Rating } from '../../model/risk-level';
import { scaleOf } from '../../model/scale-words';
import type { Location, RatedCell, RatedItem, Ratings, Unscaled } from '../../protocol';
import { groupBy } from '../../workspace/group-by';
import { organizationOf, type Snapshot, type Subject } from '../../workspace/snapshot';
import { PLAIN } from '../markup';
import { locationOf, topOf } from '../tree/locate';

interface Rated {
  readonly of: Ratings['of'];
  readonly subject: number;
  /** On whose scales it stands; undefined where it belongs to none that can be read. */
  readonly organization: Organization | undefined;
  readonly id: Value<string> | undefined;
  readonly what: Value<string> | undefined;
  readonly before: Rating;
  readonly after: Rating | undefined;
  readonly place: Place;
}

/** The words of both scales; without one of them nothing can be placed. */
interface Scales {
  readonly likelihood: readonly string[];
  readonly severity: readonly string[];
}

export function ratingsOf(
  snapshot: Snapshot,
  subjects: readonly Subject[],
): { readonly ratings: readonly Ratings[]; readonly unscaled: readonly Unscaled[] } {
  const all = subjects.flatMap((subject, index) => ratedOf(subject, index));
  const ratings: Ratings[] = [];
  const unscaled: Unscaled[] = [];
  const ofNone = all.filter(({ organization }) => !organization);
  for (const [organization, rated] of groupBy(all, (each) => each.organization)) {
    if (!organization) continue;
    if (!scalesOf(organization)) {
      unscaled.push({
        count: rated.length,
        organization: organizationName(organization),
        location: placeOf(snapshot, below(organization, 'risk')),
      });
      continue;
    }
    for (const of of ['risks', 'harms'] as const) {
      const ofKind = rated.filter((each) => each.of === of);
      if (ofKind.length > 0) ratings.push(ratingsIn(snapshot, organization, of, ofKind));
    }
  }
  const [first] = ofNone;
  if (first) unscaled.push({ count: ofNone.length, location: placeOf(snapshot, first.place) });
  return { ratings, unscaled };
}

const placeOf = (snapshot: Snapshot, place: Place): Location =>
  locationOf(snapshot, place) ?? topOf(place.uri);

const organizationName = ({ name, id }: Organization): string => PLAIN.text(name?.value ?? id?.value ?? '');

function scalesOf({ risk }: Organization): Scales | undefined {
  const likelihood = scaleOf(risk, 'likelihood');
  const severity = scaleOf(risk, 'severity');
  return likelihood && severity && { likelihood, severity };
}

function ratedOf(subject: Subject, index: number): readonly Rated[] {
  const own = { subject: index, organization: organizationOf(subject) };
  const risks = (subject.body.risks?.items ?? []).map((risk): Rated => {
    const { id, what, place, treatment } = risk;
    return { ...own, of: 'risks', id, what, before: risk, after: treatment?.residual, place };
  });
  const assessments = subject.kind === 'system' ? subject.assessments : [];
  const harms = assessments
    // One that was rejected or replaced says nothing of the system any more.
    .filter(({ body }) => body.status?.value !== 'rejected' && body.status?.value !== 'superseded')
    .flatMap(({ body }) => body.impacts?.items ?? [])
    .filter(({ nature }) => nature?.value === 'harm')
    .map((harm): Rated => {
      const { id, what, place, residual } = harm;
      return { ...own, of: 'harms', id, what, before: harm, after: residual, place };
    });
  return [...risks, ...harms];
}

function ratingsIn(
  snapshot: Snapshot,
  organization: Organization,
  of: Ratings['of'],
  rated: readonly Rated[],
): Ratings {
  const { likelihood = [], severity = [] } = scalesOf(organization) ?? {};
  const levels = organization.risk?.levels?.items.map(({ value }) => value) ?? [];
  const acceptUpTo = levels.indexOf(organization.risk?.acceptUpTo?.value ?? '');
  const cellOf = (rating: Rating | undefined): RatedCell | undefined => {
    const cell = {
      likelihood: likelihood.indexOf(rating?.likelihood?.value ?? ''),
      severity: severity.indexOf(rating?.severity?.value ?? ''),
    };
    return cell.likelihood < 0 || cell.severity < 0 ? undefined : cell;
  };
  return {
    of,
    organization: organizationName(organization),
    likelihood: likelihood.map(PLAIN.text),
    severity: severity.map(PLAIN.text),
    levels: levels.map(PLAIN.text),
    ...(acceptUpTo < 0 ? {} : { acceptUpTo }),
    matrix: likelihood.map((row) =>
      severity.map((column) => {
        const rating = { likelihood: { value: row }, severity: { value: column } };
        const level = levels.indexOf(levelOf(organization.risk, rating) ?? '');
        return level < 0 ? null : level;
      }),
    ),
    items: rated.map(({ subject, id, what, before, after, place }): RatedItem => {
      const [first, second] = [cellOf(before), cellOf(after)];
      return {
        id: PLAIN.text(id?.value ?? ''),
        what: PLAIN.text(what?.value ?? ''),
        subject,
        ...(first ? { before: first } : {}),
        ...(second ? { after: second } : {}),
        location: placeOf(snapshot, place),
      };
    }),
  };
}
