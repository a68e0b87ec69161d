import { lineStart, nextLine } from './cut';
import { ancestry, itemsAbove, openersOf, type Opener } from './ancestry';
import { flowCursor } from './flowCursor';
import { closingQuote, isQuote, lineShape, type LineShape } from './lineShape';
import type { Locus, Route, TextSpan } from './types';

/** The part of a file one document takes up. */
export interface Extent {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Where a cursor stands. Judged by the indentation of lines and the characters of the line itself, never by the parsed
 * tree: completion is asked for on lines that do not parse yet. The rules, in order:
 *
 * 1. Inside brackets, a quoted text or a block scalar that a line above opened: there.
 * 2. On a blank or comment line: a new entry of the map or list the cursor's column belongs to. A finished value above
 *    (`owner: x`) takes no entries, so the cursor belongs beside it even when indented more.
 * 3. On a key, up to its colon: `key`. Behind the colon or a dash: `value`, also where nothing is written yet.
 * 4. A word alone on its line is a key half typed (`child`), unless it goes on a plain value above.
 */
export function locate(text: string, document: Extent, offset: number): Locus {
  const from = document.start;
  const line = lineShape(text, Math.max(from, lineStart(text, offset)));
  const cursor: Cursor = { text, document, offset, line };
  if (line.start === from && text.startsWith('---', from)) return child(cursor, [], 0, offset, offset);
  if (line.blank) return onBlankLine(cursor);
  const closing = /[\]}]/.test(text.charAt(line.first));
  const column = line.first - line.start;
  const around = ancestry(text, from, line.start, closing ? column + 1 : column, line.dashes.length > 0);
  return insideOpened(cursor, around, false) ?? onWrittenLine(cursor, around);
}

interface Cursor {
  readonly text: string;
  readonly document: Extent;
  readonly offset: number;
  readonly line: LineShape;
}

function onBlankLine(cursor: Cursor): Locus {
  const { text, document, offset, line } = cursor;
  const column = offset - line.start;
  const around = ancestry(text, document.start, line.start, column, false);
  const opened = insideOpened(cursor, around, true);
  if (opened !== undefined) return opened;
  const last = around.at(-1);
  const holders = last !== undefined && hasValue(last) ? around.slice(0, -1) : around;
  return child(cursor, routeOf(holders), childColumn(cursor, holders, column), offset, offset);
}

function onWrittenLine(cursor: Cursor, around: readonly Opener[]): Locus {
  const { text, document, offset, line } = cursor;
  const { dashes, key, valueStart, valueEnd } = line;
  if (offset < line.first || (offset === line.first && dashes.length > 0)) {
    return child(cursor, routeOf(around), line.first - line.start, offset, offset);
  }
  const column = line.first - line.start;
  const index = dashes.length > 0 ? itemsAbove(text, document.start, line.start, column) : 0;
  const left = openersOf(line, offset, index);
  const route = routeOf([...around, ...left]);
  const content = key?.start ?? valueStart;
  if (dashes.length > 0 && offset < content) {
    const empty = key === undefined && valueStart >= valueEnd;
    return empty
      ? value(cursor, route, offset, offset)
      : child(cursor, route, content - line.start, offset, offset);
  }
  if (key !== undefined && offset <= key.end) {
    const whole = routeOf([...around, ...openersOf(line, key.start + 1, index)]);
    const end = key.start + text.slice(key.start, key.end).trimEnd().length;
    return locus(cursor, 'key', whole, key.start, Math.max(end, offset), false, key.start - line.start);
  }
  if (key === undefined && dashes.length === 0) return onLooseText(cursor, around);
  return onValue(cursor, route);
}

