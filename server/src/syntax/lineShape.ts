import { endsWord } from './cut';

/** What one line looks like in block style, judged by itself. All offsets are absolute. */
export interface LineShape {
  readonly start: number;
  /** End of the line without its line break. */
  readonly end: number;
  /** First character that is not a space. */
  readonly first: number;
  /** Nothing on it but blanks or a comment. */
  readonly blank: boolean;
  /** Offsets of the dashes it opens with: `- - a`. */
  readonly dashes: readonly number[];
  readonly key: KeyShape | undefined;
  /** What follows the dashes and the key, without blanks around it and without a comment. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface KeyShape {
  readonly start: number;
  readonly end: number;
  /** Without quotes. */
  readonly name: string;
}

const SPACE = 32;
const TAB = 9;
const HASH = 35;
const DASH = 45;
const COLON = 58;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const BACKSLASH = 92;

/** Describes the line that starts at `start`. */
export function lineShape(text: string, start: number): LineShape {
  const end = endOfLine(text, start);
  let at = skipSpaces(text, start, end);
  const first = at;
  const dashes: number[] = [];
  while (at < end && text.charCodeAt(at) === DASH && endsWord(text, at + 1)) {
    dashes.push(at);
    at = skipBlanks(text, at + 1, end);
  }
  const blank = at >= end || text.charCodeAt(at) === HASH;
  const key = blank ? undefined : keyAt(text, at, end);
  const valueStart = skipBlanks(text, key ? key.end + 1 : at, end);
  const valueEnd = endOfValue(text, valueStart, end);
  return {
    start,
    end,
    first,
    blank: blank && dashes.length === 0,
    dashes,
    key,
    valueStart: Math.min(valueStart, end),
    valueEnd,
  };
}

/** Offset behind the quote that closes the one at `open`, or -1. */
export function closingQuote(text: string, open: number, end: number): number {
  const quote = text.charCodeAt(open);
  for (let i = open + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === BACKSLASH && quote === DOUBLE_QUOTE) i++;
    else if (unit === quote) {
      if (quote !== SINGLE_QUOTE || text.charCodeAt(i + 1) !== SINGLE_QUOTE) return i + 1;
      i++;
    }
  }
  return -1;
}

export function isQuote(unit: number): boolean {
  return unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE;
}

/** The text a quoted or plain key stands for; escapes other than a doubled quote are too rare in keys to matter. */
export function keyName(written: string): string {
  const trimmed = written.trim();
  if (trimmed.length < 2 || !isQuote(trimmed.charCodeAt(0))) return trimmed;
  const inner = trimmed.slice(1, -1);
  return trimmed.startsWith("'") ? inner.replaceAll("''", "'") : inner.replaceAll('\\"', '"');
}

function keyAt(text: string, start: number, end: number): KeyShape | undefined {
  const unit = text.charCodeAt(start);
  if (unit === 91 || unit === 123) return undefined;
  let at = start;
  if (isQuote(unit)) {
    at = closingQuote(text, start, end);
    if (at < 0) return undefined;
    const colon = skipBlanks(text, at, end);
    if (text.charCodeAt(colon) !== COLON) return undefined;
    return { start, end: colon, name: keyName(text.slice(start, at)) };
  }
  for (; at < end; at++) {
    const here = text.charCodeAt(at);
    if (here === COLON && endsWord(text, at + 1))
      return { start, end: at, name: keyName(text.slice(start, at)) };
    if (here === HASH && isBlankUnit(text.charCodeAt(at - 1))) return undefined;
  }
  return undefined;
}

function endOfValue(text: string, start: number, lineEnd: number): number {
  let end = lineEnd;
  const from = isQuote(text.charCodeAt(start)) ? closingQuote(text, start, lineEnd) : start;
  for (let i = from < 0 ? lineEnd : from; i < lineEnd; i++) {
    if (text.charCodeAt(i) === HASH && (i === start || isBlankUnit(text.charCodeAt(i - 1)))) {
      end = i;
      break;
    }
  }
  while (end > start && isBlankUnit(text.charCodeAt(end - 1))) end--;
  return Math.max(start, end);
}

function endOfLine(text: string, start: number): number {
  const found = text.indexOf('\n', start);
  const end = found < 0 ? text.length : found;
  return end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === SPACE) at++;
  return at;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlankUnit(text.charCodeAt(at))) at++;
  return at;
}

function isBlankUnit(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}
