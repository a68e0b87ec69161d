/** Where what is named under a cursor stands, and where else it is named: a control with its rows and evidence, or an id. */
import type { CodePlace } from '../../code/types';
import type { Snapshot } from '../../workspace/snapshot';
import type { DocumentPosition } from '../annotation';
import { referencesToControl, rowsOfControl } from './control';
import { definitionsOfEntity, referencesToEntity } from './entity';
import { controlAt } from './mention';

/** @returns none where nothing is named, or it stands nowhere */
export function definitionsAt(snapshot: Snapshot, at: DocumentPosition): readonly CodePlace[] {
  const control = controlAt(snapshot, at);
  return control ? rowsOfControl(snapshot, control) : definitionsOfEntity(snapshot, at);
}

/** @param withDefinitions whether to list where it is defined as well */
export function referencesAt(
  snapshot: Snapshot,
  at: DocumentPosition,
  withDefinitions: boolean,
): readonly CodePlace[] {
  const control = controlAt(snapshot, at);
  return [
    ...(withDefinitions ? definitionsAt(snapshot, at) : []),
    ...(control ? referencesToControl(snapshot, control) : referencesToEntity(snapshot, at)),
  ];
}
