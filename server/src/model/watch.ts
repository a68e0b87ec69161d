/** Blocks that tell who reads which of their keys; for the test that every key of the format has a reader. */
import type { Kind } from '../schema';
import type { BlockBase } from './located';

/** Told of every key somebody asks a block for, by value or by presence. */
export type Observer = (keyPath: string, kind: Kind) => void;

class WatchedKeys extends Set<string> {
  readonly #tell: (key: string) => void;

  constructor(keys: Iterable<string>, tell: (key: string) => void) {
    super(keys);
    this.#tell = tell;
  }

  override has(key: string): boolean {
    this.#tell(key);
    return super.has(key);
  }
}

/** @returns a block like this one that calls `tell` with the key whenever one is asked for by its name */
export function watched<B extends BlockBase>(block: B, tell: (key: string) => void): B {
  const { node, place, keys, heldOpen, ...fields } = block;
  const copy = { node, place, keys: new WatchedKeys(keys, tell), ...(heldOpen ? { heldOpen } : {}) };
  for (const [key, value] of Object.entries(fields))
    Object.defineProperty(copy, key, {
      enumerable: true,
      get: () => {
        tell(key);
        return value;
      },
    });
  return copy as unknown as B;
}
