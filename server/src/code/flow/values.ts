/** What is known of a value without running anything. `undefined` stands for "nothing". */
import { rootOf } from '../pattern';

export type Value =
  | TextValue
  | SomeTextValue
  | LibraryValue
  | ClassValue
  | ObjectValue
  | FunctionValue
  | ItemsValue
  | RecordValue
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
  /** The library itself, by its import root. */
  readonly root: string;
  /** What it leads to. Names are long and the same ones come again and again: each is put together once. */
  readonly extensions: Map<string, LibraryValue>;
  /** Address the client object was told to call instead of its maker's; empty where one is given that we cannot read. */
  readonly endpoint?: string;
  /** What the call that made it said: `ChatOpenAI(model="gpt-4o")` is that model whenever it is asked something. */
  readonly named?: Named;
}

/** Which hosted model an object stands for, as far as known, and what an object made of others is used for. */
export interface Named {
  readonly target?: string;
  readonly provider?: string;
  readonly task?: string;
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

/** A list, tuple or set, or what a dict with unknown keys holds. */
export interface ItemsValue {
  readonly is: 'items';
  readonly items: readonly (Value | undefined)[];
}

/** A dict or object with known keys. */
export interface RecordValue {
  readonly is: 'record';
  readonly fields: ReadonlyMap<string, Field>;
  /** It may have more fields than are known. */
  readonly open: boolean;
}

export interface Field {
  readonly value: Value | undefined;
  /** As it stands in the source. */
  readonly written: string;
}

/** An opened file. */
export interface FileValue {
  readonly is: 'file';
  /** Its name as it stands in the source, e.g. `args.model_path`. */
  readonly written: string;
  readonly text?: string;
}

type Base = ClassValue | LibraryValue;

export interface LocalClass {
  readonly name: string;
  /** Base classes that are known: those of the file and of libraries of the table first. */
  bases: readonly Base[];
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

/** What one reading of a tree leaves for the next: its functions and classes, by their node. */
export interface Knowledge {
  readonly functions: Map<number, LocalFunction>;
  readonly classes: Map<number, LocalClass>;
}

/** As many classes are looked through at most to find what one extends. */
const MAX_CHAIN = 20;
/** Longer names come from code that calls itself round and round; no pattern is that long. */
const MAX_PATH = 300;

/** @param like what it comes from: it is reached and named alike */
export function library(
  path: string,
  like?: Pick<LibraryValue, 'endpoint' | 'named'>,
): LibraryValue | undefined {
  if (path.length > MAX_PATH) return undefined;
  const root = rootOf(path);
  if (like?.endpoint === undefined && like?.named === undefined)
    return { is: 'library', path, root, extensions: new Map() };
  return {
    is: 'library',
    path,
    root,
    extensions: new Map(),
    ...pick('endpoint', like.endpoint),
    ...pick('named', like.named),
  };
}

/** The value with something behind its name: `.member`, `()`, `[]`. */
export function extended(value: LibraryValue, suffix: string): LibraryValue | undefined {
  const { extensions } = value;
  const known = extensions.get(suffix);
  if (known) return known;
  const extension = library(value.path + suffix, value);
  if (extension) extensions.set(suffix, extension);
  return extension;
}

function pick<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
}

/** `value.name`. */
export function memberOf(value: Value | undefined, name: string): Value | undefined {
  if (value?.is === 'library') return extended(value, `.${name}`);
  // What an item of an enumeration stands for.
  if (value?.is === 'text' && name === 'value') return value;
  if (value?.is !== 'class' && value?.is !== 'object') return undefined;
  if (value.of.attributes.has(name)) return value.of.attributes.get(name);
  const owner = lineage(value.of).find(({ attributes }) => attributes.has(name));
  if (owner) return owner.attributes.get(name);
  const [base] = libraryBases(value.of);
  return base && extended(base, `${value.is === 'object' ? '()' : ''}.${name}`);
}

/** All that a class extends: each base, and all that this one extends, before the next. */
function basesOf(of: LocalClass, seen = new Set([of])): readonly Base[] {
  return of.bases.flatMap((base) => {
    if (base.is === 'library') return [base];
    if (seen.has(base.of) || seen.size === MAX_CHAIN) return [];
    seen.add(base.of);
    return [base, ...basesOf(base.of, seen)];
  });
}

/** A class and those of the file it extends, the nearest first. */
export const lineage = (of: LocalClass): readonly LocalClass[] => [
  of,
  ...basesOf(of).flatMap((base) => (base.is === 'class' ? [base.of] : [])),
];

const libraryBases = (of: LocalClass): readonly LibraryValue[] =>
  basesOf(of).filter((base) => base.is === 'library');

/** Calling an enumeration of Python looks one of its items up, and makes no object. */
export const isEnumeration = (of: LocalClass): boolean =>
  libraryBases(of).some(({ path }) => /^enum\.\w*(?:Enum|Flag)$/.test(path));

const isText = (value: Value): value is TextValue | SomeTextValue =>
  value.is === 'text' || value.is === 'some-text';

const sameText = (one: TextValue | SomeTextValue, other: TextValue | SomeTextValue): boolean =>
  one.is === 'text' && other.is === 'text' && one.text === other.text;

/** What a variable holds that is given both: for texts only what they agree on, for all else the first that is known. */
export function merge(one: Value | undefined, other: Value | undefined): Value | undefined {
  if (!one || !other) return one ?? other;
  if (isText(one) && isText(other)) return sameText(one, other) ? one : SOME_TEXT;
  if (one.is === 'library' && other.is === 'library' && one.path === other.path) return agreed(one, other);
  if (one.is === 'items' && other.is === 'items' && one.items.length === other.items.length) {
    return { is: 'items', items: one.items.map((item, at) => merge(item, other.items[at])) };
  }
  if (one.is === 'record' && other.is === 'record') return mergeRecords(one, other);
  return one;
}

export const SOME_TEXT: SomeTextValue = { is: 'some-text' };

/** What an attribute holds that held one value and is given another: a text that something unknown may replace is not known. */
export const replaced = (before: Value | undefined, now: Value | undefined): Value | undefined =>
  before?.is === 'text' && !now ? SOME_TEXT : merge(before, now);

/** What a class has in place of what it inherits: code of the base may meet either. */
export function override(of: LocalClass): void {
  for (const { attributes } of lineage(of).slice(1))
    for (const [name, value] of of.attributes) {
      const before = attributes.get(name);
      if (before?.is === 'text')
        attributes.set(name, replaced(before, value?.is === 'text' ? value : undefined));
    }
}

/** What two ways to make the same kind of object have in common. */
function agreed(one: LibraryValue, other: LibraryValue): LibraryValue | undefined {
  if (one.endpoint === other.endpoint && one.named === other.named) return one;
  const same = (key: keyof Named): Named =>
    one.named?.[key] === other.named?.[key] ? pick(key, one.named?.[key]) : {};
  return library(one.path, {
    ...pick('endpoint', one.endpoint === other.endpoint ? one.endpoint : ''),
    named: { ...same('target'), ...same('provider'), ...same('task') },
  });
}

function mergeRecords(one: RecordValue, other: RecordValue): RecordValue {
  const fields = new Map(one.fields);
  for (const [key, field] of other.fields) {
    const known = fields.get(key);
    fields.set(key, known ? { ...known, value: merge(known.value, field.value) } : field);
  }
  return { is: 'record', fields, open: one.open || other.open || fields.size > one.fields.size };
}
