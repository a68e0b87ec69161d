/** Reads the key paths of the requirements table on the located model. */
import type { BlockBase, Entries, List, Place, Value } from '../model/located';
import { isPlaceholder } from '../model/scalars';

export type AnyBlock = BlockBase & Readonly<Record<string, unknown>>;
export type AnyNode = Value<string | number | boolean> | List<AnyNode> | Entries<AnyNode> | AnyBlock;

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'node' in value;

export const asBlock = (body: BlockBase): AnyBlock => body as AnyBlock;

export const child = (node: AnyNode, key: string): AnyNode | undefined => {
  if (node.node === 'entries') return node.entries.get(key);
  if (node.node !== 'block') return undefined;
  const value = node[key];
  return isNode(value) ? value : undefined;
};

const scalarTexts = (node: AnyNode | undefined): readonly string[] => {
  if (!node) return [];
  if (node.node === 'value') return [String(node.value)];
  return node.node === 'list' ? node.items.flatMap(scalarTexts) : [];
};

const STEP = /^([A-Za-z]+)(?:\[(?:([A-Za-z]+)=([^\]]*))?\])?$/;

/**
 * Nodes a path such as `datasets[uses=training]` leads to. A path through a list visits its items.
 * @returns an empty list where nothing is there
 */
export function select(from: AnyNode, path: string): readonly AnyNode[] {
  if (path === '.') return [from];
  let nodes: readonly AnyNode[] = [from];
  for (const step of path.split('.')) {
    const [, key = '', filterKey, filterWord] = STEP.exec(step) ?? [];
    const isEach = step.endsWith(']');
    nodes = nodes.flatMap((node) => {
      const next = child(node, key);
      if (!next) return [];
      if (!isEach) return [next];
      const items = next.node === 'list' ? next.items : [];
      if (filterKey === undefined) return items;
      return items.filter((item) => scalarTexts(child(item, filterKey)).includes(filterWord ?? ''));
    });
  }
  return nodes;
}

/** Does the node hold something a person wrote, and not only a placeholder? */
export function hasContent(node: AnyNode | undefined): boolean {
  if (!node) return false;
  switch (node.node) {
    case 'value':
      return typeof node.value !== 'string' || !isPlaceholder(node.value);
    case 'list':
      return node.items.some(hasContent);
    case 'entries':
      return [...node.entries.values()].some(hasContent);
    case 'block':
      return [...node.keys].some((key) => hasContent(child(node, key)));
  }
}

/** The first of `a|b` that has content, looked up below a node. */
export function firstOf(node: AnyNode, alternatives: string): AnyNode | undefined {
  for (const path of alternatives.split('|')) {
    const found = select(node, path).find(hasContent);
    if (found) return found;
  }
  return undefined;
}

/** Is one of `a|b` written but wrong? Then it is not missing: its own finding says what is wrong. */
export const isWrittenWrong = (node: AnyNode, alternatives: string): boolean =>
  node.node === 'block' &&
  alternatives.split('|').some((path) => {
    const key = path.split(/[.[]/)[0] ?? '';
    return node.keys.has(key) && child(node, key) === undefined;
  });

export const placeOf = (node: AnyNode): Place => node.place;

/** All scalar texts of a path, for days and names. */
export const textsAt = (node: AnyNode, alternatives: string): readonly string[] =>
  alternatives.split('|').flatMap((path) => select(node, path).flatMap(scalarTexts));
