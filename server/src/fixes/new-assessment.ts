/** Creates the impact assessment of a system beside its card, and links it there. */
import { placeKey } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import { baseName, folderOf } from '../workspace/uri';
import { assessmentText } from './assessment';
import type { Fix } from './edit';
import { isPlace, setKey } from './yaml';
import { yamlText } from './scalar';

/** A name that is free: the plain one beside a card that has its folder to itself. */
function newFile(snapshot: Snapshot, card: string, id: string): string | undefined {
  const shared = /^[\w.-]+$/.test(id) ? [`${id}.impact.yaml`] : [];
  const names = /^aims\.ya?ml$/i.test(baseName(card)) ? ['impact-assessment.yaml', ...shared] : shared;
  return names
    .map((name) => `${folderOf(card)}/${name}`)
    .find((uri) => !snapshot.files.has(uri) && !snapshot.unreadable.has(uri));
}

/** @param card place of the whole card, as a finding carries it */
export function createAssessment(snapshot: Snapshot, card: unknown): readonly Fix[] {
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
}
