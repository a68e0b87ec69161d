/** The strings of a TOML file, each with its table, key and line: all that is asked of a `pyproject.toml`. */

export interface TomlString {
  /** `project.optional-dependencies` */
  readonly table: string;
  /** Keys below the table: `dependencies`, or `torch.version` for an inline table. */
  readonly key: string;
  readonly value: string;
  /** Counted from 0. */
  readonly line: number;
}

/** Deeper nesting is nobody's project. */
const MOST_DEPTH = 20;

/** Reads up to the first thing that is no TOML; never throws. */
export function readToml(text: string): readonly TomlString[] {
  return new TomlReader(text).read();
}

class TomlReader {
  readonly #text: string;
  readonly #strings: TomlString[] = [];
  #at = 0;
  #line = 0;
  #table = '';

  constructor(text: string) {
    this.#text = text;
  }

  read(): readonly TomlString[] {
    for (;;) {
      this.#skip(/[\s]*(?:#[^\n]*\s*)*/y);
      if (this.#at >= this.#text.length) return this.#strings;
      const isRead = this.#text[this.#at] === '[' ? this.#header() : this.#pair('', 0);
      if (!isRead) return this.#strings;
    }
  }

  #header(): boolean {
    const header = this.#skip(/\[{1,2}\s*([^\]\n]+?)\s*\]{1,2}/y);
    if (header === undefined) return false;
    this.#table = plain(header);
    return true;
  }

  #pair(below: string, depth: number): boolean {
    const key = this.#skip(
      /((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:\s*\.\s*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)\s*=[ \t]*/y,
    );
    return key !== undefined && this.#value(below === '' ? plain(key) : `${below}.${plain(key)}`, depth);
  }

  #value(key: string, depth: number): boolean {
    if (depth > MOST_DEPTH) return false;
    const line = this.#line;
    const string = this.#string();
    if (string !== undefined) {
      this.#strings.push({ table: this.#table, key, value: string, line });
      return true;
    }
    if (this.#skip(/(\[)/y) !== undefined) return this.#all(']', () => this.#value(key, depth + 1));
    if (this.#skip(/(\{)/y) !== undefined) return this.#all('}', () => this.#pair(key, depth + 1));
    return this.#skip(/([^\s,\]}#]+)/y) !== undefined;
  }

  /** What stands between brackets, with commas between. */
  #all(closing: string, one: () => boolean): boolean {
    for (;;) {
      this.#skip(/[\s,]*(?:#[^\n]*[\s,]*)*/y);
      if (this.#at >= this.#text.length) return false;
      if (this.#text[this.#at] === closing) {
        this.#at++;
        return true;
      }
      if (!one()) return false;
    }
  }

  #string(): string | undefined {
    const long = this.#skip(/"""((?:[^\\]|\\[\s\S])*?)"""/y) ?? this.#skip(/'''([\s\S]*?)'''/y);
    if (long !== undefined) return long;
    const literal = this.#skip(/'([^'\n]*)'/y);
    if (literal !== undefined) return literal;
    return this.#skip(/"((?:[^"\\\n]|\\.)*)"/y)?.replace(/\\(["\\])/g, '$1');
  }

  /** Goes past what matches here. @returns its first group, or all of it */
  #skip(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match) return undefined;
    this.#at = pattern.lastIndex;
    for (const sign of match[0]) if (sign === '\n') this.#line++;
    return match[1] ?? match[0];
  }
}

/** `tool . "poetry"` -> `tool.poetry` */
const plain = (key: string): string =>
  (key.match(/"[^"]*"|'[^']*'|[^.\s]+/g) ?? []).map((part) => part.replace(/^(["'])(.*)\1$/, '$2')).join('.');
