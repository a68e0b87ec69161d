/** Creates the impact assessment of a system beside its card, and links it there. */
import { tr } from '../l10n/tr';
import { placeKey } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import { baseName, folderOf } from '../workspace/uri';
import { assessmentText, type AssessmentAnswers } from './assessment';
import type { Fix, WrittenChange } from './edit';
import { isPlace, setKey } from './yaml';
import { yamlText } from './scalar';

/** A name that is free: the plain one beside a card that has its folder to itself. */
function newFile(snapshot: Snapshot, card: string, id: string, number: number): string | undefined {
  const plain = /^aims\.ya?ml$/i.test(baseName(card)) && number === 1 ? ['impact-assessment.yaml'] : [];
  const ending = number === 1 ? '' : `-${number}`;
  const shared = /^[\w.-]+$/.test(id) ? [`${id}${ending}.impact.yaml`] : [];
  return [...plain, ...shared]
    .map((name) => `${folderOf(card)}/${name}`)
    .find((uri) => !snapshot.files.has(uri) && !snapshot.unreadable.has(uri));
}

/** The fix of a finding. @param card place of the whole card, as a finding carries it */
export function createAssessment(snapshot: Snapshot, card: unknown): readonly Fix[] {
  if (!isPlace(card)) return [];
  const system = snapshot.systems.find(({ own }) => placeKey(own.place) === placeKey(card));
  const changes = system && draftAssessment(snapshot, system, { number: 1, link: 'set' });
  return changes ? [{ title: tr('Create the impact assessment'), preferred: true, changes }] : [];
}

/** Assessments of one system that names are tried for. */
const MOST = 100;

/**
 * The next assessment of a system, under the first name that is free.
 * @param isFree whether there is no file of a name
 * @returns undefined where the system has no id, no name is free, or the card cannot take the link
 */
export async function newAssessment(
  snapshot: Snapshot,
  system: SystemEntry,
  answers: AssessmentAnswers | undefined,
  isFree: (uri: string) => Promise<boolean>,
): Promise<readonly WrittenChange[] | undefined> {
  const first = system.assessments.length + 1;
  for (let number = first; number < first + MOST; number++) {
    const changes = draftAssessment(snapshot, system, {
      ...(answers ? { answers } : {}),
      number,
      link: 'keep',
    });
    const created = changes?.find(({ kind }) => kind === 'create');
    if (changes && created && (await isFree(created.uri))) return changes;
  }
  return undefined;
}

interface AssessmentDraft {
  readonly answers?: AssessmentAnswers;
  /** Of the assessment among those of its system: 1 for the first. */
  readonly number: number;
  /** `keep`: a card that links an assessment already stays as it is; the new one names the system. */
  readonly link: 'set' | 'keep';
}

/**
 * The file of a new assessment, and its link in the card.
 * @returns undefined where the system has no id, no name is free, or the card cannot take the link
 */
function draftAssessment(
  snapshot: Snapshot,
  { own, body }: SystemEntry,
  { answers, number, link }: AssessmentDraft,
): readonly WrittenChange[] | undefined {
  const card = own.place;
  const uri = body.id && newFile(snapshot, card.uri, body.id.value, number);
  if (!body.id || !uri) return undefined;
  const text = assessmentText(
    {
      id: body.id.value,
      version: body.version?.source,
      purpose: body.purpose?.value,
      intended: body.use?.intended?.items.map(({ value }) => value) ?? [],
    },
    answers,
    number,
  );
  const created: WrittenChange = { kind: 'create', uri, text };
  const linked = own.impactAssessment?.value;
  if (link === 'keep' && linked !== undefined && !isPlaceholder(linked)) return [created];
  const edit = setKey(snapshot, card, 'impactAssessment', yamlText(baseName(uri)));
  return edit && [created, { kind: 'edit', uri: card.uri, edits: [edit] }];
}
