/** Where a line of a cell stands in the text of its notebook, for who sees the file and no cells. */
import { LineTable } from '../syntax/lines';
import type { Range } from '../syntax/types';
import { readNotebook } from './find-cell';
import { walkJson } from './json-walk';

/**
 * @param text of the notebook
 * @param cell 0-based index
 * @param line of the cell, 0-based
 * @returns the JSON text that holds the line: one line of the file in notebooks as editors write them. Undefined where
 *   there is no such cell
 */
export function placeInNotebook(text: string, cell: number, line: number): Range | undefined {
  const notebook = readNotebook(text);
  if (!notebook?.cells[cell]) return undefined;
  const route = notebook.route(cell);
  const tokens = [...route, 'source', String(line)];
  // A source that is one text has no lines of its own, and that of old notebooks has another name.
  for (const steps of [tokens, tokens.slice(0, -1), route]) {
    const walk = walkJson(text, steps);
    if (walk.kind !== 'found') continue;
    const table = LineTable.of(text);
    return { start: table.positionAt(walk.start), end: table.positionAt(walk.end) };
  }
  return undefined;
}
