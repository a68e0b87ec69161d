/** Blanks inside braces and brackets: `{ a: 1 }`, `[a, b]`. Lines stay as they are. */
import type { PlacedNode } from '../../syntax/types';
import { changed, type Change } from './change';

/** What may stand between a key and its value beside blanks: an anchor, a tag. */
const COLON = /^[ \t]*:[ \t]+((?:[&!]\S*[ \t]+)*)$/;
/** Behind a key in quotes. */
const BARE_COLON = /^[ \t]*:[ \t]*$/;

/** `: `, with anchor and tag behind it; undefined where something else stands there too. */
export function colonGap(gap: string): string | undefined {
  const match = COLON.exec(gap);
  return match ? `: ${(match[1] ?? '').replace(/[ \t]+/g, ' ')}` : undefined;
}

/** Changes between the parts of a flow collection, and in those it holds. */
export function* flowChanges(text: string, { node, value, children }: Flow): Generator<Change> {
  if (node?.kind !== 'map' && node?.kind !== 'list') return;
  const gap = (start: number, end: number, wanted: RegExp, newText: string): readonly Change[] => {
    if (start > end || !wanted.test(text.slice(start, end))) return [];
    return [changed(text, { start, end }, newText) ?? []].flat();
  };
  const pad = node.kind === 'map' ? ' ' : '';
  const [first, last] = [children[0], children.at(-1)];
  const inside = { start: value.start + 1, end: value.end - 1 };
  if (!first || !last) return yield* gap(inside.start, inside.end, /^[ \t]*$/, '');
  yield* gap(inside.start, first.entry.start, /^[ \t]*$/, pad);
  for (const [index, child] of children.entries()) {
    const next = children[index + 1];
    const hasValue = child.value.end > child.value.start;
    if (child.key && hasValue) {
      const span = { start: child.key.end, end: child.value.start };
      const between = text.slice(span.start, span.end);
      const written = BARE_COLON.test(between) ? ': ' : colonGap(between);
      if (written !== undefined) yield* [changed(text, span, written) ?? []].flat();
    }
    yield* flowChanges(text, flowOf(child));
    if (next && hasValue) yield* gap(child.entry.end, next.entry.start, /^[ \t]*,[ \t]*$/, ', ');
  }
  if (last.value.end > last.value.start) yield* gap(last.entry.end, inside.end, /^[ \t]*,?[ \t]*$/, pad);
}

interface Flow extends Pick<PlacedNode, 'node' | 'value'> {
  readonly children: readonly PlacedNode[];
}

export function flowOf(placed: PlacedNode): Flow {
  const isFlow = placed.node !== undefined && placed.node.kind !== 'scalar' && placed.node.flow;
  return { node: isFlow ? placed.node : undefined, value: placed.value, children: placed.children() };
}
