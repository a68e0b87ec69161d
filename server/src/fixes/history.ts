/** Adds an entry to `lifecycle.history`. */
import { tr } from '../l10n/tr';
import type { Place } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import type { Fix } from './edit';
import { PLACEHOLDER } from './scalar';
import { insertInList, insertInMap, oneEdit } from './yaml';

export function addStep(snapshot: Snapshot, history: Place, stage: string): readonly Fix[] {
  const lines = [`stage: ${stage}`, ...['date', 'approvedBy', 'gate'].map((key) => `${key}: ${PLACEHOLDER}`)];
  const lifecycle: Place = { ...history, route: history.route.slice(0, -1) };
  // `lifecycle: {stage: deployment}` has no lines for a list of its own.
  const made =
    insertInList(snapshot, history, lines) ??
    insertInMap(snapshot, lifecycle, [`history: [{${lines.join(', ')}}]`]);
  return oneEdit(tr('Add the step into {0}, to fill in', stage), history.uri, made);
}