/** Text on a line of its own, with neither dash nor key. */
function onLooseText(cursor: Cursor, around: readonly Opener[]): Locus {
  const { text, line } = cursor;
  const last = around.at(-1);
  const opensFlow = /[[{]/.test(text.charAt(line.valueStart));
  if (opensFlow || isQuote(text.charCodeAt(line.valueStart))) return onValue(cursor, routeOf(around));
  if (last !== undefined && hasValue(last)) return onValue(cursor, routeOf(around));
  return child(cursor, routeOf(around), line.first - line.start, line.valueStart, line.valueEnd);
}

function onValue(cursor: Cursor, route: Route): Locus {
  const { text, offset, line } = cursor;
  const { valueStart, valueEnd } = line;
  if (offset < valueStart || valueStart === valueEnd) return value(cursor, route, offset, offset);
  if (/[[{]/.test(text.charAt(valueStart))) {
    const inside = inFlow(cursor, valueStart, route);
    if (inside !== undefined) return inside;
  }
  if (isQuote(text.charCodeAt(valueStart)) && offset > valueStart) {
    const closed = closingQuote(text, valueStart, line.end);
    const end = closed < 0 ? valueEnd : closed - 1;
    if (offset <= end) return value(cursor, route, valueStart + 1, end);
  }
  return offset > valueEnd && text.slice(valueEnd, offset).includes('#')
    ? value(cursor, route, offset, offset)
    : value(cursor, route, valueStart, valueEnd);
}

/** The outermost value above that is still open where the cursor's line begins: brackets, quotes, a block scalar. */
function insideOpened(cursor: Cursor, around: readonly Opener[], blank: boolean): Locus | undefined {
  const { text, document } = cursor;
  const atTop = insideValue(cursor, [], firstContent(text, document.start, cursor.line.start), blank);
  if (atTop !== undefined) return atTop;
  for (const [i, opener] of around.entries()) {
    if (!opener.ownsValue) continue;
    const valueStart = hasValue(opener)
      ? opener.line.valueStart
      : firstContent(text, opener.line.end, cursor.line.start);
    const inside = insideValue(cursor, routeOf(around.slice(0, i + 1)), valueStart, blank);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** The locus in the value at `valueStart`, if that is of a kind that reaches over lines and is still open. */
function insideValue(cursor: Cursor, route: Route, valueStart: number, blank: boolean): Locus | undefined {
  const { text, offset, line, document } = cursor;
  const sign = text.charAt(valueStart);
  if (sign === '[' || sign === '{') return inFlow(cursor, valueStart, route);
  if (sign === '|' || sign === '>')
    return blank ? value(cursor, route, offset, offset) : lineOfText(cursor, route);
  if (
    !isQuote(sign.charCodeAt(0)) ||
    lineShape(text, lineStart(text, valueStart)).key?.start === valueStart
  ) {
    return undefined;
  }
  const behind = closingQuote(text, valueStart, document.end);
  // A quote nobody closed ends with its line: what follows is more likely a new entry than more text.
  return behind > line.start && offset < behind ? lineOfText(cursor, route) : undefined;
}

/** Start of the first text on the lines from `from` on that stand above `before`; -1 where there is none. */
function firstContent(text: string, from: number, before: number): number {
  let at = text.startsWith('\ufeff', from) ? from + 1 : lineStart(text, from);
  if (at < from) at = nextLine(text, from);
  for (; at < before; at = nextLine(text, at)) {
    const line = lineShape(text, at);
    if (!line.blank && !text.startsWith('---', at)) return line.first;
  }
  return -1;
}

function lineOfText(cursor: Cursor, route: Route): Locus {
  const start = Math.min(cursor.line.first, cursor.offset);
  return value(cursor, route, start, Math.max(start, cursor.line.end));
}

function inFlow(cursor: Cursor, open: number, route: Route): Locus | undefined {
  const found = flowCursor(cursor.text, open, cursor.offset);
  if (found === undefined) return undefined;
  const steps = [...route, ...found.steps];
  const { start, end } = onOneLine(cursor, found);
  return locus(cursor, found.at, steps, start, end, true, cursor.line.first - cursor.line.start);
}

/** Of a text over several lines, what stands on that of the cursor: a quote nobody closed must not take other lines. */
function onOneLine({ text, offset, line }: Cursor, { start, end }: TextSpan): TextSpan {
  const word = /^[^,[\]{}]*/.exec(text.slice(offset, line.end))?.[0].trimEnd() ?? '';
  return {
    start: start < line.start ? Math.min(line.first, offset) : start,
    end: end > line.end ? offset + word.length : end,
  };
}

/** Where keys or dashes directly inside the innermost opener stand: as those already there, else as the cursor. */
function childColumn(cursor: Cursor, holders: readonly Opener[], column: number): number {
  const { text, document } = cursor;
  const holder = holders.at(-1);
  if (holder === undefined) return 0;
  if (!holder.ownsValue) return (holder.line.key?.start ?? holder.line.valueStart) - holder.line.start;
  for (let at = nextLine(text, holder.line.end); at < document.end; at = nextLine(text, at)) {
    const below = lineShape(text, at);
    if (below.blank) continue;
    const found = below.first - below.start;
    if (found > holder.column) return found;
    break;
  }
  return column > holder.column ? column : holder.column + INDENT;
}

const INDENT = 2;

/** Is something written behind this key or dash, other than an anchor or a tag? */
function hasValue({ line, ownsValue }: Opener): boolean {
  return ownsValue && line.valueEnd > line.valueStart;
}

function routeOf(openers: readonly Opener[]): Route {
  return openers.map((opener) => opener.step);
}

function child(cursor: Cursor, route: Route, indent: number, start: number, end: number): Locus {
  return locus(cursor, 'child', route, start, end, false, indent);
}

/** For `value` the indent is that of keys, should the value become a map. */
function value(cursor: Cursor, route: Route, start: number, end: number): Locus {
  const { dashes, key, first, start: line } = cursor.line;
  const own = key?.start ?? dashes.at(-1) ?? first;
  return locus(cursor, 'value', route, start, end, false, own - line + INDENT);
}

function locus(
  cursor: Cursor,
  at: Locus['at'],
  route: Route,
  start: number,
  end: number,
  flow: boolean,
  indent: number,
): Locus {
  const { text, document, offset } = cursor;
  const from = Math.min(start, offset);
  const prefix = text.slice(from, offset);
  return {
    document: document.index,
    at,
    route,
    prefix,
    replace: { start: from, end: Math.max(end, offset) },
    flow,
    indent,
  };
}
