/** Reports of test runs: found in their usual places, read once, and again when they have changed. */
import { readJUnit, type TestReport } from '../evidence';
import type { WorkspaceHost } from './host';
import { reportPlaces, type NamedPlaces } from './report-places';
import { baseName, relativePath, rootOf } from './uri';

export interface KnownReport extends TestReport {
  readonly uri: string;
  /** Workspace folder it lies in, from which its `path` counts. */
  readonly root: string;
}

export class TestReports {
  readonly #host: WorkspaceHost;
  readonly #folders = new Set<string>();
  #named: NamedPlaces = [];
  /** By URI; undefined for what is no report of tests. */
  #read = new Map<string, KnownReport | undefined>();
  #known: readonly KnownReport[] = [];
  #isStale = true;
  #turn = Symbol();
  #looking: Promise<void> | undefined;

  constructor(host: WorkspaceHost) {
    this.#host = host;
  }

  /** Reports may lie here too: a card with tests as evidence does. Without such a card nothing is looked for. */
  lookIn(folder: string): void {
    if (this.#folders.has(folder)) return;
    this.#folders.add(folder);
    this.#again();
  }

  /**
   * @param namedIn paths and patterns from a workspace folder, where reports lie in places of their own
   * @returns true where they are others than before
   */
  setNamed(namedIn: (root: string) => readonly string[]): boolean {
    const named = this.#host.roots().map((root) => [root, namedIn(root)] as const);
    if (JSON.stringify(named) === JSON.stringify(this.#named)) return false;
    this.#named = named;
    this.#again();
    return true;
  }

  /** A look that is under way may have seen what was there before. */
  #again(): void {
    this.#isStale = true;
    this.#turn = Symbol();
  }

  /** A file was written or removed. */
  changed(uri: string): void {
    const wasRead = this.#read.delete(uri);
    if (wasRead || /\.xml$/i.test(baseName(uri))) this.#again();
  }

  /** Everything may have changed. */
  clear(): void {
    this.#read.clear();
    this.#folders.clear();
    this.#again();
  }

  /** @returns undefined where everything is known */
  gather(): Promise<void> | undefined {
    if (this.#looking || !this.#isStale) return this.#looking;
    this.#isStale = false;
    if (this.#folders.size === 0) {
      this.#know(new Map());
      return undefined;
    }
    this.#looking = this.#look(this.#turn).finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #look(turn: symbol): Promise<void> {
    const roots = this.#host.roots();
    const uris = await reportPlaces(this.#host, new Set([...roots, ...this.#folders]), this.#named);
    const read = new Map<string, KnownReport | undefined>();
    for (const uri of uris) {
      if (this.#turn !== turn) return;
      read.set(uri, this.#read.has(uri) ? this.#read.get(uri) : await this.#readOne(uri, roots));
    }
    if (this.#turn === turn) this.#know(read);
  }

  async #readOne(uri: string, roots: readonly string[]): Promise<KnownReport | undefined> {
    const root = rootOf(uri, roots);
    if (root === undefined) return undefined;
    const [read, modified] = await Promise.all([
      this.#host.readText(uri).catch(() => undefined),
      this.#host.modified?.(uri).catch(() => undefined),
    ]);
    const report = read?.kind === 'text' ? readJUnit(read.text) : undefined;
    if (report?.kind !== 'report') return undefined;
    const { cases, complete } = report;
    const path = relativePath(root, uri) ?? baseName(uri);
    return { uri, root, path, cases, complete, ...(modified === undefined ? {} : { modified }) };
  }

  #know(read: Map<string, KnownReport | undefined>): void {
    this.#read = read;
    const now = [...read.values()].filter((report) => report !== undefined);
    const isSame = now.length === this.#known.length && now.every((report, at) => report === this.#known[at]);
    if (!isSame) this.#known = now;
  }

  /** The same list until any of them has changed. To be asked for when everything was gathered. */
  known(): readonly KnownReport[] {
    return this.#known;
  }
}
