/** What one line means for folding. */

export type FoldedLine =
  | { readonly is: 'blank' }
  | { readonly is: 'comment'; readonly column: number; readonly region?: 'start' | 'end' }
  /** `---` or `...` */
  | { readonly is: 'document'; readonly column: number }
  | {
      readonly is: 'content';
      readonly column: number;
      /** Lines below with a higher rank belong to it. A list may stand in the column of its key, so a dash ranks above. */
      readonly rank: number;
      /** Column of the key or dash whose block scalar begins here: what is indented more is its text. */
      readonly opensScalar: number | undefined;
    };

const REGION = /^#\s*(end)?region\b/;
const BLOCK_SCALAR = /(?:^|[:\-\s])[|>][-+1-9]{0,2}\s*(?:\s#.*)?$/;

/** @param text without its line break */
export function readLine(text: string): FoldedLine {
  const column = /^ */.exec(text)?.[0].length ?? 0;
  const content = text.slice(column).trimEnd();
  if (content === '') return { is: 'blank' };
  if (content.startsWith('#')) {
    const mark = REGION.exec(content);
    return { is: 'comment', column, ...(mark ? { region: mark[1] === 'end' ? 'end' : 'start' } : {}) };
  }
  if (column === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(content)) return { is: 'document', column };
  const dashes = /^(?:- +)*(?:-$)?/.exec(content)?.[0] ?? '';
  return {
    is: 'content',
    column,
    rank: column * 2 + (dashes === '' ? 0 : 1),
    opensScalar: BLOCK_SCALAR.test(content) ? column + scalarColumn(content, dashes) : undefined,
  };
}

/** Behind its dashes stands a key, or the scalar itself: then the last dash is what its text is indented from. */
const scalarColumn = (content: string, dashes: string): number =>
  /^[|>]/.test(content.slice(dashes.length)) ? Math.max(0, dashes.lastIndexOf('-')) : dashes.length;
