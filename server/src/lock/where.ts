/** Which lock an approval is recorded in: the one beside the organization's file, else the one at the workspace root. */
import { LOCK_NAME } from '../workspace/host';
import { folderOf, pathBetween, rootOf } from '../workspace/uri';
import type { Approvable } from './approvable';

export interface LockPlace {
  /** Of the lock. */
  readonly lock: string;
  /** Path of the file from there, as records name it. */
  readonly file: string;
}

/** @param roots the workspace folders */
export function lockPlaceOf(
  roots: readonly string[],
  { uri, organization }: Pick<Approvable, 'uri' | 'organization'>,
): LockPlace {
  const home = organization.kind === 'found' ? organization.uri : undefined;
  const beside = home === undefined ? undefined : `${folderOf(home)}/${LOCK_NAME}`;
  const fromBeside = beside === undefined ? undefined : pathBetween(beside, uri);
  if (beside !== undefined && fromBeside !== undefined) return { lock: beside, file: fromBeside };
  const atRoot = `${rootOf(uri, roots) ?? folderOf(uri)}/${LOCK_NAME}`;
  return { lock: atRoot, file: pathBetween(atRoot, uri) ?? uri };
}
