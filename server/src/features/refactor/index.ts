/** Refactorings where the cursor is: the same verdicts and findings before and after. */
import type { Position } from '../../syntax/types';
import type { Snapshot } from '../../workspace/snapshot';
import { cursorAt } from '../cursor';
import { evidenceForms } from './evidence-form';
import { inBraces, overLines } from './lines-and-braces';
import { toOwnFile } from './own-file';
import type { Asked, Refactoring } from './types';

export type { Refactoring } from './types';

/** @returns none in a file that is not ours, or that has an error: nobody can tell what an edit would change */
export function refactoringsAt(snapshot: Snapshot, uri: string, position: Position): readonly Refactoring[] {
  const cursor = cursorAt(snapshot, uri, position);
  if (!cursor || cursor.parsed.problems.length > 0) return [];
  const { parsed, yaml, artefact, offset } = cursor;
  const asked: Asked = { snapshot, uri, parsed, yaml, artefact, offset };
  return [...toOwnFile(asked), ...evidenceForms(asked), ...overLines(asked), ...inBraces(asked)];
}
