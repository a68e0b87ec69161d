/** Where what is named under a cursor stands, and where else it is named. So far: controls, their rows and evidence. */
import type { CodePlace } from '../../code/types';
import type { Snapshot } from '../../workspace/snapshot';
import type { DocumentPosition } from '../annotation';
import { referencesToControl, rowsOfControl } from './control';
import { controlAt } from './mention';

/** @returns none where nothing is named, or it stands nowhere */
export function definitionsAt(snapshot: Snapshot, at: DocumentPosition): readonly CodePlace[] {
  const mention = controlAt(snapshot, at);
  return mention ? rowsOfControl(snapshot, mention) : [];
}

/** @param withDefinitions whether to list where it is defined as well */
export function referencesAt(
  snapshot: Snapshot,
  at: DocumentPosition,
  withDefinitions: boolean,
): readonly CodePlace[] {
  const mention = controlAt(snapshot, at);
  if (!mention) return [];
  return [
    ...(withDefinitions ? rowsOfControl(snapshot, mention) : []),
    ...referencesToControl(snapshot, mention),
  ];
}
