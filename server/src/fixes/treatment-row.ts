/** Adds the row of the Statement of Applicability for a control that treats a risk. */
import { tr } from '../l10n/tr';
import { below, type Place } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import { rowKey } from './control-rows';
import type { Fix } from './edit';
import { insertInMap, oneEdit } from './yaml';

/** @param body place of the whole card or organization file */
export function addControlRow(
  snapshot: Snapshot,
  body: Place,
  control: string,
  risk: string,
): readonly Fix[] {
  const rows = below({ place: body }, 'controls');
  const row = [
    rowKey(control),
    '  status: planned',
    `  why: { risks: [${risk}] }`,
    '  owner: TODO',
    '  due: TODO',
  ];
  return oneEdit(tr('Add a row for {0}', control), body.uri, insertInMap(snapshot, rows, row), {
    preferred: true,
  });
}
