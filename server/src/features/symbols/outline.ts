/** The shape of an entry as an outline, with offsets from its start: made once while its text is the same. */
import type { Field } from '../../schema/field';
import type { PlacedNode, SyntaxNode } from '../../syntax/types';
import { fieldBelow, perEntry } from '../mentions/entries';
import { detailOf, kindOf, nameOf } from './labels';
import type { SymbolKind } from './types';

export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  /** Offsets from the start of the entry: start and end of all of it, then of what is selected. */
  readonly span: readonly [number, number, number, number];
  readonly children: readonly OutlineEntry[];
}

/** Items within entries are shown this deep: metrics of a model, measures of an impact. */
const DEEPEST = 4;

export const outlineOfEntry = perEntry(({ placed, field, holder }): OutlineEntry =>
  outline(placed, field, holder, placed.entry.start, 1),
);

export function outline(
  placed: PlacedNode,
  field: Field<unknown> | undefined,
  holder: Field<unknown> | undefined,
  base: number,
  depth: number,
): OutlineEntry {
  const { entry, label } = placed;
  const start = Math.max(entry.start, Math.min(label.start, entry.end));
  const end = Math.max(start, Math.min(label.end, entry.end));
  const children = depth < DEEPEST && placed.node?.kind !== 'scalar' ? placed.children() : [];
  const name = nameOf(placed);
  const detail = detailOf(placed);
  return {
    name,
    detail: name.split(' ').includes(detail) ? '' : detail,
    kind: kindOf(placed, holder, depth),
    span: [entry.start - base, entry.end - base, start - base, end - base],
    children: children.flatMap((child) =>
      isWorthShowing(child, field) ? [outline(child, fieldBelow(field, child), field, base, depth + 1)] : [],
    ),
  };
}

const holdsMaps = (node: SyntaxNode): boolean =>
  node.kind === 'map'
    ? node.entries.some(({ value }) => value !== undefined && value.kind !== 'scalar')
    : node.kind === 'list' && node.items.some((item) => item?.kind === 'map');

/** Below an entry: items, rows, and keys that hold some. A line such as `owner: bo` is read, not jumped to. */
const isWorthShowing = ({ step, node }: PlacedNode, holder: Field<unknown> | undefined): boolean =>
  node !== undefined &&
  (typeof step === 'number' || holder?.shape.is === 'dictionary' ? node.kind === 'map' : holdsMaps(node));
