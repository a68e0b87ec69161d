import { phrase, translatable } from '../l10n/tr';
import { isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { AliasTable } from './aliases';
import type { LocalProblem, Place } from './reading';
import { plainScalarType } from './scalarType';
import { quoteForUser } from './quoteForUser';
import { isReadableTag } from './survey';
import { lookalikeMessage } from './suspiciousText';
import type { MapEntry, MapNode, ScalarNode, SyntaxNode } from './types';

/** A node with its place; no node where nothing is written, where it is null, or where it cannot be read. */
export interface Converted {
  readonly node: SyntaxNode | undefined;
  readonly place: Place;
}

const MERGE_KEY = '<<';
const NON_ASCII = /[^\0-\x7f]/;

/**
 * Turns composed nodes of one document into syntax nodes and places. Recursive, but never deeper than the survey
 * allowed; aliases are bounded by `AliasTable`.
 */
export class Converter {
  readonly problems: LocalProblem[] = [];
  readonly #text: string;
  /** Starts of keys the composer found without a colon: a key half typed is not an entry yet. */
  readonly #colonless: ReadonlySet<number>;
  readonly #aliases = new AliasTable();
  readonly #hasForeignLetters: boolean;
  #overflowed = false;

  constructor(text: string, colonless: ReadonlySet<number>) {
    this.#text = text;
    this.#colonless = colonless;
    this.#hasForeignLetters = NON_ASCII.test(text);
  }

  /** `from` and `keyEnd` bound the key or dash in front of the node. */
  convert(source: Node | null, from?: number, keyEnd?: number): Converted {
    if (source === null) return emptyAt(from ?? 0, keyEnd ?? 0);
    if (isAlias(source)) return this.#alias(source, from, keyEnd);
    if (isScalar(source)) this.#aliases.define(source, source.anchor);
    if (isCollection(source)) this.#aliases.define(source, source.anchor);
    const start = source.range?.[0] ?? from ?? 0;
    const end = this.#endOf(source);
    const lead = { from: from ?? start, keyEnd: keyEnd ?? start };
    const tag = isScalar(source) || isCollection(source) ? source.tag : undefined;
    if (tag !== undefined && !isReadableTag(tag)) return { node: undefined, place: { ...lead, start, end } };
    if (isMap(source)) return this.#map(source, lead);
    if (isSeq(source)) return this.#list(source, lead);
    const node = isScalar(source) ? this.#scalar(source) : undefined;
    return { node: node?.type === 'null' ? undefined : node, place: { ...lead, start, end } };
  }

  #scalar(source: Scalar): ScalarNode {
    const text = source.source ?? '';
    const style = scalarStyle(source.type);
    if (style === 'plain') this.#checkLookalike(text, source);
    const tag = source.tag?.slice(source.tag.lastIndexOf(':') + 1);
    const type = style === 'plain' && tag !== 'str' && tag !== '!' ? plainScalarType(text) : 'string';
    return { kind: 'scalar', type, text, style };
  }

  #map(source: YAMLMap, lead: { from: number; keyEnd: number }): Converted {
    const entries: MapEntry[] = [];
    const children: Place[] = [];
    const firstOf = new Map<string, number>();
    const merges: { value: Node | null; keyStart: number; keyEnd: number }[] = [];
    this.#aliases.enter(source);
    for (const pair of source.items as Pair<Node, Node | null>[]) {
      const key = this.#key(pair);
      if (key === undefined) continue;
      const { node, start, end } = key;
      if (node.text === MERGE_KEY && node.style === 'plain') {
        merges.push({ value: pair.value, keyStart: start, keyEnd: end });
        continue;
      }
      const identity = node.text.normalize('NFC');
      const first = firstOf.get(identity);
      if (first !== undefined) {
        this.#report(duplicateKey(node.text, first, start, end));
        continue;
      }
      firstOf.set(identity, start);
      const value = this.convert(pair.value, start, end);
      entries.push({ key: node, value: value.node });
      children.push(value.place);
    }
    for (const merge of merges) this.#merge(merge, entries, children, firstOf);
    this.#aliases.leave(source);
    return this.#collection({ kind: 'map', flow: source.flow === true, entries }, source, lead, children);
  }

  #list(source: YAMLSeq, lead: { from: number; keyEnd: number }): Converted {
    const flow = source.flow === true;
    const items: (SyntaxNode | undefined)[] = [];
    const children: Place[] = [];
    this.#aliases.enter(source);
    let behind = source.range?.[0] ?? lead.keyEnd;
    for (const item of source.items as (Node | null)[]) {
      const dash = flow ? undefined : this.#dashBehind(behind, item?.range?.[0] ?? behind);
      const { node, place } = this.convert(item, dash, dash);
      items.push(node);
      children.push(place);
      behind = place.end;
    }
    this.#aliases.leave(source);
    return this.#collection({ kind: 'list', flow, items }, source, lead, children);
  }

  /** Brackets bound a flow collection; a block collection reaches from its first to its last written character. */
  #collection(
    node: SyntaxNode,
    source: YAMLMap | YAMLSeq,
    lead: { from: number; keyEnd: number },
    children: readonly Place[],
  ): Converted {
    const first = children[0];
    const block = source.flow !== true && first !== undefined;
    const start = block
      ? Math.min(first.from, source.range?.[0] ?? first.from)
      : (source.range?.[0] ?? lead.keyEnd);
    const end = block
      ? children.reduce((end, child) => Math.max(end, child.end), start)
      : this.#endOf(source);
    return { node, place: { ...lead, start, end, children } };
  }

  #key(pair: Pair<Node, Node | null>): { node: ScalarNode; start: number; end: number } | undefined {
    const source = pair.key;
    const start = source.range?.[0] ?? 0;
    const end = this.#endOf(source);
    if (!isScalar(source)) {
      this.#report({
        code: 'syntax',
        message: phrase('A key must be a word or a text in quotes, not a list, a map or an alias.'),
        start,
        end: Math.max(end, start + 1),
      });
      return undefined;
    }
    if (pair.value === null && this.#colonless.has(start)) return undefined;
    this.#aliases.define(source, source.anchor);
    return { node: this.#scalar(source), start, end };
  }

  #alias(source: Alias, from: number | undefined, keyEnd: number | undefined): Converted {
    const start = source.range?.[0] ?? from ?? 0;
    const end = source.range?.[1] ?? start;
    const place: Place = { from: from ?? start, keyEnd: keyEnd ?? start, start, end, alias: true };
    const found = this.#aliases.resolve(source);
    if (typeof found === 'string') {
      const code = found === 'too-much' ? 'too-large' : 'syntax';
      const message = phrase(ALIAS_MESSAGES[found], quoteForUser(source.source));
      if (found !== 'too-much' || !this.#overflowed)
        this.#report({ code, message, start, end }, found === 'too-much');
      this.#overflowed ||= found === 'too-much';
      return { node: undefined, place };
    }
    const { node } = this.#aliases.expand(() => this.convert(found));
    return { node, place };
  }

  /** `<<`: keys of the merged maps stand in for those not written here; of several maps the first one wins. */
  #merge(
    merge: { value: Node | null; keyStart: number; keyEnd: number },
    entries: MapEntry[],
    children: Place[],
    firstOf: Map<string, number>,
  ): void {
    const { node, place } = this.convert(merge.value, merge.keyStart, merge.keyEnd);
    const sources = node?.kind === 'list' ? node.items : [node];
    const spot: Place = {
      from: place.start,
      keyEnd: place.end,
      start: place.start,
      end: place.end,
      alias: true,
    };
    for (const source of sources) {
      if (source?.kind === 'map') {
        addMissing(source, spot, entries, children, firstOf);
      } else if (source !== undefined) {
        this.#report({
          code: 'syntax',
          message: phrase(
            'Only a map can be merged with <<. Write an alias of a map, such as <<: *defaults.',
          ),
          start: place.start,
          end: place.end,
        });
      }
    }
  }

  /** What is read a second time through an alias was reported where it is written. */
  #report(problem: LocalProblem, always = false): void {
    if (always || !this.#aliases.expanding) this.problems.push(problem);
  }

  #checkLookalike(text: string, source: Scalar): void {
    if (!this.#hasForeignLetters || this.#aliases.expanding || !NON_ASCII.test(text)) return;
    const message = lookalikeMessage(text);
    const start = source.range?.[0] ?? 0;
    if (message !== undefined)
      this.problems.push({ code: 'lookalike', message, start, end: this.#endOf(source) });
  }

  /** A block scalar's range includes the line break behind it, which nobody means by "the value". */
  #endOf(source: Node): number {
    const start = source.range?.[0] ?? 0;
    let end = Math.min(source.range?.[1] ?? start, this.#text.length);
    if (isScalar(source) && scalarStyle(source.type) !== 'block') return end;
    while (end > start && isBlank(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }

  /** Between two items stand only blanks and comments, so the first other character is the dash. */
  #dashBehind(from: number, before: number): number {
    for (let i = from; i < before; i++) {
      const unit = this.#text.charCodeAt(i);
      if (unit === DASH) return i;
      if (unit === HASH) i = endOfLine(this.#text, i) - 1;
      else if (!isBlank(unit)) break;
    }
    return before;
  }
}

const ALIAS_MESSAGES = {
  unknown: translatable(
    'Nothing above is named {0} with an &. If this is text that starts with *, put it in quotes.',
  ),
  itself: translatable('The alias {0} contains itself. Write the value out.'),
  'too-much': translatable('The aliases of this file expand to more than can be read. Write the values out.'),
} as const;

const DASH = 45;
const HASH = 35;

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function emptyAt(from: number, at: number): Converted {
  return { node: undefined, place: { from, keyEnd: at, start: at, end: at } };
}

function scalarStyle(type: Scalar['type']): ScalarNode['style'] {
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return 'block';
  return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 'quoted' : 'plain';
}

function addMissing(
  source: MapNode,
  spot: Place,
  entries: MapEntry[],
  children: Place[],
  firstOf: Map<string, number>,
): void {
  for (const entry of source.entries) {
    const identity = entry.key.text.normalize('NFC');
    if (firstOf.has(identity)) continue;
    firstOf.set(identity, spot.start);
    entries.push(entry);
    children.push(spot);
  }
}

/** The second of two entries with one key. The message opens with the line of the first, see `LocalProblem`. */
export function duplicateKey(key: string, first: number, start: number, end: number): LocalProblem {
  return {
    code: 'duplicate-key',
    message: phrase(
      ' already has the key {0}. This one is not read: keep one of the two.',
      quoteForUser(key),
    ),
    start,
    end,
    refersTo: first,
  };
}
