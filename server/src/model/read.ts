/** Walks a syntax node by its field: gives the located value and notes problems, ids, references and paths on the way. */
import { tr, translatable } from '../l10n/tr';
import { catalogue } from '../catalogue';
import type { Field, Shape } from '../schema/field';
import { blockKeys, type Kind } from '../schema';
import type { MapNode, SyntaxNode } from '../syntax/types';
import { below, type Place, type Value } from './located';
import { readScalar } from './read-scalar';
import { isPlaceholder } from './scalars';
import { drain, emptySink, trimmed, type Sink } from './sink';
import { watched, type Observer } from './watch';

export interface ReadContext {
  readonly kind: Kind;
  readonly observer?: Observer | undefined;
  /** Names, for each key, the blocks of this kind of file that have it. */
  readonly homes: ReadonlyMap<string, readonly string[]>;
}

interface CachedRead {
  /** The same keys mean other things in another kind of file. */
  readonly kind: Kind;
  readonly place: Place;
  readonly located: unknown;
  readonly sink: Sink;
}

/** Results by node: a node is the same object while its text is unchanged, so a keystroke reads one entry anew. */
const cache = new WeakMap<SyntaxNode, CachedRead>();
const CACHED_DEPTH = 2;

const samePlace = (a: Place, b: Place): boolean =>
  a.uri === b.uri &&
  a.document === b.document &&
  a.route.length === b.route.length &&
  a.route.every((step, i) => step === b.route[i]);

const KIND_WORDS: Record<SyntaxNode['kind'], string> = {
  scalar: translatable('a single value'),
  map: translatable('keys and values'),
  list: translatable('a list'),
};

const expectedWords = (shape: Shape): string => {
  switch (shape.is) {
    case 'list':
      return tr('a list');
    case 'block':
    case 'dictionary':
      return tr('keys and values');
    case 'either':
      return shape.forms.map((form) => expectedWords(form.shape)).join(tr(' or '));
    default:
      return tr('a single value');
  }
};

/**
 * Reads a node as its field asks, or takes what was read before of the same node.
 * @param keyPath dotted, from the top of the file, with `[]` for items and `.*` for entries
 * @returns the located value; undefined where the node is of another shape, which `sink.problems` then says
 */
export function read(
  field: Field<unknown>,
  node: SyntaxNode,
  place: Place,
  keyPath: string,
  sink: Sink,
  context: ReadContext,
): unknown {
  const cacheable =
    place.route.length > 0 &&
    place.route.length <= CACHED_DEPTH &&
    node.kind !== 'scalar' &&
    !context.observer;
  if (!cacheable) return readNode(field, node, place, keyPath, sink, context);
  const known = cache.get(node);
  if (known?.kind === context.kind && samePlace(known.place, place)) {
    drain(known.sink, sink);
    return known.located;
  }
  const own = emptySink();
  const located = readNode(field, node, place, keyPath, own, context);
  cache.set(node, { kind: context.kind, place, located, sink: trimmed(own) });
  drain(own, sink);
  return located;
}

function readNode(
  field: Field<unknown>,
  node: SyntaxNode,
  place: Place,
  keyPath: string,
  sink: Sink,
  context: ReadContext,
): unknown {
  const { shape } = field;
  const wrong = (): undefined => {
    sink.problems.push({
      code: 'wrong-type',
      // What is read of a file is kept: these are said when they are asked for, in the language spoken then.
      get expected() {
        return expectedWords(shape);
      },
      get found() {
        return tr(KIND_WORDS[node.kind]);
      },
      place,
      part: 'value',
    });
    return undefined;
  };
  switch (shape.is) {
    case 'either': {
      const form = shape.forms.find((candidate) => accepts(candidate.shape, node));
      return form ? readNode(form, node, place, keyPath, sink, context) : wrong();
    }
    case 'list':
      if (node.kind !== 'list') return wrong();
      return {
        node: 'list',
        place,
        written: node.items.filter((item) => isGiven(shape.of, item)).length,
        items: node.items.flatMap((item, index) => {
          if (!isGiven(shape.of, item)) return [];
          const itemPlace = below({ place }, index);
          const located = read(shape.of, item, itemPlace, `${keyPath}[]`, sink, context);
          return located === undefined ? [] : [located];
        }),
      };
    case 'dictionary':
      return node.kind === 'map' ? readDictionary(shape, node, place, keyPath, sink, context) : wrong();
    case 'block':
      return node.kind === 'map' ? readBlock(shape, node, place, keyPath, sink, context) : wrong();
    default:
      return node.kind === 'scalar' ? readScalar(shape, node, place, sink) : wrong();
  }
}

function accepts(shape: Shape, node: SyntaxNode): boolean {
  switch (shape.is) {
    case 'list':
      return node.kind === 'list';
    case 'block':
    case 'dictionary':
      return node.kind === 'map';
    case 'either':
      return shape.forms.some((form) => accepts(form.shape, node));
    default:
      return node.kind === 'scalar';
  }
}

/** Does something stand at a key or item? `''` is as little as nothing at all; of an id it is a slip of its own. */
const isGiven = ({ shape }: Field<unknown>, node: SyntaxNode | undefined): node is SyntaxNode =>
  node !== undefined && (node.kind !== 'scalar' || node.text.trim() !== '' || shape.is === 'id');

