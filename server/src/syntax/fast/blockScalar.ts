import { CR, SPACE } from './characters';
import { skipSpaces } from './lines';
import type { ReadScalar } from './scalars';

/** `|` or `>`, and whether the last line break goes. Other headers are rare. */
const HEADER = /[|>]-?(?=[ \r\n])/y;

/** How the lines of a block scalar become its text. */
interface Style {
  readonly folded: boolean;
  readonly stripped: boolean;
}

/** Reads `|`, `|-`, `>` or `>-` at an offset; `end` is behind it. */
export function readHeader(text: string, at: number): { style: Style; end: number } | undefined {
  HEADER.lastIndex = at;
  const written = HEADER.exec(text)?.[0];
  if (written === undefined) return undefined;
  const style = { folded: written.startsWith('>'), stripped: written.endsWith('-') };
  return { style, end: at + written.length };
}

/** A block scalar, the offset behind what is written of it, and the start of the first line that is not its own. */
interface ReadBlockScalar extends ReadScalar {
  readonly below: number;
}

/**
 * Reads a block scalar whose first line starts at `from`, in a collection in column `outer`. Undefined where indentation
 * matters to the text: blank lines at its start, lines of blanks only, and where lines are folded, deeper lines.
 */
export function readBlockScalar(
  text: string,
  from: number,
  outer: number,
  style: Style,
): ReadBlockScalar | undefined {
  const indent = skipSpaces(text, from) - from;
  if (indent <= outer) return undefined;
  const lines: string[] = [];
  let written = 0;
  let end = from;
  let start = from;
  while (start < text.length) {
    const lineEnd = endOfLine(text, start);
    const column = skipSpaces(text, start) - start;
    if (start + column >= lineEnd) {
      if (column > indent) return undefined;
      lines.push('');
    } else {
      if (column <= outer) break;
      if (column < indent || (style.folded && column > indent)) return undefined;
      written = lines.push(text.slice(start + indent, lineEnd));
      end = behindLastWord(text, lineEnd);
    }
    start = behindBreak(text, lineEnd);
  }
  if (written === 0 || lines[0] === '') return undefined;
  const content = lines.slice(0, written);
  const joined = style.folded ? fold(content) : content.join('\n');
  const node = {
    kind: 'scalar',
    type: 'string',
    text: joined + (style.stripped ? '' : '\n'),
    style: 'block',
  } as const;
  return { node, end, below: start };
}

/** One line break becomes a space; of several one is left out. */
function fold(lines: readonly string[]): string {
  let text = '';
  let breaks = 0;
  for (const line of lines) {
    if (line !== '' && text !== '') text += breaks === 0 ? ' ' : '\n'.repeat(breaks);
    text += line;
    breaks = line === '' ? breaks + 1 : 0;
  }
  return text;
}

/** Offset of the line break, or of the end of the text. */
function endOfLine(text: string, start: number): number {
  const found = text.indexOf('\n', start);
  if (found < 0) return text.length;
  return found > start && text.charCodeAt(found - 1) === CR ? found - 1 : found;
}

/** Blanks at the end of a line are part of the text, but not of what is shown as its place. */
function behindLastWord(text: string, lineEnd: number): number {
  let end = lineEnd;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  return end;
}

function behindBreak(text: string, lineEnd: number): number {
  return Math.min(text.length, lineEnd + (text.charCodeAt(lineEnd) === CR ? 2 : 1));
}
