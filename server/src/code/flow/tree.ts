/**
 * A syntax tree as flat arrays, children by number. Built without recursion, cut at a depth, so that whoever walks it
 * may recurse whatever the text was.
 */
import type { parser } from '@lezer/python';

/** The parsers' own tree and a parse that goes on step by step. */
export type ParsedTree = ReturnType<typeof parser.parse>;
export type PartialParse = ReturnType<typeof parser.startParse>;

/** Index of a node in a `SyntaxTree`; `NONE` where there is none. */
export type NodeId = number;
export const NONE: NodeId = -1;

/** Deeper expressions are left out of the tree: what is in them is unknown. Python itself stops at 100 indents and 200 brackets. */
const MAX_DEPTH = 400;
const COMMENTS = new Set(['Comment', 'LineComment', 'BlockComment']);
/** What the parsers call a node that does not belong, or is not there. */
export const ERROR = '⚠';
const STEPS_BETWEEN_CLOCK_READS = 512;

export interface CommentSpan {
  readonly from: number;
  readonly to: number;
}

export class SyntaxTree {
  readonly text: string;
  readonly comments: CommentSpan[] = [];
  /** Of the text with its half-typed lines, where they were left out here. */
  unmended: SyntaxTree | undefined;
  /** How often the text is not as the grammar wants it. */
  errors = 0;
  /** Where that begins; of a text without errors, its end. */
  firstError: number;
  private readonly names: string[] = [];
  private readonly spans: number[] = [];
  private readonly firstChild: NodeId[] = [];
  private readonly nextSibling: NodeId[] = [];

  constructor(text: string) {
    this.text = text;
    this.firstError = text.length;
  }

  /** Grammar name of a node, e.g. `CallExpression`; for keywords and punctuation the text itself. */
  name(node: NodeId): string {
    return this.names[node] ?? '';
  }

  from(node: NodeId): number {
    return this.spans[node * 2] ?? 0;
  }

  to(node: NodeId): number {
    return this.spans[node * 2 + 1] ?? 0;
  }

  source(node: NodeId): string {
    return this.text.slice(this.from(node), this.to(node));
  }

  first(node: NodeId): NodeId {
    return this.firstChild[node] ?? NONE;
  }

  next(node: NodeId): NodeId {
    return this.nextSibling[node] ?? NONE;
  }

  /** Direct children in order, punctuation included. */
  children(node: NodeId): NodeId[] {
    const found: NodeId[] = [];
    for (let child = this.first(node); child !== NONE; child = this.next(child)) found.push(child);
    return found;
  }

  /** First direct child of one of the names. */
  child(node: NodeId, ...names: string[]): NodeId {
    let child = this.first(node);
    while (child !== NONE && !names.includes(this.name(child))) child = this.next(child);
    return child;
  }

  add(name: string, from: number, to: number, parent: NodeId, previous: NodeId): NodeId {
    const node = this.names.push(name) - 1;
    this.spans.push(from, to);
    this.firstChild.push(NONE);
    this.nextSibling.push(NONE);
    if (previous !== NONE) this.nextSibling[previous] = node;
    else if (parent !== NONE) this.firstChild[parent] = node;
    return node;
  }
}

/**
 * @param deadline in milliseconds of `Date.now()`
 * @returns `undefined` where it was not done in time
 */
export function finish(parse: PartialParse, deadline: number): ParsedTree | undefined {
  let parsed = parse.advance();
  for (let step = 1; !parsed; step++) {
    if (step % STEPS_BETWEEN_CLOCK_READS === 0 && Date.now() > deadline) return undefined;
    parsed = parse.advance();
  }
  return parsed;
}

/** @returns the tree, node 0 being the whole text */
export function flatten(parsed: ParsedTree, text: string): SyntaxTree {
  const tree = new SyntaxTree(text);
  const cursor = parsed.cursor();
  const parents: NodeId[] = [];
  let parent = NONE;
  let previous = NONE;
  for (;;) {
    const { name } = cursor;
    const comment = COMMENTS.has(name);
    if (name === ERROR || (comment && isEndless(name, text, cursor))) {
      tree.errors++;
      tree.firstError = Math.min(tree.firstError, cursor.from);
    }
    if (comment) tree.comments.push({ from: cursor.from, to: cursor.to });
    else previous = tree.add(name, cursor.from, cursor.to, parent, previous);
    if (!comment && parents.length < MAX_DEPTH && cursor.firstChild()) {
      parents.push(parent);
      parent = previous;
      previous = NONE;
      continue;
    }
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) return tree;
      previous = parent;
      parent = parents.pop() ?? NONE;
    }
  }
}

const isEndless = (name: string, text: string, { from, to }: CommentSpan): boolean =>
  name === 'BlockComment' && (to - from < 4 || !text.startsWith('*/', to - 2));
