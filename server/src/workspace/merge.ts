/** A profile under a card: maps merge, lists replace, lists with ids merge by id. Every value keeps its own place. */
import type { AiSystem } from '../model/build';
import type { Block, BlockBase, Entries, List, Value } from '../model/located';

type Node =
  | Value<string | number | boolean>
  | List<Node>
  | Entries<Node>
  | (BlockBase & Readonly<Record<string, unknown>>);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'node' in value;

const idOf = (node: Node): string | undefined => {
  if (node.node === 'value') return typeof node.value === 'string' ? node.value : undefined;
  if (node.node !== 'block') return undefined;
  const id = node.id;
  return isNode(id) && id.node === 'value' && typeof id.value === 'string' ? id.value : undefined;
};

function mergeLists(under: List<Node>, over: List<Node>): List<Node> {
  const blocks = [...under.items, ...over.items].filter((item) => item.node === 'block');
  if (blocks.length === 0 || blocks.some((item) => idOf(item) === undefined)) return over;
  const byId = new Map(under.items.map((item) => [idOf(item), item]));
  for (const item of over.items) {
    const below = byId.get(idOf(item));
    byId.set(idOf(item), below ? mergeNodes(below, item) : item);
  }
  return { ...over, items: [...byId.values()], written: byId.size };
}

const isLeftOut = ({ status }: Readonly<Record<string, unknown>>): boolean =>
  isNode(status) && status.node === 'value' && status.value === 'not-applicable';

/** A row without its reason, where the row above it turns it round: why a control is left out is not why it is needed. */
function withoutTurnedReason<T extends BlockBase & Readonly<Record<string, unknown>>>(under: T, over: T): T {
  if (!isNode(under.status) || !isNode(over.status) || isLeftOut(under) === isLeftOut(over)) return under;
  return { ...under, why: undefined, keys: new Set([...under.keys].filter((key) => key !== 'why')) };
}

function mergeBlocks(
  lower: BlockBase & Readonly<Record<string, unknown>>,
  over: BlockBase & Readonly<Record<string, unknown>>,
): Node {
  const under = withoutTurnedReason(lower, over);
  const merged: Record<string, unknown> = { ...under, ...over };
  for (const key of under.keys) {
    const [below, above] = [under[key], over[key]];
    if (isNode(below) && isNode(above)) merged[key] = mergeNodes(below, above);
    // A wrong value in the card hides the profile's: the finding is about what is written.
    else if (over.keys.has(key) && !isNode(above)) merged[key] = undefined;
  }
  return { ...merged, node: 'block', place: over.place, keys: new Set([...under.keys, ...over.keys]) };
}

function mergeEntries(under: Entries<Node>, over: Entries<Node>): Entries<Node> {
  const entries = new Map(under.entries);
  for (const [key, value] of over.entries) {
    const below = entries.get(key);
    entries.set(key, below ? mergeNodes(below, value) : value);
  }
  for (const key of over.written) if (!over.entries.has(key)) entries.delete(key);
  return {
    node: 'entries',
    place: over.place,
    entries,
    written: new Set([...under.written, ...over.written]),
  };
}

function mergeNodes(under: Node, over: Node): Node {
  if (under.node === 'block' && over.node === 'block') return mergeBlocks(under, over);
  if (under.node === 'entries' && over.node === 'entries') return mergeEntries(under, over);
  if (under.node === 'list' && over.node === 'list') return mergeLists(under, over);
  return over;
}

const cache = new WeakMap<AiSystem, { readonly profile: object; readonly merged: AiSystem }>();

/** The card with what its profile adds. The same object as long as both are the same objects. */
export function withProfile(card: AiSystem, profile: Block<object>): AiSystem {
  const known = cache.get(card);
  if (known?.profile === profile) return known.merged;
  const merged = mergeBlocks(
    profile as unknown as Node & BlockBase,
    card as unknown as Node & BlockBase,
  ) as unknown as AiSystem;
  cache.set(card, { profile, merged });
  return merged;
}
