/**
 * JavaScript and TypeScript in tokens, as far as telling code from strings, comments, templates and regular expressions
 * takes. Not a parser: what it cannot be sure of makes the answer `balanced: false`, and nobody relies on it then.
 */

export interface JsToken {
  readonly kind: 'name' | 'text' | 'sign' | 'other';
  readonly start: number;
  readonly end: number;
  /**
   * Names and signs: as written. Texts (strings and templates): what they stand for, with `COMPUTED` for each `${}`,
   * whose tokens follow the template's own and lie inside it.
   */
  readonly text: string;
}

export interface JsTokens {
  readonly tokens: readonly JsToken[];
  /** For each opening bracket, the index of the token that closes it, and the other way round. */
  readonly partner: ReadonlyMap<number, number>;
  /** False where brackets do not match or a text is not closed: something was taken for what it is not. */
  readonly balanced: boolean;
}

/** Stands in the text of a template for what is computed. */
export const COMPUTED = '\uFFFC';

const CLOSER: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

const SPACE = /\s+/y;
const NAME = /#?[\p{ID_Start}$_\\](?:[\p{ID_Continue}$\\]|\u200C|\u200D)*/uy;
const NUMBER = /\.?\d(?:[eE][-+]|[\w.])*/y;
const ESCAPED = /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|\r\n|([\s\S]))/giy;

/** Words behind which a slash starts a regular expression although a name stands in front of it. */
const BEFORE_VALUE = new Set(
  'return typeof instanceof in of new delete void throw case do else yield await default extends'.split(' '),
);

export function readTokens(text: string): JsTokens {
  return new Reader(text).read();
}

class Reader {
  readonly #text: string;
  readonly #tokens: JsToken[] = [];
  readonly #partner = new Map<number, number>();
  readonly #open: number[] = [];
  /** Brackets that were open where a template began its `${`; its `}` goes on with the template. */
  readonly #templates: { readonly depth: number; readonly index: number; readonly text: string }[] = [];
  /** What stands in front of the cursor, for telling a division from a regular expression. */
  #last: JsToken | undefined;
  #at = 0;
  #balanced = true;

  constructor(text: string) {
    this.#text = text;
  }

