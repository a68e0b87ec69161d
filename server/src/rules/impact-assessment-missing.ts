import { assessmentText } from '../fixes/assessment';
import { isPlace, setKey } from '../fixes/yaml';
import { yamlText } from '../fixes/scalar';
import { below, has, placeKey } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import { isExcluded } from '../verdict/row';
import { organizationEntryOf } from '../verdict/evaluate';
import { rowOf } from '../verdict/place-of-row';
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import { baseName, folderOf, isWithin } from '../workspace/uri';
import { defineRule } from './rule';
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

/** A name that is free: the plain one beside a card that has its folder to itself. */
function newFile(snapshot: Snapshot, card: string, id: string): string | undefined {
  const shared = /^[\w.-]+$/.test(id) ? [`${id}.impact.yaml`] : [];
  const names = /^aims\.ya?ml$/i.test(baseName(card)) ? ['impact-assessment.yaml', ...shared] : shared;
  return names
    .map((name) => `${folderOf(card)}/${name}`)
    .find((uri) => !snapshot.files.has(uri) && !snapshot.unreadable.has(uri));
}

export const impactAssessmentMissing = defineRule({
  id: 'impact-assessment-missing',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'standard',
  requirement: 'A.5.4',
  summary: 'A system is being built or used and has no impact assessment.',
  why: 'An impact assessment looks at what the system does to people and society before it is built further. Most other answers follow from it.',
  help: 'Create `impact-assessment.yaml` beside the card and link it under `impactAssessment`. If an assessment exists in another form, link that file.',
  message:
    'This system has no impact assessment yet, though it has reached the stage {stage}. Create one, or link one that exists under `impactAssessment`.',
  on: 'system',
  check: (system, report, { snapshot }) => {
    if (system.inventoryOnly || system.assessments.length > 0) return;
    if (!hasReached(system, 'design-development') || isAnswered(system, snapshot)) return;
    if (looseAssessments(snapshot).some((uri) => isWithin(uri, folderOf(system.uri)))) return;
    report(
      { place: below(system.own, 'impactAssessment'), part: 'key' },
      {
        args: { stage: system.reached ?? '' },
        absent: true,
        data: { card: system.own.place },
      },
    );
  },
  fixes: ({ data: { card } }, { snapshot }) => {
    if (!isPlace(card)) return [];
    const body = snapshot.systems.find(({ own }) => placeKey(own.place) === placeKey(card))?.body;
    const uri = body?.id && newFile(snapshot, card.uri, body.id.value);
    if (!body?.id || !uri) return [];
    const link = setKey(snapshot, card, 'impactAssessment', yamlText(baseName(uri)));
    if (!link) return [];
    const text = assessmentText({
      id: body.id.value,
      version: body.version?.source,
      purpose: body.purpose?.value,
      intended: body.use?.intended?.items.map(({ value }) => value) ?? [],
    });
    return [
      {
        title: 'Create the impact assessment',
        preferred: true,
        changes: [
          { kind: 'create', uri, text },
          { kind: 'edit', uri: card.uri, edits: [link] },
        ],
      },
    ];
  },
});
