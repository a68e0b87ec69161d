/** Adds rows of the Statement of Applicability that say what a person has still to decide. */
import { requirementTitle } from '../catalogue';
import { tr } from '../l10n/tr';
import { below, type Place } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import type { Fix } from './edit';
import { PLACEHOLDER } from './scalar';
import { insertInMap, isPlace, oneEdit, setKey } from './yaml';

/** The key of a row, with what its number stands for: a file may get two dozen of them at once. */
export function rowKey(id: string, key: string = id): string {
  const title = requirementTitle(id);
  return title === undefined ? `${key}:` : `${key}: # ${title}`;
}

const planned = (id: string): readonly string[] => [
  rowKey(id),
  '  status: planned',
  `  why: ${PLACEHOLDER}`,
  `  owner: ${PLACEHOLDER}`,
  `  due: ${PLACEHOLDER}`,
  `  evidence: [${PLACEHOLDER}]`,
];

const excluded = (id: string): readonly string[] => [
  rowKey(id),
  '  status: not-applicable',
  `  why: ${PLACEHOLDER}`,
];

/** @param body place of the card or organization, below which `controls` stands or is begun */
export const addRows = (
  snapshot: Snapshot,
  body: Place,
  ids: readonly string[],
  title: string,
): readonly Fix[] =>
  oneEdit(title, body.uri, insertInMap(snapshot, below({ place: body }, 'controls'), ids.flatMap(planned)));

export const excludeControl = (snapshot: Snapshot, body: Place, id: string): readonly Fix[] =>
  oneEdit(
    tr('Leave out {0}, with a reason to fill in', id),
    body.uri,
    insertInMap(snapshot, below({ place: body }, 'controls'), excluded(id)),
  );

/**
 * A row that was left out becomes one that is planned, for a day to fill in. Its reason stays: it is somebody's text.
 * @param row place of the row, as a finding carries it
 */
export function planInstead(snapshot: Snapshot, row: unknown): readonly Fix[] {
  if (!isPlace(row)) return [];
  const status = setKey(snapshot, row, 'status', 'planned');
  const due = setKey(snapshot, row, 'due', PLACEHOLDER);
  if (!status || !due) return [];
  return [
    {
      title: tr('Change to planned, to fill in'),
      changes: [{ kind: 'edit', uri: row.uri, edits: [status, due] }],
    },
  ];
}
