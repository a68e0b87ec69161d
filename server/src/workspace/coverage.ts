/** Which card covers a file of code: the nearest above it whose `code` patterns match. */
import { Minimatch } from 'minimatch';
import type { AiSystem } from '../model/build';
import { isBoundedGlob } from './glob-limits';
import { groupBy } from './group-by';
import type { SystemEntry } from './snapshot';
import { folderOf, relativePath } from './uri';

type Patterns = NonNullable<AiSystem['code']>;

interface Matchers {
  readonly take: readonly Minimatch[];
  /** Patterns that begin with `!`. */
  readonly leave: readonly Minimatch[];
}

const matcherOf = (pattern: string): Minimatch =>
  new Minimatch(pattern.replace(/^\.\//, ''), { dot: true, nocomment: true, nonegate: true });

/** A list lives as long as its text: a keystroke elsewhere does not make its patterns anew for every file. */
const compiled = new WeakMap<Patterns, Matchers>();

function matchersOf(patterns: Patterns): Matchers {
  let matchers = compiled.get(patterns);
  if (!matchers) {
    const bounded = patterns.items.map(({ value }) => value).filter(isBoundedGlob);
    matchers = {
      take: bounded.filter((pattern) => !pattern.startsWith('!')).map(matcherOf),
      leave: bounded.flatMap((pattern) => (pattern.startsWith('!') ? matcherOf(pattern.slice(1)) : [])),
    };
    compiled.set(patterns, matchers);
  }
  return matchers;
}

type Answer = 'covered' | 'left-out' | 'not-covered';

/** What a list of patterns says of a path. With patterns that leave out alone, all else is covered. */
function coverageBy(patterns: Patterns | undefined, path: string): Answer {
  if (!patterns || patterns.items.length === 0) return 'covered';
  const { take, leave } = matchersOf(patterns);
  if (leave.some((matcher) => matcher.match(path))) return 'left-out';
  const takesAll = patterns.items.every(({ value }) => value.startsWith('!'));
  return takesAll || take.some((matcher) => matcher.match(path)) ? 'covered' : 'not-covered';
}

export interface Covering {
  readonly systems: readonly SystemEntry[];
  /** No card covers the file, and one says that this is on purpose: `!scratch/**`. */
  readonly leftOut: boolean;
}

/** @param byFolder cards by the folder they stand in */
function covering(uri: string, byFolder: ReadonlyMap<string, readonly SystemEntry[]>): Covering {
  let leftOut = false;
  for (let folder = folderOf(uri); ; folder = folderOf(folder)) {
    const path = relativePath(folder, uri) ?? '';
    const systems = (byFolder.get(folder) ?? []).filter(({ body: { code } }) => {
      const coverage = coverageBy(code, path);
      leftOut ||= coverage === 'left-out';
      return coverage === 'covered';
    });
    if (systems.length > 0) return { systems, leftOut: false };
    if (folderOf(folder) === folder) return { systems: [], leftOut };
  }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

/** Which cards cover which file, kept while the cards stand where they stood and their patterns are the same. */
export class Coverage {
  #cards: readonly SystemEntry[] = [];
  #byFolder: ReadonlyMap<string, readonly SystemEntry[]> = new Map();
  /** Where the cards stand, and their patterns. */
  #inputs: readonly unknown[] = [];
  /** Cards by their position, so that it stays while their other text changes. */
  readonly #byUri = new Map<string, { readonly cards: readonly number[]; readonly leftOut: boolean }>();

  /** @returns is a file covered by the card at the same position as before? */
  setCards(cards: readonly SystemEntry[]): boolean {
    if (isSame(cards, this.#cards)) return true;
    const inputs = cards.flatMap(({ uri, body: { code } }) => [uri, code]);
    const isSameCoverage = isSame(inputs, this.#inputs);
    if (!isSameCoverage) this.#byUri.clear();
    this.#inputs = inputs;
    this.#cards = cards;
    this.#byFolder = groupBy(cards, ({ uri }) => folderOf(uri));
    return isSameCoverage;
  }

  of(uri: string): Covering {
    let known = this.#byUri.get(uri);
    if (!known) {
      const { systems, leftOut } = covering(uri, this.#byFolder);
      known = { cards: systems.map((system) => this.#cards.indexOf(system)), leftOut };
      this.#byUri.set(uri, known);
    }
    return { systems: known.cards.flatMap((index) => this.#cards[index] ?? []), leftOut: known.leftOut };
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }
}
