import { Lexer, Parser } from 'yaml';
import type { CST } from 'yaml';

/** Deepest nesting of maps and lists that is read. Far beyond any AIMS file, far below any stack. */
export const MAX_DEPTH = 100;

/** Collections, and the scalar and document around them, that may be open at once before reading is given up. */
const MAX_OPEN = MAX_DEPTH + 10;

/** Stray tokens that are kept: of all the parser complains about, only the first is shown. */
const MAX_STRAY = 100;

export interface Tokens {
  readonly list: readonly CST.Token[];
  /** Where something starts that is certainly nested too deep; what is behind it was not looked at. */
  readonly tooDeepAt: number | undefined;
}

/**
 * Splits a text into the token trees of its documents, without recursion. Does what `Parser.parse` does, but stops
 * at a hopeless depth: to build millions of open brackets up only to refuse them would take minutes.
 */
export function tokenize(text: string): Tokens {
  const list: CST.Token[] = [];
  const parser = new Parser();
  let stray = 0;
  const keep = (tokens: Iterable<CST.Token>): void => {
    for (const token of tokens) if (token.type !== 'error' || ++stray <= MAX_STRAY) list.push(token);
  };
  for (const lexeme of new Lexer().lex(text)) {
    keep(parser.next(lexeme));
    if (parser.stack.length > MAX_OPEN) return { list, tooDeepAt: parser.stack.at(-1)?.offset ?? 0 };
  }
  keep(parser.end());
  return { list, tooDeepAt: undefined };
}
