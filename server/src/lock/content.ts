/**
 * What a digest is taken of: the meaning of a part of a file, not its spelling. Two texts that read the same give the
 * same canonical text, whatever their formatting, comments, quotes and order of keys.
 */
import { isNode, type AnyBlock, type AnyNode, type List } from '../model/located';
import type { Digest } from '../evidence';
import { sha256 } from '../evidence/sha256';

/** What canonical text is made of. Numbers are text, as they were written: `0.870` claims more than `0.87`. */
export type Content = string | boolean | readonly Content[] | ReadonlyMap<string, Content>;

export interface ContentOptions {
  /**
   * Dotted keys to leave out, such as `approvedBy` or `treatment.accepted`. A list is passed through to its items; `*`
   * stands for any key of a dictionary.
   */
  readonly omit?: readonly string[];
}

const NOTHING: readonly string[] = [];

/** Paths that go on below a key, without it; undefined where the key itself is left out. */
function below(omit: readonly string[], key: string): readonly string[] | undefined {
  if (omit.length === 0) return NOTHING;
  if (omit.includes(key)) return undefined;
  return omit.flatMap((path) => (path.startsWith(`${key}.`) ? [path.slice(key.length + 1)] : []));
}

/** The id of an item, by which a list can be sorted: where ids are given, order says nothing. */
function idOf(node: AnyNode): string | undefined {
  const id = node.node === 'block' ? node.id : undefined;
  return isNode(id) && id.node === 'value' ? id.source : undefined;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function itemsOf({ items }: List<AnyNode>): readonly AnyNode[] {
  const ids = new Map(items.map((item) => [item, idOf(item)]));
  const isNamed =
    [...ids.values()].every((id) => id !== undefined) && new Set(ids.values()).size === items.length;
  return isNamed ? [...items].sort((a, b) => inOrder(ids.get(a) ?? '', ids.get(b) ?? '')) : items;
}

/** What a node means: keys that are present and right, nothing that is only a default. */
export function meaningOf(node: AnyNode, { omit = NOTHING }: ContentOptions = {}): Content {
  switch (node.node) {
    case 'value':
      return typeof node.value === 'boolean' ? node.value : node.source.trim();
    case 'list':
      return itemsOf(node).map((item) => meaningOf(item, { omit }));
    case 'entries': {
      const inside = below(omit, '*');
      if (inside === undefined) return new Map();
      return new Map([...node.entries].map(([key, item]) => [key, meaningOf(item, { omit: inside })]));
    }
    case 'block':
      return meaningOfBlock(node, { omit });
  }
}

/** What a block means, by its keys. */
export function meaningOfBlock(
  node: AnyBlock,
  { omit = NOTHING }: ContentOptions = {},
): ReadonlyMap<string, Content> {
  const content = new Map<string, Content>();
  for (const key of node.keys) {
    const [child, inside] = [node[key], below(omit, key)];
    if (inside !== undefined && isNode(child)) content.set(key, meaningOf(child, { omit: inside }));
  }
  return content;
}

/** JSON with sorted keys and no space. */
export function canonicalText(content: Content): string {
  if (typeof content === 'string' || typeof content === 'boolean') return JSON.stringify(content);
  if (content instanceof Map) {
    const entries = [...(content as ReadonlyMap<string, Content>)].sort(([a], [b]) => inOrder(a, b));
    return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonicalText(value)}`).join(',')}}`;
  }
  return `[${(content as readonly Content[]).map(canonicalText).join(',')}]`;
}

/** The canonical text of a node. */
export const contentOf = (node: AnyNode, options?: ContentOptions): string =>
  canonicalText(meaningOf(node, options));

const encoder = new TextEncoder();
const hash = (bytes: Uint8Array): Digest => `sha256:${sha256(bytes)}`;

/** Digest of canonical text. */
export const digestOf = (content: Content): Digest => hash(encoder.encode(canonicalText(content)));
