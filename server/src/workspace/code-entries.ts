/** Files of ML code with the cards that cover them. A keystroke, in a card or in code, makes anew what it touches. */
import { isOthersCode, isTestOrExample, type Annotation } from '../code';
import type { CodeFacts } from '../code/types';
import { CodeEvidenceLists, namesTest } from './code-evidence';
import { covering, type Covering } from './coverage';
import { groupBy } from './group-by';
import type { CodeEntry, CodeEvidence, SystemEntry } from './snapshot';
import { baseName, folderOf, relativePath, rootOf } from './uri';

/** Where a file stands, which only a change of folders changes. */
interface CodePath {
  readonly path: string;
  readonly isTestOrExample: boolean;
  readonly isOthers: boolean;
}

interface CodeFile {
  readonly facts: CodeFacts;
  readonly annotations: readonly Annotation[];
}

export interface CoveredCode {
  /** By URI, in order. */
  readonly entries: ReadonlyMap<string, CodeEntry>;
  readonly evidence: ReadonlyMap<SystemEntry, readonly CodeEvidence[]>;
}

const NO_ANNOTATIONS: readonly Annotation[] = [];

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

/** What coverage hangs on: which cards stand where, and their patterns. */
const coverageInputs = (cards: readonly SystemEntry[]): readonly unknown[] =>
  cards.flatMap(({ uri, body: { code } }) => [uri, code]);

export class CodeEntries {
  readonly #files = new Map<string, CodeFile>();
  readonly #evidence = new CodeEvidenceLists();
  /** In order; undefined when a file came or went. */
  #uris: readonly string[] | undefined;
  #paths: { readonly roots: readonly string[]; readonly byUri: Map<string, CodePath> } = {
    roots: [],
    byUri: new Map(),
  };
  /** By position of the cards, so that it stays while their other text changes. */
  #coverage: {
    readonly inputs: readonly unknown[];
    readonly byUri: Map<string, { readonly cards: readonly number[]; readonly leftOut: boolean }>;
  } = { inputs: [], byUri: new Map() };
  #covered: CoveredCode = { entries: new Map(), evidence: new Map() };
  #madeOf: { readonly cards: readonly SystemEntry[]; readonly paths: object } | undefined;

  set(uri: string, facts: CodeFacts, annotations: readonly Annotation[] = NO_ANNOTATIONS): void {
    if (!this.#files.has(uri)) this.#uris = undefined;
    this.#files.set(uri, { facts, annotations });
    this.#madeOf = undefined;
  }

  delete(uri: string): void {
    if (!this.#files.delete(uri)) return;
    this.#uris = undefined;
    this.#madeOf = undefined;
  }

  keys(): Iterable<string> {
    return this.#files.keys();
  }

  /** Files in which an annotation names a test. */
  *annotatedTests(): Iterable<string> {
    for (const [uri, file] of this.#files)
      if (file.annotations.length > 0 && namesTest({ uri, ...file })) yield uri;
  }

  #pathOf(uri: string, roots: readonly string[]): CodePath {
    let known = this.#paths.byUri.get(uri);
    if (!known) {
      const root = rootOf(uri, roots);
      const path = (root === undefined ? undefined : relativePath(root, uri)) ?? baseName(uri);
      this.#paths.byUri.set(
        uri,
        (known = { path, isTestOrExample: isTestOrExample(path), isOthers: isOthersCode(path) }),
      );
    }
    return known;
  }

  #covering(
    uri: string,
    cards: readonly SystemEntry[],
    byFolder: ReadonlyMap<string, readonly SystemEntry[]>,
  ): Covering {
    let known = this.#coverage.byUri.get(uri);
    if (!known) {
      const { systems, leftOut } = covering(uri, byFolder);
      this.#coverage.byUri.set(
        uri,
        (known = { cards: systems.map((system) => cards.indexOf(system)), leftOut }),
      );
    }
    return { systems: known.cards.flatMap((index) => cards[index] ?? []), leftOut: known.leftOut };
  }

  /**
   * The same maps while neither code nor cards have changed; the same entry while its file and the cards that cover it
   * have not.
   * @param roots folders that paths are told from; the innermost counts
   */
  covered(systems: readonly SystemEntry[], roots: readonly string[]): CoveredCode {
    if (!isSame(this.#paths.roots, roots)) this.#paths = { roots, byUri: new Map() };
    const cards = systems.filter((system) => !system.inventoryOnly);
    if (this.#madeOf?.paths === this.#paths && isSame(this.#madeOf.cards, cards)) return this.#covered;
    const entries = this.#entries(cards, roots);
    const annotated = [...entries.values()].filter(({ annotations }) => annotations.length > 0);
    this.#covered = { entries, evidence: this.#evidence.update(annotated) };
    this.#madeOf = { cards, paths: this.#paths };
    return this.#covered;
  }

  #entries(cards: readonly SystemEntry[], roots: readonly string[]): ReadonlyMap<string, CodeEntry> {
    const inputs = coverageInputs(cards);
    if (!isSame(this.#coverage.inputs, inputs)) this.#coverage = { inputs, byUri: new Map() };
    const byFolder = groupBy(cards, (card) => folderOf(card.uri));
    this.#uris ??= [...this.#files.keys()].sort();
    const entries = new Map<string, CodeEntry>();
    for (const uri of this.#uris) {
      const file = this.#files.get(uri);
      if (!file) continue;
      const { path, ...place } = this.#pathOf(uri, roots);
      const { systems, leftOut } = this.#covering(uri, cards, byFolder);
      const entry: CodeEntry = {
        uri,
        path,
        facts: file.facts,
        silent: place.isTestOrExample || leftOut,
        annotations: place.isOthers ? NO_ANNOTATIONS : file.annotations,
        coveredBy: systems,
      };
      const before = this.#covered.entries.get(uri);
      entries.set(uri, before && isSameEntry(before, entry) ? before : entry);
    }
    return entries;
  }
}

const isSameEntry = (a: CodeEntry, b: CodeEntry): boolean =>
  a.facts === b.facts &&
  a.annotations === b.annotations &&
  a.path === b.path &&
  a.silent === b.silent &&
  isSame(a.coveredBy, b.coveredBy);
