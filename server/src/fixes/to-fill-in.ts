/** Where a fix leaves something for a person to write: that is where the cursor belongs once it is made. */
import type { Position, Range } from '../syntax/types';
import type { TextEdit, WrittenChange } from './edit';

/** A placeholder with its file, in the text as it is after the fix. */
export interface ToFillIn {
  readonly uri: string;
  readonly cell?: number;
  readonly range: Range;
}

/** As a value; a comment may speak of placeholders, or hold the open reason of a suppression, note and all. */
const PLACEHOLDER = /^(?:[^#]*[\s[{])?(TODO)(?=[\s,\]}]|$)|--[ \t](TODO\b.*)$/d;

const LINE_BREAK = /\r\n?|\n/;

interface Found {
  /** Lines from the start of the text. */
  readonly line: number;
  readonly columns: readonly [start: number, end: number];
}

function placeholderIn(text: string): Found | undefined {
  for (const [line, written] of text.split(LINE_BREAK).entries()) {
    const found = PLACEHOLDER.exec(written)?.indices;
    const columns = found?.[1] ?? found?.[2];
    if (columns) return { line, columns };
  }
  return undefined;
}

const at = ({ line, columns }: Found): Range => ({
  start: { line, character: columns[0] },
  end: { line, character: columns[1] },
});

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

const inOrder = (edits: readonly TextEdit[]): readonly TextEdit[] =>
  [...edits].sort((a, b) => (isBefore(a.range.start, b.range.start) ? -1 : 1));

/** Where a position is after edits, in order, that all end before it. */
function moved(position: Position, edits: readonly TextEdit[]): Position {
  const last = edits.at(-1);
  if (!last) return position;
  const { start, end } = last.range;
  const from = moved(start, edits.slice(0, -1));
  const lines = last.newText.split(LINE_BREAK);
  const line = from.line + lines.length - 1;
  if (position.line > end.line)
    return { line: line + position.line - end.line, character: position.character };
  const column = (lines.length === 1 ? from.character : 0) + (lines.at(-1) ?? '').length;
  return { line, character: column + position.character - end.character };
}

function inEdits(edits: readonly TextEdit[]): Range | undefined {
  const ordered = inOrder(edits);
  for (const [index, { range, newText }] of ordered.entries()) {
    const found = placeholderIn(newText);
    if (!found) continue;
    const start = moved(range.start, ordered.slice(0, index));
    const line = start.line + found.line;
    const column = found.line === 0 ? start.character : 0;
    const [from, to] = found.columns;
    return { start: { line, character: column + from }, end: { line, character: column + to } };
  }
  return undefined;
}

function inChange(change: WrittenChange): ToFillIn | undefined {
  if (change.kind === 'edit') {
    const range = inEdits(change.edits);
    const { uri, cell } = change;
    return range && { uri, range, ...(cell === undefined ? {} : { cell }) };
  }
  const found = placeholderIn(change.text);
  return found && { uri: change.uri, range: at(found) };
}

/** The first placeholder a fix writes, in a file it creates before one it edits; undefined where it writes none. */
export function firstToFillIn(changes: readonly WrittenChange[]): ToFillIn | undefined {
  const created = changes.filter(({ kind }) => kind === 'create');
  const edited = changes.filter(({ kind }) => kind === 'edit');
  return [...created, ...edited].map(inChange).find((found) => found !== undefined);
}
