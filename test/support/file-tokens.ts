/** Semantic tokens as words, with what they are taken for. */
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/features/tokens';

export interface ReadToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: string;
  readonly modifiers: readonly string[];
}

export function readTokens(data: readonly number[]): readonly ReadToken[] {
  const tokens: ReadToken[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const modifiers = TOKEN_MODIFIERS.filter((_, bit) => (bits & (1 << bit)) !== 0);
    tokens.push({ line, character, length, type: TOKEN_TYPES[type] ?? '', modifiers });
  }
  return tokens;
}
