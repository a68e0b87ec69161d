/** Risks, and harms of impact assessments, on the scales of the organization they belong to, or on the common ones. */
import type { Organization } from '../../model/build';
import { below, type Place, type Value } from '../../model/located';
import { levelOf, type Rating } from '../../model/risk-level';
import type { Location, RatedCell, RatedItem, Ratings, Unscaled } from '../../protocol';
import { groupBy } from '../../workspace/group-by';
import { organizationOf, type Snapshot, type Subject } from '../../workspace/snapshot';
import { PLAIN } from '../markup';
import { scaleInUse } from '../scale-in-use';
import { locationOf, topOf } from '../tree/locate';

interface Rated {
  readonly of: Ratings['of'];
  readonly subject: number;
  /** On whose scales it stands; undefined where it belongs to none that can be read. */
  readonly organization: Organization | undefined;
  /** Undefined: there are none that it could be placed on. */
  readonly scales: Scales | undefined;
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
  /** Nobody has set any: the words that completion offers then. */
  readonly isCommon: boolean;
}

/** Those that belong to no organization, and those whose organization cannot be read, stand apart. */
const groupOf = ({ organization, scales }: Rated): unknown =>
  organization ?? (scales ? 'none' : 'unreadable');

export function ratingsOf(
  snapshot: Snapshot,
  subjects: readonly Subject[],
): { readonly ratings: readonly Ratings[]; readonly unscaled: readonly Unscaled[] } {
  const all = subjects.flatMap((subject, index) => ratedOf(subject, index));
  const ratings: Ratings[] = [];
  const unscaled: Unscaled[] = [];
  const groups = [...groupBy(all, groupOf).values()];
  const isOfNone = ([first]: readonly Rated[]): number => Number(first?.organization === undefined);
  for (const rated of groups.sort((a, b) => isOfNone(a) - isOfNone(b))) {
    const [first] = rated;
    if (!first) continue;
    const { organization, scales } = first;
    const isShown = scales !== undefined && (!scales.isCommon || isPlaced(scales, rated));
    for (const of of ['risks', 'harms'] as const) {
      const ofKind = rated.filter((each) => each.of === of);
      if (isShown && ofKind.length > 0) ratings.push(ratingsIn(snapshot, organization, scales, of, ofKind));
    }
    if (isShown && !scales.isCommon) continue;
    unscaled.push({
      count: rated.length,
      ...(organization ? { organization: organizationName(organization) } : {}),
      ...(isShown ? { isShown } : {}),
      location: placeOf(snapshot, organization ? below(organization, 'risk') : first.place),
    });
  }
  return { ratings, unscaled };
}

/** Words of their own say that a scale is meant which nobody has set: the common one would be the wrong one. */
const isPlaced = (scales: Scales, rated: readonly Rated[]): boolean =>
  rated.some(({ before }) => cellOf(scales, before));

const placeOf = (snapshot: Snapshot, place: Place): Location =>
  locationOf(snapshot, place) ?? topOf(place.uri);

const organizationName = ({ name, id }: Organization): string => PLAIN.text(name?.value ?? id?.value ?? '');

function scalesOf(subject: Subject): Scales | undefined {
  const [likelihood, severity] = [scaleInUse(subject, 'likelihood'), scaleInUse(subject, 'severity')];
  if (!likelihood?.words.length || !severity?.words.length) return undefined;
  return { likelihood: likelihood.words, severity: severity.words, isCommon: !likelihood.isOwn };
}

function cellOf({ likelihood, severity }: Scales, rating: Rating | undefined): RatedCell | undefined {
  const cell = {
    likelihood: likelihood.indexOf(rating?.likelihood?.value ?? ''),
    severity: severity.indexOf(rating?.severity?.value ?? ''),
  };
  return cell.likelihood < 0 || cell.severity < 0 ? undefined : cell;
}

function ratedOf(subject: Subject, index: number): readonly Rated[] {
  const own = { subject: index, organization: organizationOf(subject), scales: scalesOf(subject) };
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
  organization: Organization | undefined,
  scales: Scales,
  of: Ratings['of'],
  rated: readonly Rated[],
): Ratings {
  const { likelihood, severity, isCommon } = scales;
  const risk = organization?.risk;
  const levels = risk?.levels?.items.map(({ value }) => value) ?? [];
  const acceptUpTo = levels.indexOf(risk?.acceptUpTo?.value ?? '');
  return {
    of,
    ...(organization ? { organization: organizationName(organization) } : {}),
    ...(isCommon ? { isCommon } : {}),
    likelihood: likelihood.map(PLAIN.text),
    severity: severity.map(PLAIN.text),
    levels: levels.map(PLAIN.text),
    ...(acceptUpTo < 0 ? {} : { acceptUpTo }),
    matrix: likelihood.map((row) =>
      severity.map((column) => {
        const rating = { likelihood: { value: row }, severity: { value: column } };
        const level = levels.indexOf(levelOf(risk, rating) ?? '');
        return level < 0 ? null : level;
      }),
    ),
    items: rated.map(({ subject, id, what, before, after, place }): RatedItem => {
      const [first, second] = [cellOf(scales, before), cellOf(scales, after)];
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
