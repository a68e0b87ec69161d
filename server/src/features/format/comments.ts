/** At which column a comment on a line of its own is to stand: with what it was written beside. */
import type { Layout, Level } from './layout';
import { indentOf, isComment, isMarker, type Line } from './lines';

const TOP: Level = { old: 0, now: 0 };

/** By line. */
export function commentColumns(lines: readonly Line[], layout: Layout): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  const following = followingLevels(lines, layout);
  let chain: readonly Level[] = [];
  for (const [number, { text }] of lines.entries()) {
    const level = layout.levels.get(number);
    if (level) chain = level.chain;
    else if (isMarker(text)) chain = [];
    else if (isComment(text) && !layout.kept.has(number))
      columns.set(number, columnOf(indentOf(text), chain, following[number] ?? TOP));
  }
  return columns;
}

/** By line: what comes next. */
function followingLevels(lines: readonly Line[], { levels }: Layout): readonly Level[] {
  let next = TOP;
  const following: Level[] = [];
  for (let number = lines.length - 1; number >= 0; number--) {
    following[number] = next;
    if (isMarker(lines[number]?.text ?? '')) next = TOP;
    next = levels.get(number)?.first ?? next;
  }
  return following;
}

/** Indented deeper than what comes next, it belongs to the block that ends before it; else to what comes next. */
function columnOf(written: number, chain: readonly Level[], next: Level): number {
  const ending = chain.filter(({ old, now }) => now > next.now && old > next.old);
  const beside = ending.findLast(({ old }) => old <= written);
  return (beside ?? (written > next.old ? ending[0] : undefined) ?? next).now;
}
