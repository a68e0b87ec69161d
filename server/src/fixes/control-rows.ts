/** Adds rows of the Statement of Applicability that say what a person has still to decide. */
import { below, type Place } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import type { Fix } from './edit';
import { PLACEHOLDER } from './scalar';
import { insertInMap, oneEdit } from './yaml';

const planned = (id: string): readonly string[] => [
  `${id}:`,
  '  status: planned',
  `  why: ${PLACEHOLDER}`,
  `  owner: ${PLACEHOLDER}`,
  `  due: ${PLACEHOLDER}`,
  `  evidence: [${PLACEHOLDER}]`,
];

const excluded = (id: string): readonly string[] => [
  `${id}:`,
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
    `Leave out ${id}, with a reason to fill in`,
    body.uri,
    insertInMap(snapshot, below({ place: body }, 'controls'), excluded(id)),
  );
