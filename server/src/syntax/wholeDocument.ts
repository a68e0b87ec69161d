import type { DocumentSource } from './document';
import { hidesContent } from './reading';
import type { LocalProblem, Root } from './reading';
import { countBelow } from './search';
import type { Found } from './tree';
import { childIndex, follow } from './tree';
import type { Block, Route, TextSpan, YamlDocument } from './types';

/** A document read in one go, because its parts cannot be told apart by indentation or depend on each other. */
export class WholeDocument implements DocumentSource {
  readonly shape: YamlDocument['shape'];
  readonly blocks: readonly Block[];
  readonly complete: boolean;
  readonly firstLine: TextSpan;
  /** Of several syntax errors in one entry only the first, relative to `base`. */
  readonly problems: readonly LocalProblem[];
  readonly #top: Found | undefined;

  /** `base`: offset that the root's places and the problems are relative to. */
  constructor(root: Root | undefined, problems: readonly LocalProblem[], base: number, firstLine: TextSpan) {
    const hiding = problems.filter((p) => hidesContent(p.code));
    this.firstLine = firstLine;
    this.complete = hiding.length === 0;
    this.#top = root?.node && root.place && { node: root.node, place: root.place, base };
    this.problems = firstOfEachEntry(root, problems);
    this.shape = root?.node?.kind ?? 'empty';
    this.blocks = root?.node?.kind === 'map' ? blocksOf(root, hiding) : [];
  }

  find(route: Route): Found | undefined {
    return this.#top && follow(this.#top, route);
  }

  wholeAt(route: Route): boolean {
    const first = route[0];
    if (first === undefined || this.complete) return this.complete;
    return this.blocks[childIndex(this.#top?.node, first)]?.complete ?? false;
  }
}

/**
 * The parser may notice an error only where the next entry starts, and text it cannot place belongs to no entry: so
 * each error counts against the entry before it and, if it is that entry's first character, the next one.
 */
function blocksOf(root: Root, hiding: readonly LocalProblem[]): Block[] {
  if (root.node?.kind !== 'map') return [];
  const starts = (root.place?.children ?? []).map((place) => place.from);
  // +1 where a problem begins to cover blocks and -1 behind the last one: linear, however many problems there are.
  const steps = new Int32Array(starts.length + 1);
  for (const problem of hiding) {
    const first = Math.max(0, countBelow(starts, problem.start) - 1);
    const behind = Math.max(first + 1, countBelow(starts, problem.end + 1));
    steps[first] = (steps[first] ?? 0) + 1;
    steps[behind] = (steps[behind] ?? 0) - 1;
  }
  let covering = 0;
  return root.node.entries.map((entry, i) => {
    covering += steps[i] ?? 0;
    return { key: entry.key, value: entry.value, complete: covering === 0 };
  });
}

/** Behind a first syntax error the parser is guessing, at least up to the next top-level entry. */
function firstOfEachEntry(root: Root | undefined, problems: readonly LocalProblem[]): LocalProblem[] {
  const starts = root?.node?.kind === 'map' ? (root.place?.children ?? []).map((place) => place.from) : [];
  const seen = new Set<number>();
  return problems.filter((problem) => {
    if (problem.code !== 'syntax') return true;
    const entry = countBelow(starts, problem.start);
    return seen.size < seen.add(entry).size;
  });
}
