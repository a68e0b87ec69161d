/** Files of ML code with the cards that cover them. A keystroke, in a card or in code, makes anew what it touches. */
import { isDocumentation, isOthersCode, isTestOrExample, type Annotation } from '../code';
import type { CodeFacts } from '../code/types';
import { CodeEvidenceLists, namesTest } from './code-evidence';
import { Coverage } from './coverage';
import type { CodeEntry, CodeEvidence, SystemEntry } from './snapshot';
import { baseName, relativePath, rootOf } from './uri';

/** Where a file stands, which only a change of folders changes. */
interface CodePath {
  readonly path: string;
  /** Tests, examples, documentation. */
  readonly isSilent: boolean;
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

export class CodeEntries {
  readonly #files = new Map<string, CodeFile>();
  readonly #annotated = new Set<string>();
  readonly #evidence = new CodeEvidenceLists();
  readonly #coverage = new Coverage();
  readonly #paths = new Map<string, CodePath>();
  #roots: readonly string[] = [];
  #cards: readonly SystemEntry[] = [];
  /** Files that are not as they were. */
  readonly #changed = new Set<string>();
  /** False when files came or went, or may be covered by other cards. */
  #isInOrder = false;
  #covered: CoveredCode = { entries: new Map(), evidence: new Map() };

  set(uri: string, facts: CodeFacts, annotations: readonly Annotation[] = NO_ANNOTATIONS): void {
    if (!this.#files.has(uri)) this.#isInOrder = false;
    this.#files.set(uri, { facts, annotations });
    if (annotations.length > 0) this.#annotated.add(uri);
    else this.#annotated.delete(uri);
    this.#changed.add(uri);
  }

  delete(uri: string): void {
    if (!this.#files.delete(uri)) return;
    for (const known of [this.#annotated, this.#changed, this.#paths]) known.delete(uri);
    this.#coverage.forget(uri);
    this.#isInOrder = false;
  }

  keys(): Iterable<string> {
    return this.#files.keys();
  }

  /** Files in which an annotation names a test. */
  *annotatedTests(): Iterable<string> {
    for (const uri of this.#annotated) {
      const file = this.#files.get(uri);
      if (file && namesTest({ uri, ...file })) yield uri;
    }
  }

  /**
   * The same maps while neither code nor cards have changed; the same entry while its file and the cards that cover it
   * have not.
   * @param roots folders that paths are told from; the innermost counts
   */
  covered(systems: readonly SystemEntry[], roots: readonly string[]): CoveredCode {
    if (!isSame(this.#roots, roots)) {
      this.#paths.clear();
      this.#roots = roots;
      this.#isInOrder = false;
    }
    const cards = systems.filter((system) => !system.inventoryOnly);
    if (!this.#coverage.setCards(cards)) this.#isInOrder = false;
    const isSameCards = isSame(this.#cards, cards);
    if (this.#isInOrder && isSameCards && this.#changed.size === 0) return this.#covered;
    const entries = this.#isInOrder ? this.#updated(isSameCards ? [] : cards) : this.#all();
    this.#cards = cards;
    this.#changed.clear();
    this.#isInOrder = true;
    const annotated = [...this.#annotated].sort().flatMap((uri) => entries.get(uri) ?? []);
    const evidence = this.#evidence.update(annotated.filter(({ annotations }) => annotations.length > 0));
    this.#covered = { entries, evidence };
    return this.#covered;
  }

  #all(): ReadonlyMap<string, CodeEntry> {
    const uris = [...this.#files.keys()].sort();
    return new Map(uris.flatMap((uri) => this.#pairOf(uri)));
  }

  /** @param cards other cards at the same positions; empty where they are the same */
  #updated(cards: readonly SystemEntry[]): ReadonlyMap<string, CodeEntry> {
    const entries = new Map(this.#covered.entries);
    const gone = new Set(this.#cards.filter((card, index) => cards.length > 0 && cards[index] !== card));
    if (gone.size > 0)
      for (const [uri, { coveredBy }] of this.#covered.entries)
        if (coveredBy.some((card) => gone.has(card))) this.#changed.add(uri);
    for (const uri of this.#changed) for (const [, entry] of this.#pairOf(uri)) entries.set(uri, entry);
    return entries;
  }

  /** None where the file is gone. */
  #pairOf(uri: string): readonly (readonly [string, CodeEntry])[] {
    const file = this.#files.get(uri);
    if (!file) return [];
    const { path, ...place } = this.#pathOf(uri);
    const { systems, leftOut } = this.#coverage.of(uri);
    const entry: CodeEntry = {
      uri,
      path,
      facts: file.facts,
      silent: place.isSilent || leftOut,
      annotations: place.isOthers ? NO_ANNOTATIONS : file.annotations,
      coveredBy: systems,
    };
    const before = this.#covered.entries.get(uri);
    return [[uri, before && isSameEntry(before, entry) ? before : entry]];
  }

  #pathOf(uri: string): CodePath {
    let known = this.#paths.get(uri);
    if (!known) {
      const root = rootOf(uri, this.#roots);
      const path = (root === undefined ? undefined : relativePath(root, uri)) ?? baseName(uri);
      known = {
        path,
        isSilent: isTestOrExample(path) || isDocumentation(path),
        isOthers: isOthersCode(path),
      };
      this.#paths.set(uri, known);
    }
    return known;
  }
}

const isSameEntry = (a: CodeEntry, b: CodeEntry): boolean =>
  a.facts === b.facts &&
  a.annotations === b.annotations &&
  a.path === b.path &&
  a.silent === b.silent &&
  isSame(a.coveredBy, b.coveredBy);