  read(): JsTokens {
    if (this.#text.startsWith('#!')) this.#skipLine();
    while (this.#at < this.#text.length) this.#next();
    if (this.#open.length > 0 || this.#templates.length > 0) this.#balanced = false;
    return { tokens: this.#tokens, partner: this.#partner, balanced: this.#balanced };
  }

  #next(): void {
    if (this.#match(SPACE) !== undefined) return;
    const start = this.#at;
    const sign = this.#text.charAt(start);
    if (sign === '/') this.#slash();
    else if (sign === '"' || sign === "'") this.#string(sign);
    else if (sign === '`') {
      this.#at++;
      this.#push('text', start, '');
      this.#template(this.#tokens.length - 1, '');
    } else if (this.#match(NUMBER) !== undefined) this.#push('other', start, '');
    else {
      const name = this.#match(NAME);
      if (name === undefined) this.#sign(sign);
      else this.#push('name', start, name);
    }
  }

  #sign(sign: string): void {
    const template = this.#templates.at(-1);
    if (sign === '}' && template?.depth === this.#open.length) {
      this.#templates.pop();
      this.#at++;
      this.#template(template.index, template.text + COMPUTED);
      return;
    }
    const index = this.#tokens.length;
    this.#at++;
    this.#push('sign', this.#at - 1, sign);
    if (Object.hasOwn(CLOSER, sign)) this.#open.push(index);
    else if (/[)\]}]/.test(sign)) this.#close(sign, index);
  }

  #close(sign: string, index: number): void {
    const opener = this.#open.at(-1);
    if (opener === undefined || CLOSER[this.#tokens[opener]?.text ?? ''] !== sign) {
      this.#balanced = false;
      return;
    }
    this.#open.pop();
    this.#partner.set(opener, index).set(index, opener);
  }

  #slash(): void {
    const start = this.#at;
    const second = this.#text.charAt(start + 1);
    if (second === '/') this.#skipLine();
    else if (second === '*') {
      const end = this.#text.indexOf('*/', start + 2);
      if (end < 0) this.#balanced = false;
      this.#at = end < 0 ? this.#text.length : end + 2;
    } else if (this.#valueMayStart() && this.#regularExpression()) this.#push('other', start, '');
    else {
      this.#at++;
      this.#push('sign', start, '/');
    }
  }

  /**
   * Behind a value a slash divides, elsewhere it starts a regular expression. Behind `)` both occur (`if (x) /re/`), and
   * behind `}` too; there a division is far rarer after a block, and a regular expression after brackets.
   */
  #valueMayStart(): boolean {
    const before = this.#last;
    if (!before) return true;
    if (before.kind === 'name') return BEFORE_VALUE.has(before.text);
    // `<` is the end tag of JSX: `</div>`.
    return before.kind === 'sign' && !/[)\]<]/.test(before.text);
  }

  /** @returns false where the line ends first: then it was a division, or text between JSX tags */
  #regularExpression(): boolean {
    let inClass = false;
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const sign = this.#text.charAt(at);
      if (sign === '\n' || sign === '\r') return false;
      if (sign === '\\') at++;
      else if (sign === '[') inClass = true;
      else if (sign === ']') inClass = false;
      else if (sign === '/' && !inClass) {
        this.#at = at + 1;
        this.#match(NAME);
        return true;
      }
    }
    return false;
  }

  /** A quote that its line doesn't close is an apostrophe between JSX tags. */
  #string(quote: string): void {
    const start = this.#at;
    let value = '';
    for (let at = start + 1; at < this.#text.length; at++) {
      const sign = this.#text.charAt(at);
      if (sign === '\n' || sign === '\r') break;
      if (sign === quote) {
        this.#at = at + 1;
        this.#push('text', start, value);
        return;
      }
      if (sign === '\\') {
        const escape = escapeAt(this.#text, at);
        value += escape.value;
        at = escape.end - 1;
      } else value += sign;
    }
    this.#at = start + 1;
    this.#balanced = false;
  }

  /** Reads on to the end of a template, or to a `${`, whose content is read as code. */
  #template(index: number, before: string): void {
    const start = this.#tokens[index]?.start ?? 0;
    let value = before;
    while (this.#at < this.#text.length) {
      const sign = this.#text.charAt(this.#at);
      if (sign === '`') {
        this.#at++;
        this.#last = { kind: 'text', start, end: this.#at, text: value };
        this.#tokens[index] = this.#last;
        return;
      }
      if (sign === '$' && this.#text.charAt(this.#at + 1) === '{') {
        this.#at += 2;
        this.#templates.push({ depth: this.#open.length, index, text: value });
        this.#last = undefined;
        return;
      }
      if (sign === '\\') {
        const escape = escapeAt(this.#text, this.#at);
        value += escape.value;
        this.#at = escape.end;
      } else {
        value += sign;
        this.#at++;
      }
    }
    this.#balanced = false;
  }

  #skipLine(): void {
    const end = this.#text.slice(this.#at).search(/[\r\n\u2028\u2029]/);
    this.#at = end < 0 ? this.#text.length : this.#at + end;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #push(kind: JsToken['kind'], start: number, text: string): void {
    this.#last = { kind, start, end: this.#at, text };
    this.#tokens.push(this.#last);
  }
}

const LETTERS: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

function escapeAt(text: string, at: number): { value: string; end: number } {
  ESCAPED.lastIndex = at;
  const match = ESCAPED.exec(text);
  if (!match) return { value: '', end: at + 1 };
  const code = match[1] ?? match[2] ?? match[3];
  const end = ESCAPED.lastIndex;
  if (code !== undefined) {
    const point = parseInt(code, 16);
    return { value: point <= 0x10ffff ? String.fromCodePoint(point) : '', end };
  }
  const sign = match[4] ?? '';
  if (/[\r\n\u2028\u2029]/.test(sign) || sign === '') return { value: '', end };
  return { value: Object.hasOwn(LETTERS, sign) ? (LETTERS[sign] ?? sign) : sign, end };
}
