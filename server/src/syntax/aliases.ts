import type { Alias, Node } from 'yaml';

/** Nodes that aliases of one document may add to it, all together. */
const MAX_EXPANDED = 10_000;

/** Collections around an alias, counting those that other aliases opened. */
const MAX_NESTED = 100;

/** Why an alias has no value. */
export type AliasFailure = 'unknown' | 'itself' | 'too-much';

/**
 * What the anchors of one document stand for while it is read from top to bottom, and the bounds that keep a few
 * lines of nested aliases ("billion laughs") from filling the memory.
 */
export class AliasTable {
  readonly #anchors = new Map<string, Node>();
  /** What each alias meant where it is written: a later anchor of the same name changes only later aliases. */
  readonly #meaning = new Map<Alias, Node | undefined>();
  readonly #open = new Set<Node>();
  #depth = 0;
  #expanded = 0;

  /** Is a value being read a second time, through an alias? */
  get expanding(): boolean {
    return this.#depth > 0;
  }

  /** Notes a node that is about to be read, and its anchor, if it has one. */
  define(node: Node, anchor: string | undefined): void {
    if (this.expanding) this.#expanded++;
    else if (anchor !== undefined) this.#anchors.set(anchor, node);
  }

  /** Brackets the reading of a collection, so that an alias to it from inside is noticed. */
  enter(node: Node): void {
    this.#open.add(node);
  }

  leave(node: Node): void {
    this.#open.delete(node);
  }

  resolve(alias: Alias): Node | AliasFailure {
    if (!this.#meaning.has(alias)) this.#meaning.set(alias, this.#anchors.get(alias.source));
    const target = this.#meaning.get(alias);
    if (target === undefined) return 'unknown';
    if (this.#open.has(target)) return 'itself';
    if (this.#expanded >= MAX_EXPANDED || this.#open.size >= MAX_NESTED) return 'too-much';
    return target;
  }

  /** Runs `read`, which reads the target of an alias anew. */
  expand<T>(read: () => T): T {
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }
}