const isDay = ({ shape }: Field<unknown>): boolean => shape.is === 'scalar' && shape.format === 'date';

const isUserKey = (key: string): boolean => key.startsWith('x-');

function checkDictionaryKey(
  keys: Extract<Shape, { is: 'dictionary' }>['keys'],
  text: string,
  place: Place,
  sink: Sink,
): void {
  switch (keys) {
    case 'control':
      if (!catalogue.controls.has(text))
        sink.problems.push({ code: 'unknown-control', text, place, part: 'key' });
      break;
    case 'clause':
      if (catalogue.clauses.get(text)?.leaf !== true)
        sink.problems.push({ code: 'unknown-requirement', text, clausesOnly: true, place, part: 'key' });
      break;
    case 'text':
    case 'extension-control':
      break;
    default:
      sink.definitions.push({ of: keys, id: text, place });
  }
}

function readDictionary(
  shape: Extract<Shape, { is: 'dictionary' }>,
  node: MapNode,
  place: Place,
  keyPath: string,
  sink: Sink,
  context: ReadContext,
): unknown {
  const entries = new Map<string, unknown>();
  const written = new Set<string>();
  for (const { key, value } of node.entries) {
    if (isUserKey(key.text)) continue;
    const entryPlace = below({ place }, key.text);
    checkDictionaryKey(shape.keys, key.text, entryPlace, sink);
    if (value === undefined) continue;
    written.add(key.text);
    const located = read(shape.of, value, entryPlace, `${keyPath}.*`, sink, context);
    if (located !== undefined) entries.set(key.text, located);
  }
  return { node: 'entries', place, entries, written };
}

function readBlock(
  shape: Extract<Shape, { is: 'block' }>,
  node: MapNode,
  place: Place,
  keyPath: string,
  sink: Sink,
  context: ReadContext,
): unknown {
  const keys = new Set<string>();
  const fields: Record<string, unknown> = {};
  const heldOpen: string[] = [];
  const before = sink.paths.length;
  for (const { key, value } of node.entries) {
    const name = key.text;
    if (isUserKey(name)) continue;
    const childPlace = below({ place }, name);
    const field = Object.hasOwn(shape.keys, name) ? shape.keys[name] : undefined;
    if (!field) {
      const belongsTo = context.homes.get(name) ?? [];
      sink.problems.push({
        code: 'unknown-key',
        key: name,
        known: Object.keys(shape.keys),
        belongsTo,
        place: childPlace,
        part: 'key',
      });
    } else if (isGiven(field, value)) {
      keys.add(name);
      const childPath = keyPath === '' ? name : `${keyPath}.${name}`;
      const located = read(field, value, childPlace, childPath, sink, context);
      if (located !== undefined) fields[name] = located;
      else if (value.kind === 'scalar' && isPlaceholder(value.text)) heldOpen.push(name);
    } else if (!isDay(field) && !shape.required.includes(name)) {
      sink.empties.push(childPlace);
    }
  }
  for (const key of shape.required)
    if (!keys.has(key)) sink.problems.push({ code: 'missing-key', key, place, part: 'entry' });
  if (keys.has('anchor') && Object.hasOwn(shape.keys, 'anchor'))
    joinAnchor(place, fields.anchor, before, sink);
  const held = heldOpen.length > 0 ? { heldOpen: new Set(heldOpen) } : {};
  const block = { node: 'block' as const, place, keys, ...held, ...fields };
  const { observer, kind } = context;
  return observer
    ? watched(block, (key) => observer(keyPath === '' ? key : `${keyPath}.${key}`, kind))
    : block;
}

/** The long form of evidence says in a key of its own which part of its `path` is meant: one reference, not two. */
function joinAnchor(block: Place, anchor: unknown, from: number, sink: Sink): void {
  if (!isTextValue(anchor)) return;
  const at = sink.paths.findIndex(
    ({ place }, index) =>
      index >= from && place.route.length === block.route.length + 1 && place.route.at(-1) === 'path',
  );
  const reference = sink.paths[at];
  if (reference) sink.paths[at] = { ...reference, anchor: { text: anchor.value, place: anchor.place } };
}

const isTextValue = (located: unknown): located is Value<string> =>
  typeof located === 'object' && located !== null && 'value' in located && typeof located.value === 'string';

/** For each key of a format, the dotted blocks that have it. */
export function keyHomes(root: Field<unknown>): ReadonlyMap<string, readonly string[]> {
  const homes = new Map<string, string[]>();
  const walk = (field: Field<unknown>, path: string): void => {
    const { shape } = field;
    if (shape.is === 'list') walk(shape.of, path);
    else if (shape.is === 'dictionary') walk(shape.of, path);
    else if (shape.is === 'either') shape.forms.forEach((form) => walk(form, path));
    for (const [key, child] of Object.entries(shape.is === 'block' ? (blockKeys(field) ?? {}) : {})) {
      homes.set(key, [...(homes.get(key) ?? []), path]);
      walk(child, path === '' ? key : `${path}.${key}`);
    }
  };
  walk(root, '');
  return homes;
}
