/** Semantic tokens: five numbers for each word that means more than its letters, as LSP encodes them. */
import type { AimsFile } from '../../model/build';
import type { Range } from '../../syntax/types';
import { mentionsIn } from '../mentions';
import { modifiersOf, typeOf } from './legend';

export { TOKEN_MODIFIERS, TOKEN_TYPES } from './legend';
export { editsBetween, type TokenEdit } from './delta';

/**
 * @param range only what begins in it
 * @returns line and column from the token before, length, type, modifiers; sorted, none overlaps another
 */
export function semanticTokens(file: AimsFile, range?: Range): number[] {
  const { parsed } = file;
  const within = range && { start: parsed.offsetAt(range.start), end: parsed.offsetAt(range.end) };
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { mention, start } of mentionsIn(file, within)) {
    if (within && (start < within.start || start > within.end)) continue;
    const at = parsed.positionAt(start);
    const isSameLine = at.line === line;
    data.push(
      at.line - line,
      isSameLine ? at.character - character : at.character,
      mention.length,
      typeOf(mention),
      modifiersOf(mention),
    );
    ({ line, character } = at);
  }
  return data;
}
