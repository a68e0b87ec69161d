/** Folds that an editor can show all at once. */

/** Zero-based lines, both ends included. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment' | 'region';
}

/** Sorted by start; what crosses another or starts on its line is left out, and what lies deepest beyond the limit. */
export function nested(folds: readonly Fold[], limit: number): readonly Fold[] {
  const sorted = [...folds].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  const around: Fold[] = [];
  const kept: { readonly fold: Fold; readonly depth: number }[] = [];
  for (const fold of sorted) {
    while ((around.at(-1)?.endLine ?? Infinity) < fold.startLine) around.pop();
    const outer = around.at(-1);
    if (outer && (outer.endLine < fold.endLine || outer.startLine === fold.startLine)) continue;
    kept.push({ fold, depth: around.length });
    around.push(fold);
  }
  return kept.length <= limit ? kept.map(({ fold }) => fold) : outermost(kept, limit);
}

function outermost(
  kept: readonly { readonly fold: Fold; readonly depth: number }[],
  limit: number,
): readonly Fold[] {
  const chosen = new Set([...kept].sort((a, b) => a.depth - b.depth).slice(0, limit));
  return kept.filter((each) => chosen.has(each)).map(({ fold }) => fold);
}
