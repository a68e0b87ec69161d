import type { Place } from '../reading';
import type { MapEntry, MapNode, ScalarNode, SyntaxNode } from '../types';

const MERGE_KEY = '<<';

/** The entries of one map while it is read, and where they stand. */
export class Entries {
  readonly children: Place[];
  readonly #entries: MapEntry[] = [];
  readonly #seen = new Set<string>();

  constructor(children: Place[] = []) {
    this.children = children;
  }

  /** Takes note of a key. False for one that has a meaning of its own, or that was there already. */
  accepts(key: ScalarNode): boolean {
    if (key.text === MERGE_KEY) return false;
    const before = this.#seen.size;
    return this.#seen.add(key.text.normalize('NFC')).size > before;
  }

  add(key: ScalarNode, value: SyntaxNode | undefined, place: Place): void {
    this.#entries.push({ key, value });
    this.children.push(place);
  }

  node(flow: boolean): MapNode {
    return { kind: 'map', flow, entries: this.#entries.slice() };
  }
}
