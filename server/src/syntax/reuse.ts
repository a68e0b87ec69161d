import { childAt, entryIndex } from './tree';
import type { ListNode, MapEntry, MapNode, SyntaxNode } from './types';

/**
 * A node equal to `fresh`, made of as many objects of `old` as are equal to their counterparts: map entries are
 * paired by key, list items from both ends. Depth is bounded by what the reader accepts.
 */
export function reuse(old: SyntaxNode | undefined, fresh: SyntaxNode | undefined): SyntaxNode | undefined {
  if (old === undefined || fresh === undefined) return fresh;
  if (fresh.kind === 'map') return old.kind === 'map' ? reuseMap(old, fresh) : fresh;
  if (fresh.kind === 'list') return old.kind === 'list' ? reuseList(old, fresh) : fresh;
  const same =
    old.kind === 'scalar' && old.text === fresh.text && old.type === fresh.type && old.style === fresh.style;
  return same ? old : fresh;
}

function reuseMap(old: MapNode, fresh: MapNode): MapNode {
  const entries = fresh.entries.map((entry): MapEntry => {
    const before = old.entries[entryIndex(old, entry.key.text)];
    if (before === undefined) return entry;
    const key = reuse(before.key, entry.key);
    const value = reuse(before.value, entry.value);
    if (key === before.key && value === before.value) return before;
    return key?.kind === 'scalar' ? { key, value } : { key: entry.key, value };
  });
  const same =
    old.flow === fresh.flow &&
    entries.length === old.entries.length &&
    entries.every((e, i) => e === old.entries[i]);
  return same ? old : { ...fresh, entries };
}

function reuseList(old: ListNode, fresh: ListNode): ListNode {
  const shift = fresh.items.length - old.items.length;
  const items = [...fresh.items];
  let front = 0;
  const equal = (i: number, j: number): boolean => {
    const item = reuse(childAt(old, j), fresh.items[i]);
    items[i] = item;
    return item === old.items[j];
  };
  while (front < items.length && front < old.items.length && equal(front, front)) front++;
  let back = items.length - 1;
  while (back > front && back - shift > front && equal(back, back - shift)) back--;
  const same = old.flow === fresh.flow && shift === 0 && items.every((item, i) => item === old.items[i]);
  return same ? old : { ...fresh, items };
}
