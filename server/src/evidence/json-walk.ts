/**
 * Follows a JSON pointer through a text, keeping positions and the written form of values. One pass without recursion,
 * building nothing: large and hostile files cost their length once. Comments and trailing commas are read over, and
 * `NaN` and `Infinity`, which Python writes.
 */
import { translatable } from '../l10n/tr';

/** UTF-16 code units. A report that holds a figure is far smaller; beyond it, reading holds up everything else. */
const MAX_LENGTH = 10_000_000;
const MAX_DEPTH = 1_000;
/** Keys kept to suggest one from. */
const MAX_KEYS = 1_000;

export type JsonType = 'map' | 'list' | 'string' | 'number' | 'boolean' | 'null';

export type JsonWalk =
  | { readonly kind: 'found'; readonly type: JsonType; readonly start: number; readonly end: number }
  /** The first `depth` tokens lead to a value, whose keys or number of items are given; the next token leads nowhere. */
  | {
      readonly kind: 'missing';
      readonly depth: number;
      readonly keys: readonly string[];
      readonly length?: number;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** @param tokens steps of the pointer; none for the whole document */
export function walkJson(text: string, tokens: readonly string[]): JsonWalk {
  if (text.length > MAX_LENGTH)
    return { kind: 'unreadable', reason: translatable('The file is too large to be read.') };
  try {
    return new Walker(text, tokens).walk();
  } catch (problem) {
    if (problem instanceof Unreadable) return { kind: 'unreadable', reason: problem.message };
    throw problem;
  }
}

class Unreadable extends Error {}

interface Frame {
  readonly isMap: boolean;
  /** The container is what the first `onPath` tokens lead to; -1 where the pointer goes elsewhere. */
  readonly onPath: number;
  readonly start: number;
  /** Index of the item that comes next in a list. */
  index: number;
  seen: boolean;
}

const SPACE = /[ \t\r\n]+/y;
const LINE_COMMENT = /\/\/[^\r\n]*/y;
const NUMBER = /-?(?:(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|Infinity)(?![\w.])|NaN\b/y;
const WORD = /(true|false|null)\b/y;

class Walker {
  readonly #text: string;
  readonly #tokens: readonly string[];
  readonly #stack: Frame[] = [];
  readonly #keys: string[] = [];
  #at: number;
  /** How far the pointer could be followed. */
  #deepest = -1;
  #length: number | undefined;
  #found: Extract<JsonWalk, { kind: 'found' }> | undefined;

  constructor(text: string, tokens: readonly string[]) {
    this.#text = text;
    this.#tokens = tokens;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  walk(): JsonWalk {
    this.#value(0);
    while (this.#stack.length > 0) this.#step();
    this.#space();
    if (this.#at < this.#text.length) this.#fail();
    if (this.#found) return this.#found;
    const depth = Math.max(0, this.#deepest);
    return this.#length === undefined
      ? { kind: 'missing', depth, keys: this.#keys }
      : { kind: 'missing', depth, keys: this.#keys, length: this.#length };
  }

  /** One entry, one item, or the end of the innermost container. */
  #step(): void {
    const frame = this.#stack.at(-1);
    if (!frame) return;
    this.#space();
    if (frame.seen && this.#take(',')) this.#space();
    else if (frame.seen && !this.#peek(frame.isMap ? '}' : ']')) this.#fail();
    if (this.#take(frame.isMap ? '}' : ']')) this.#close(frame);
    else {
      frame.seen = true;
      this.#value(frame.isMap ? this.#entry(frame) : this.#item(frame));
    }
  }

  #entry(frame: Frame): number {
    const start = this.#at;
    if (!this.#peek('"')) this.#fail();
    this.#string();
    const key = frame.onPath < 0 ? undefined : decoded(this.#text.slice(start, this.#at));
    this.#space();
    if (!this.#take(':')) this.#fail();
    if (key === undefined) return -1;
    if (frame.onPath === this.#deepest && this.#keys.length < MAX_KEYS) this.#keys.push(key);
    return this.#follows(frame, key);
  }

  #item(frame: Frame): number {
    const index = frame.index++;
    return frame.onPath < 0 ? -1 : this.#follows(frame, String(index));
  }

  #follows(frame: Frame, token: string): number {
    if (frame.onPath >= this.#tokens.length || this.#tokens[frame.onPath] !== token) return -1;
    // Which of two equal keys counts is left open by RFC 8259 and RFC 6901, and readers differ.
    if (this.#deepest > frame.onPath) throw new Unreadable('A key on the way stands there twice.');
    return frame.onPath + 1;
  }

  #value(onPath: number): void {
    this.#space();
    const start = this.#at;
    if (onPath > this.#deepest) {
      this.#deepest = onPath;
      this.#keys.length = 0;
      this.#length = undefined;
    }
    if (this.#peek('{') || this.#peek('[')) {
      if (this.#stack.length >= MAX_DEPTH)
        throw new Unreadable(translatable('The file is nested too deep to be read.'));
      this.#stack.push({ isMap: this.#peek('{'), onPath, start, index: 0, seen: false });
      this.#at++;
      return;
    }
    const type = this.#scalar();
    if (onPath === this.#tokens.length) this.#found = { kind: 'found', type, start, end: this.#at };
  }

  #close(frame: Frame): void {
    this.#stack.pop();
    if (frame.onPath === this.#tokens.length) {
      const type = frame.isMap ? 'map' : 'list';
      this.#found = { kind: 'found', type, start: frame.start, end: this.#at };
    }
    if (!frame.isMap && frame.onPath === this.#deepest) this.#length = frame.index;
  }

  #scalar(): JsonType {
    if (this.#peek('"')) {
      this.#string();
      return 'string';
    }
    if (this.#match(NUMBER)) return 'number';
    const start = this.#at;
    if (!this.#match(WORD)) this.#fail();
    return this.#text.charAt(start) === 'n' ? 'null' : 'boolean';
  }

  /** By searching for quotes: most of a large file is text, and this is many times faster than looking at each unit. */
  #string(): void {
    for (let end = this.#text.indexOf('"', this.#at + 1); end >= 0; end = this.#text.indexOf('"', end + 1)) {
      let escapes = 0;
      while (this.#text.charAt(end - 1 - escapes) === '\\') escapes++;
      if (escapes % 2 === 1) continue;
      this.#at = end + 1;
      return;
    }
    this.#at = this.#text.length;
    this.#fail();
  }

  #space(): void {
    while (this.#match(SPACE) || this.#match(LINE_COMMENT) || this.#blockComment());
  }

  #blockComment(): boolean {
    if (!this.#text.startsWith('/*', this.#at)) return false;
    const end = this.#text.indexOf('*/', this.#at + 2);
    if (end < 0) this.#fail();
    this.#at = end + 2;
    return true;
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #peek(sign: string): boolean {
    return this.#text.charAt(this.#at) === sign;
  }

  #take(sign: string): boolean {
    if (!this.#peek(sign)) return false;
    this.#at++;
    return true;
  }

  #fail(): never {
    throw new Unreadable(
      this.#at >= this.#text.length
        ? translatable('The file ends in the middle of a value.')
        : translatable('The file is not valid JSON.'),
    );
  }
}

/** The text a JSON string stands for; as written where its escapes are none JSON knows. */
export function decoded(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal.slice(1, -1);
  }
}
