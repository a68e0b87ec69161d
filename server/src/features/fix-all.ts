/** Everything in one file that can be mended without anybody deciding anything, as one edit. */
import type { Fix, TextEdit } from '../fixes/edit';
import type { Position } from '../syntax/types';

const before = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

const touches = (a: TextEdit, b: TextEdit): boolean =>
  !before(a.range.end, b.range.start) && !before(b.range.end, a.range.start);

/**
 * Edits of the lossless fixes that change this file alone. Of fixes that touch the same text only the first counts; the
 * next round finds the others.
 */
export function losslessEdits(uri: string, fixes: readonly Fix[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const fix of fixes) {
    if (!fix.lossless) continue;
    const edits = fix.changes.flatMap((change) =>
      change.kind === 'edit' && change.uri === uri && change.cell === undefined ? [...change.edits] : [],
    );
    const isWhole = fix.changes.every((change) => change.kind === 'edit' && change.uri === uri);
    if (!isWhole || edits.some((edit) => taken.some((other) => touches(edit, other)))) continue;
    taken.push(...edits);
  }
  return taken;
}
