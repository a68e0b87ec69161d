/** What is known of a Python value without running anything. `undefined` stands for "nothing". */

export type Value =
  | TextValue
  | SomeTextValue
  | LibraryValue
  | ClassValue
  | ObjectValue
  | FunctionValue
  | ItemsValue
  | FileValue;

/** A string literal. */
export interface TextValue {
  readonly is: 'text';
  readonly text: string;
}

/** Different string literals at different times. */
export interface SomeTextValue {
  readonly is: 'some-text';
}

/** Something from an import: its dotted name, `()` for what a call gives back, `[]` for an element. */
export interface LibraryValue {
  readonly is: 'library';
  readonly path: string;
  /** Address the client object was told to call instead of its maker's; empty where one is given that we cannot read. */
  readonly endpoint?: string;
}

/** A class of this file. */
export interface ClassValue {
  readonly is: 'class';
  readonly of: LocalClass;
}

/** An object of a class of this file. */
export interface ObjectValue {
  readonly is: 'object';
  readonly of: LocalClass;
}

/** A function of this file. */
export interface FunctionValue {
  readonly is: 'function';
  readonly of: LocalFunction;
}

/** A list, tuple, set, or the values of a dict. */
export interface ItemsValue {
  readonly is: 'items';
  readonly items: readonly (Value | undefined)[];
}

/** An opened file. */
export interface FileValue {
  readonly is: 'file';
  /** Its name as it stands in the source, e.g. `args.model_path`. */
  readonly written: string;
  readonly text?: string;
}

export interface LocalClass {
  readonly name: string;
  /** The first base class that is known. */
  base: Value | undefined;
  /** Methods, class variables and what is assigned to `self.x` anywhere in the class. */
  readonly attributes: Map<string, Value | undefined>;
}

export interface LocalFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  /** Whether the first parameter is the object, not an argument. */
  readonly method: boolean;
  /** What callers in this file pass, and defaults. */
  readonly passed: Map<string, Value | undefined>;
  returns: Value | undefined;
}

/** Chains of base classes and loops over them end somewhere. */
const MAX_CHAIN = 20;
/** Longer names come from code that calls itself round and round; no pattern is that long. */
const MAX_PATH = 300;

export function library(path: string, endpoint?: string): LibraryValue | undefined {
  if (path.length > MAX_PATH) return undefined;
  return endpoint === undefined ? { is: 'library', path } : { is: 'library', path, endpoint };
}

/** `value.name`. */
export function memberOf(value: Value | undefined, name: string): Value | undefined {
  let here = value;
  let object = false;
  for (let hops = 0; here && hops < MAX_CHAIN; hops++) {
    if (here.is === 'library') {
      return library(`${here.path}${object ? '()' : ''}.${name}`, here.endpoint);
    }
    if (here.is !== 'class' && here.is !== 'object') return undefined;
    if (here.is === 'object') object = true;
    if (here.of.attributes.has(name)) return here.of.attributes.get(name);
    here = here.of.base;
  }
  return undefined;
}

/** What a variable holds that is given both: for texts only what they agree on, for all else the first that is known. */
export function merge(one: Value | undefined, other: Value | undefined): Value | undefined {
  if (!one || !other) return one ?? other;
  if (one.is === 'text' && other.is === 'text') return one.text === other.text ? one : { is: 'some-text' };
  if (one.is === 'items' && other.is === 'items' && one.items.length === other.items.length) {
    return { is: 'items', items: one.items.map((item, at) => merge(item, other.items[at])) };
  }
  return one;
}

/** What stands for each element of a collection, for loops over models. */
export function elementOf(value: Value | undefined): Value | undefined {
  if (value?.is === 'items') return value.items.reduce(merge, undefined);
  return value?.is === 'library' ? library(`${value.path}[]`, value.endpoint) : undefined;
}
