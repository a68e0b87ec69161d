import type { Place } from './reading';
import type { MapNode, Part, Route, SyntaxNode, TextSpan } from './types';

/** A node (or the empty place of one) found by route. */
export interface Found {
  readonly node: SyntaxNode | undefined;
  readonly place: Place;
  /** What the offsets of `place` are relative to. */
  readonly base: number;
}

// Below this a scan is as fast as a Map, and most maps of a card have a handful of keys.
const SMALL = 12;
const keyIndexes = new WeakMap<MapNode, ReadonlyMap<string, number>>();

/** Index of the entry with this key, compared as Unicode text (NFC); -1 if there is none. */
export function entryIndex(map: MapNode, key: string): number {
  if (map.entries.length <= SMALL) {
    const exact = map.entries.findIndex((e) => e.key.text === key);
    if (exact >= 0 || isAscii(key)) return exact;
  }
  let index = keyIndexes.get(map);
  if (index === undefined) {
    index = new Map(map.entries.map((e, i) => [e.key.text.normalize('NFC'), i]));
    keyIndexes.set(map, index);
  }
  return index.get(key.normalize('NFC')) ?? -1;
}

/** Index of a step of a route among a node's entries or items; -1 where it leads nowhere. */
export function childIndex(node: SyntaxNode | undefined, step: string | number): number {
  if (node?.kind === 'map') return entryIndex(node, String(step));
  if (node?.kind !== 'list' || typeof step !== 'number') return -1;
  return Number.isInteger(step) && step >= 0 && step < node.items.length ? step : -1;
}

/** The value of a map's entry or the item of a list at an index `childIndex` gave. */
export function childAt(node: SyntaxNode | undefined, index: number): SyntaxNode | undefined {
  if (node?.kind === 'map') return node.entries[index]?.value;
  return node?.kind === 'list' ? node.items[index] : undefined;
}

/** Follows a route down from a node. Below an alias every place is the alias itself. */
export function follow(from: Found, route: Route): Found | undefined {
  let { node, place } = from;
  for (const step of route) {
    const index = childIndex(node, step);
    if (index < 0) return undefined;
    node = childAt(node, index);
    place = place.alias === true ? place : (place.children?.[index] ?? place);
  }
  return { node, place, base: from.base };
}

export function spanOf(found: Found, part: Part): TextSpan {
  const { place, base } = found;
  const span = (start: number, end: number): TextSpan => ({ start: base + start, end: base + end });
  if (part === 'entry') return span(place.from, Math.max(place.end, place.keyEnd));
  if (part === 'value' || place.alias === true) return span(place.start, place.end);
  return place.keyEnd > place.from ? span(place.from, place.keyEnd) : labelOf(found);
}

/**
 * The short piece of text that stands for something without a key: the first key of a map, the first label of a list,
 * the scalar itself, and the dash of an empty item.
 */
function labelOf({ node, place, base }: Found): TextSpan {
  const first = place.children?.[0];
  if (place.alias !== true && first !== undefined)
    return spanOf({ node: childAt(node, 0), place: first, base }, 'key');
  if (node === undefined && place.from < place.start)
    return { start: base + place.from, end: base + place.from + 1 };
  return { start: base + place.start, end: base + place.end };
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
