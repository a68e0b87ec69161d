/**
 * What the syntax layer knows about one YAML file. Nodes are addressed by route (keys and list indices), never by
 * offset, so that everything built on a node can be kept while the text around it moves.
 */

/** Keys (as written, without quotes) and list indices from the top of one YAML document. */
export type Route = readonly (string | number)[];

/** Half-open span of UTF-16 code units from the start of the text. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A position as LSP counts it: zero-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What YAML 1.2 (core schema) takes a scalar for. Dates are strings. */
export type ScalarType = 'string' | 'number' | 'boolean' | 'null';

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  /** Plain scalars: exactly as written (`1.10` stays `1.10`). Quoted and block scalars: decoded. */
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block';
}

export interface MapNode {
  readonly kind: 'map';
  readonly flow: boolean;
  /** In file order; of entries with the same key (NFC-equal) only the first is kept, the others are problems. */
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: ScalarNode;
  /** `undefined`: nothing written, or null. */
  readonly value: SyntaxNode | undefined;
}

export interface ListNode {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly (SyntaxNode | undefined)[];
}

/** Immutable; the same object as long as the text it came from is unchanged, so it can key a WeakMap. */
export type SyntaxNode = ScalarNode | MapNode | ListNode;

export type SyntaxProblemCode =
  | 'syntax' // not YAML here
  | 'unfinished-key' // a word alone on its line: the rest is read as if it were not there
  | 'duplicate-key'
  | 'too-deep' // nested beyond 100 levels
  | 'too-large' // file or alias expansion beyond the bound: nothing below was read
  | 'conflict-markers' // one per file
  | 'yaml-version' // %YAML 1.1 changes what values mean
  | 'tag' // a tag we do not read, e.g. !!js/function
  | 'not-text' // NUL, UTF-16, invalid UTF-8
  | 'bidi-text' // invisible direction characters
  | 'lookalike'; // zero-width characters in a key or id-like plain scalar

export interface SyntaxProblem {
  readonly code: SyntaxProblemCode;
  /** Plain words for a user, with what to do. */
  readonly message: string;
  readonly span: TextSpan;
}

/** One entry of the top-level map. */
export interface Block {
  readonly key: ScalarNode;
  readonly value: SyntaxNode | undefined;
  /** False where the block had a syntax error: what is absent in it cannot be known. */
  readonly complete: boolean;
}

/** Which piece of an entry a span should cover. `entry` is key and value, or a whole list item. */
export type Part = 'key' | 'value' | 'entry';

/** Where a cursor stands, for hover and completion. Total: every offset has a locus. */
export interface Locus {
  readonly document: number;
  /**
   * `key`: on the key of the entry `route` names. `value`: on the scalar (or empty value place) `route` names.
   * `child`: in a map (or where a map or list item could begin) at `route`, where a new key or item would go.
   */
  readonly at: 'key' | 'value' | 'child';
  readonly route: Route;
  /** Text from the start of the current word or value up to the cursor. */
  readonly prefix: string;
  /** What a completion would replace. */
  readonly replace: TextSpan;
  /** For `child` and `value`: whether the surrounding collection is flow style. */
  readonly flow: boolean;
  /** Column at which keys of the map in `route` stand (for `child`), so that an insert is indented right. */
  readonly indent: number;
}

/**
 * A node where it stands, for who walks many of them: its children know their places, and none is looked up by its route
 * again. Spans are absolute.
 */
export interface PlacedNode {
  /** The last step of its route; undefined at the top of a document. */
  readonly step: string | number | undefined;
  readonly node: SyntaxNode | undefined;
  /** Of a map's entry: its key as written, quotes included. */
  readonly key: TextSpan | undefined;
  /** Zero-width where nothing is written. */
  readonly value: TextSpan;
  /** Key and value, or a whole list item with its dash. */
  readonly entry: TextSpan;
  /** A short piece that stands for the whole: the key, else the first thing in it. */
  readonly label: TextSpan;
  /** In file order. None below an alias: what it stands for is written elsewhere. */
  children(): readonly PlacedNode[];
}

export interface YamlDocument {
  /** 0-based number of this document in its file. */
  readonly index: number;
  /** `map` is what the format needs; the rest has no blocks. */
  readonly shape: 'map' | 'list' | 'scalar' | 'empty';
  readonly blocks: readonly Block[];
  /** True where every block is complete and nothing at top level was unreadable. */
  readonly complete: boolean;
  node(route: Route): SyntaxNode | undefined;
  /** Does the entry or item exist, with or without a value? */
  has(route: Route): boolean;
  /** Absolute span, or undefined where the route does not exist. An empty value: the zero-width place behind the key. */
  span(route: Route, part: Part): TextSpan | undefined;
  /** The node a route leads to with the places of everything below it; undefined where the route does not exist. */
  placed(route: Route): PlacedNode | undefined;
  /** Where a finding on a route that may not exist belongs: the key of the nearest existing ancestor; at the top the `kind` line (else the first key, else the document's first line). */
  nearest(route: Route): TextSpan;
  /** Is the container at this route known whole (no syntax error inside it)? */
  wholeAt(route: Route): boolean;
}

export interface ParsedDocument {
  readonly text: string;
  readonly documents: readonly YamlDocument[];
  /** In file order, absolute spans. */
  readonly problems: readonly SyntaxProblem[];
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  rangeOf(span: TextSpan): Range;
  locate(offset: number): Locus;
  /** Text of comments that stand alone on a line or trail one, for `# aims-ignore-next-line`. */
  readonly comments: readonly { readonly text: string; readonly span: TextSpan }[];
}
