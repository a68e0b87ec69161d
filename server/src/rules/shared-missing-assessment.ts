/** Which systems owe an impact assessment and have none, as far as the files can tell. */
import { has } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import { isExcluded } from '../verdict/row';
import { organizationEntryOf } from '../verdict/evaluate';
import { rowOf } from '../verdict/place-of-row';
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import { baseName, folderOf, isWithin } from '../workspace/uri';
import { hasReached } from './shared-subject';

const IMPACT_NAME = /(?:^|\.)impact(?:-assessment)?\.ya?ml$/i;

const loose = new WeakMap<Snapshot, readonly string[]>();

/** Assessments no card is known for: half written, of a mistyped system, or not readable. One of them may be the one. */
function looseAssessments(snapshot: Snapshot): readonly string[] {
  const known = loose.get(snapshot);
  if (known) return known;
  const joined = new Set(
    snapshot.systems.flatMap(({ assessments }) => assessments.map(({ artefact }) => artefact)),
  );
  const unread = [...snapshot.unreadable.keys()].filter((uri) => IMPACT_NAME.test(baseName(uri)));
  const unclear = [...snapshot.files.values()].flatMap(({ uri, artefacts }) =>
    artefacts.some(
      (artefact) =>
        !joined.has(artefact) &&
        (artefact.kind === 'impact-assessment' ||
          (artefact.kind === undefined &&
            artefact.yaml.shape !== 'empty' &&
            IMPACT_NAME.test(baseName(uri)))),
    )
      ? [uri]
      : [],
  );
  const uris = [...unread, ...unclear];
  loose.set(snapshot, uris);
  return uris;
}

/** Has somebody linked an assessment, of whatever form, or said why there is none? */
function isAnswered(system: SystemEntry, snapshot: Snapshot): boolean {
  const link = system.body.impactAssessment;
  if (link ? !isPlaceholder(link.value) : has(system.body, 'impactAssessment')) return true;
  const organization = organizationEntryOf(snapshot, system);
  return ['A.5.3', 'A.5.4'].some((id) => {
    const row = rowOf(system, id) ?? (organization && rowOf(organization, id));
    return (
      isExcluded(row) ||
      (row?.evidence?.items ?? []).some((item) => item.node === 'block' || !isPlaceholder(item.value))
    );
  });
}

/** Was every assessment of the system rejected or superseded, so that none speaks for it? */
export const noneInForce = ({ assessments }: SystemEntry): boolean =>
  assessments.length > 0 &&
  assessments.every(({ body }) => body.status?.value === 'rejected' || body.status?.value === 'superseded');

/** Due from design and development on, and neither there, nor linked, nor perhaps in a file that cannot be read. */
export function lacksAssessment(system: SystemEntry, snapshot: Snapshot): boolean {
  if (system.inventoryOnly || system.assessments.length > 0) return false;
  if (!hasReached(system, 'design-development') || isAnswered(system, snapshot)) return false;
  return !looseAssessments(snapshot).some((uri) => isWithin(uri, folderOf(system.uri)));
}
