/**
 * The typed model of a file: every value with the place it came from. What is missing is `undefined`; what is there
 * but wrong is `undefined` too, yet `has` is true, so that nobody reports it missing as well as wrong.
 */
import type { Dictionary } from '../schema/field';
import type { Route } from '../syntax/types';

/** A place in a YAML file: which file, which document in it, which route. Stable while text around it moves. */
export interface Place {
  readonly uri: string;
  readonly document: number;
  readonly route: Route;
}

/** A scalar that is what its field asks for. `source` keeps numbers and dates as written. */
export interface Value<T> {
  readonly node: 'value';
  readonly value: T;
  readonly source: string;
  readonly place: Place;
}

export interface List<T> {
  readonly node: 'list';
  readonly items: readonly T[];
  /** Items written, wrong ones included. */
  readonly written: number;
  readonly place: Place;
}

export interface Entries<T> {
  readonly node: 'entries';
  /** Keys as written, in file order; ill-typed entries are left out of `entries` but kept in `written`. */
  readonly entries: ReadonlyMap<string, T>;
  readonly written: ReadonlySet<string>;
  readonly place: Place;
}

export interface BlockBase {
  readonly node: 'block';
  readonly place: Place;
  /** Keys with something written behind them, wrong or right. */
  readonly keys: ReadonlySet<string>;
  /** Of those that are wrong, the ones behind which only a placeholder stands. */
  readonly heldOpen?: ReadonlySet<string>;
}

export type Block<T> = BlockBase & { readonly [K in keyof T]: Located<T[K]> };

export type Located<T> = T extends undefined
  ? undefined
  : T extends string | number | boolean
    ? Value<T>
    : T extends Dictionary<infer U>
      ? Entries<Located<U>>
      : T extends readonly (infer U)[]
        ? List<Located<U>>
        : Block<T>;

/** A typed block as one whose keys are looked up by name. */
export type AnyBlock = BlockBase & Readonly<Record<string, unknown>>;
/** Any value of the model, for who walks it without knowing the format. */
export type AnyNode = Value<string | number | boolean> | List<AnyNode> | Entries<AnyNode> | AnyBlock;

export const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'node' in value;

export const asBlock = (body: BlockBase): AnyBlock => body as AnyBlock;

/** The place of a key below a block, whether or not the key is written. */
export const below = (block: { readonly place: Place }, ...steps: readonly (string | number)[]): Place => {
  const { uri, document, route } = block.place;
  // There are more places than anything else: `concat` takes just the memory it needs, a spread several times that.
  return { uri, document, route: route.concat(steps) };
};

/** Is something written behind the key? Wrong counts: its own finding says what is wrong with it. */
export const has = (block: BlockBase | undefined, key: string): boolean => block?.keys.has(key) ?? false;

/** Stable text of a place, for maps and sorting. */
export const placeKey = (place: Place): string => JSON.stringify([place.uri, place.document, ...place.route]);
