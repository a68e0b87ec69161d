/** Files of ML code with the cards that cover them. A keystroke in a card leaves their order and paths as they were. */
import { isTestOrExample } from '../code';
import type { CodeFacts } from '../code/types';
import { coveringSystems } from './coverage';
import { groupBy } from './group-by';
import type { CodeEntry, SystemEntry } from './snapshot';
import { baseName, folderOf, relativePath, rootOf } from './uri';

type CodeFile = Omit<CodeEntry, 'coveredBy'>;

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

export class CodeEntries {
  readonly #facts = new Map<string, CodeFacts>();
  #files: { readonly roots: readonly string[]; readonly inOrder: readonly CodeFile[] } | undefined;
  #covered:
    { readonly cards: readonly SystemEntry[]; readonly entries: ReadonlyMap<string, CodeEntry> } | undefined;

  set(uri: string, facts: CodeFacts): void {
    this.#facts.set(uri, facts);
    this.#files = undefined;
  }

  delete(uri: string): void {
    if (this.#facts.delete(uri)) this.#files = undefined;
  }

  keys(): Iterable<string> {
    return this.#facts.keys();
  }

  #inOrder(roots: readonly string[]): readonly CodeFile[] {
    if (this.#files && isSame(this.#files.roots, roots)) return this.#files.inOrder;
    const inOrder = [...this.#facts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([uri, facts]) => {
        const root = rootOf(uri, roots);
        const path = (root === undefined ? undefined : relativePath(root, uri)) ?? baseName(uri);
        return { uri, facts, path, silent: isTestOrExample(path) };
      });
    this.#files = { roots, inOrder };
    this.#covered = undefined;
    return inOrder;
  }

  /**
   * By URI, in order. The same map while neither code nor cards have changed.
   * @param roots folders that paths are told from; the innermost counts
   */
  entries(systems: readonly SystemEntry[], roots: readonly string[]): ReadonlyMap<string, CodeEntry> {
    const files = this.#inOrder(roots);
    const cards = systems.filter((system) => !system.inventoryOnly);
    if (this.#covered && isSame(this.#covered.cards, cards)) return this.#covered.entries;
    const byFolder = groupBy(cards, (card) => folderOf(card.uri));
    const entries = new Map(
      files.map((file) => [file.uri, { ...file, coveredBy: coveringSystems(file.uri, byFolder) }]),
    );
    this.#covered = { cards, entries };
    return entries;
  }
}
