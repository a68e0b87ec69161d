/** Whether an id that nothing answers to is certainly dangling, or only out of sight. */
import { nearest } from '../catalogue';
import type { Artefact } from '../model/build';
import type { EntityKind } from '../schema/field';
import type { OrganizationLink, Snapshot, SystemEntry } from '../workspace/snapshot';

/** What is defined in the organization's file: a card without one cannot know it. */
const OF_ORGANIZATION: ReadonlySet<EntityKind> = new Set<EntityKind>([
  'person',
  'supplier',
  'objective',
  'need',
  'audit',
  'nonconformity',
  'monitoring',
  'profile',
]);

const OF_ASSESSMENT: ReadonlySet<EntityKind> = new Set<EntityKind>(['impact', 'party']);

const owners = new WeakMap<Snapshot, ReadonlyMap<Artefact, SystemEntry>>();

/** The system a card or an assessment is about. */
function systemOf(snapshot: Snapshot, artefact: Artefact): SystemEntry | undefined {
  let map = owners.get(snapshot);
  if (!map) {
    map = new Map(
      snapshot.systems
        .filter((system) => !system.inventoryOnly)
        .flatMap((system) =>
          [system, ...system.assessments].map((entry) => [entry.artefact, system] as const),
        ),
    );
    owners.set(snapshot, map);
  }
  return map.get(artefact);
}

/** The organization a document sees; undefined where it is not known which card an assessment belongs to. */
const linkOf = (snapshot: Snapshot, artefact: Artefact): OrganizationLink | 'self' | undefined =>
  artefact.kind === 'organization' ? 'self' : systemOf(snapshot, artefact)?.organization;

/** Would an id of this kind be in sight if it existed? */
export function isInSight(snapshot: Snapshot, artefact: Artefact, kind: EntityKind): boolean {
  if (!snapshot.knowsAll(kind, artefact.uri)) return false;
  if (kind === 'system') return snapshot.systems.length > 0 && snapshot.unreadable.size === 0;
  const link = linkOf(snapshot, artefact);
  if (link === undefined) return kind === 'party';
  if (link !== 'self' && link.kind === 'unreachable')
    return OF_ASSESSMENT.has(kind) ? hasAssessment(snapshot, artefact) : false;
  if (link !== 'self' && link.kind === 'none' && OF_ORGANIZATION.has(kind)) return false;
  if (kind === 'impact') return hasAssessment(snapshot, artefact);
  return true;
}

/** An impact can only be missed where an assessment was found that does not have it. */
function hasAssessment(snapshot: Snapshot, artefact: Artefact): boolean {
  if (artefact.kind === 'impact-assessment') return true;
  if (artefact.kind === 'organization')
    return snapshot.organizations
      .filter((entry) => entry.artefact === artefact)
      .every(({ systems }) => systems.every(({ assessments }) => assessments.length > 0));
  return (systemOf(snapshot, artefact)?.assessments.length ?? 0) > 0;
}

/** The known id most likely meant. */
export const suggestId = (
  snapshot: Snapshot,
  kinds: readonly EntityKind[],
  id: string,
  uri: string,
): string | undefined =>
  nearest(id, new Set(kinds.flatMap((kind) => snapshot.candidates(kind, uri).map((found) => found.id))));
