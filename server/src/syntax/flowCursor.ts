import { closingQuote, isQuote, keyName } from './lineShape';

/** Where a cursor stands inside brackets. */
export interface FlowCursor {
  readonly at: 'key' | 'value' | 'child';
  /** Steps from the collection the scan started at. */
  readonly steps: readonly (string | number)[];
  readonly start: number;
  /** End of the word or value the cursor is in. */
  readonly end: number;
}

interface Frame {
  readonly map: boolean;
  key: string | undefined;
  index: number;
}

const ENDS = new Set([',', ']', '}', '{', '[', '\n', '\r']);

/**
 * Reads brackets from the one at `open` up to `offset`, without needing them to be closed behind it. Undefined where
 * they are closed before `offset`.
 */
export function flowCursor(text: string, open: number, offset: number): FlowCursor | undefined {
  const stack: Frame[] = [];
  let word = -1;
  for (let i = open; i < offset; i++) {
    const c = text.charAt(i);
    const top = stack.at(-1);
    if (word < 0 && isQuote(c.charCodeAt(0))) {
      const behind = closingQuote(text, i, text.length);
      if (behind < 0 || behind > offset) return quoted(stack, i, behind, text);
      word = i;
      i = behind - 1;
    } else if (c === '#' && /[\s,]/.test(text.charAt(i - 1))) {
      const end = text.indexOf('\n', i);
      if (end < 0 || end >= offset) return { ...placeIn(stack, false, ''), start: offset, end: offset };
      i = end;
    } else if ((c === '{' || c === '[') && word < 0) {
      stack.push({ map: c === '{', key: undefined, index: 0 });
    } else if (c === '}' || c === ']') {
      stack.pop();
      if (stack.length === 0) return undefined;
      word = i;
    } else if (c === ',' && top !== undefined) {
      top.index++;
      top.key = undefined;
      word = -1;
    } else if (c === ':' && top !== undefined && isColon(text, i, word)) {
      top.key = keyName(text.slice(word < 0 ? i : word, i));
      word = -1;
    } else if (word < 0 && !/\s/.test(c)) {
      word = i;
    }
  }
  const start = word < 0 ? offset : word;
  const end = Math.max(offset, endOfWord(text, start));
  const isKey = text.charAt(end) === ':' && end > start;
  return { ...placeIn(stack, isKey, text.slice(start, end)), start, end };
}

/** A cursor inside quotes: the word is what stands between them. */
function quoted(stack: readonly Frame[], open: number, behind: number, text: string): FlowCursor {
  const end = behind < 0 ? endOfWord(text, open + 1) : behind - 1;
  const isKey = behind >= 0 && /^\s*:/.test(text.slice(behind, behind + 10));
  return { ...placeIn(stack, isKey, text.slice(open + 1, end)), start: open + 1, end };
}

function placeIn(stack: readonly Frame[], isKey: boolean, word: string): Pick<FlowCursor, 'at' | 'steps'> {
  const steps: (string | number)[] = [];
  for (const frame of stack) {
    if (!frame.map) steps.push(frame.index);
    if (frame.key !== undefined) steps.push(frame.key);
  }
  const top = stack.at(-1);
  if (top === undefined || !top.map || top.key !== undefined) return { at: 'value', steps };
  return isKey ? { at: 'key', steps: [...steps, keyName(word)] } : { at: 'child', steps };
}

/** In brackets a colon ends a key where white space, another indicator or nothing follows, or right behind a quote. */
function isColon(text: string, at: number, word: number): boolean {
  return /^[\s,\]}]?$/.test(text.charAt(at + 1)) || (word >= 0 && isQuote(text.charCodeAt(word)));
}

function endOfWord(text: string, from: number): number {
  let end = from;
  if (isQuote(text.charCodeAt(from))) end = Math.max(from, closingQuote(text, from, text.length));
  for (; end < text.length && !ENDS.has(text.charAt(end)); end++) {
    if (text.charAt(end) === ':' && isColon(text, end, from)) break;
    if (text.charAt(end) === '#' && /\s/.test(text.charAt(end - 1))) break;
  }
  while (end > from && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}
