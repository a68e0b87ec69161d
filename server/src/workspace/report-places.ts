/** Where test runners leave their reports. Only so much is looked through; what lies elsewhere is named in the settings. */
import { Minimatch } from 'minimatch';
import { isBoundedGlob } from './glob-limits';
import { EXCLUDED_FOLDERS, type WorkspaceHost } from './host';
import { encodeSegment, relativePath, resolvePath } from './uri';

const MOST_REPORTS = 1_000;
const MOST_FOLDERS = 5_000;
const DEEPEST = 6;

/** Paths and patterns by the workspace folder they start from. */
export type NamedPlaces = readonly (readonly [root: string, places: readonly string[]])[];

const isXml = (name: string): boolean => /\.xml$/i.test(name);

/**
 * @param folders workspace folders and those of the cards that have tests as evidence
 * @param named paths and patterns by the workspace folder they start from, from the settings
 * @returns files that may be reports, sorted
 */
export async function reportPlaces(
  host: WorkspaceHost,
  folders: Iterable<string>,
  named: NamedPlaces,
): Promise<readonly string[]> {
  if (!host.list) return [];
  const search = new Search(host);
  for (const folder of folders) {
    await search.add(folder, 0, (name) => name.toLowerCase() === 'junit.xml');
    await search.addFrom(folder, 'reports', 0);
    await search.addFrom(folder, 'test-results', DEEPEST);
  }
  for (const [root, patterns] of named)
    for (const pattern of patterns) await search.addPattern(root, pattern);
  return [...search.found].sort().slice(0, MOST_REPORTS);
}

class Search {
  readonly found = new Set<string>();
  readonly #host: WorkspaceHost;
  /** What stands in each folder; asked once. */
  readonly #listed = new Map<string, Awaited<ReturnType<NonNullable<WorkspaceHost['list']>>>>();

  constructor(host: WorkspaceHost) {
    this.#host = host;
  }

  async #list(folder: string) {
    let entries = this.#listed.get(folder);
    if (!entries) {
      if (this.#listed.size >= MOST_FOLDERS) return [];
      entries = (await this.#host.list?.(folder).catch(() => [])) ?? [];
      this.#listed.set(folder, entries);
    }
    return entries;
  }

  /** @param depth of folders below that are looked into as well */
  async add(folder: string, depth: number, isReport: (name: string, uri: string) => boolean): Promise<void> {
    for (const entry of await this.#list(folder)) {
      if (this.found.size >= MOST_REPORTS) return;
      const uri = `${folder}/${encodeSegment(entry.name)}`;
      if (!entry.folder && isReport(entry.name, uri)) this.found.add(uri);
      else if (entry.folder && depth > 0 && !EXCLUDED_FOLDERS.has(entry.name))
        await this.add(uri, depth - 1, isReport);
    }
  }

  async addFrom(parent: string, name: string, depth: number): Promise<void> {
    const isThere = (await this.#list(parent)).some((entry) => entry.folder && entry.name === name);
    if (isThere) await this.add(`${parent}/${name}`, depth, isXml);
  }

  async addPattern(root: string, written: string): Promise<void> {
    const pattern = written.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
    const magic = pattern.search(/[*?[{(!+@]/);
    const fixed = magic < 0 ? pattern : pattern.slice(0, pattern.lastIndexOf('/', magic) + 1);
    const base = fixed === '' ? undefined : resolvePath(`/${fixed}`, root, root);
    if (base && base.kind !== 'file') return;
    if (magic < 0) {
      if (base) this.found.add(base.uri);
      return;
    }
    if (!isBoundedGlob(pattern)) return;
    const matcher = new Minimatch(pattern, { dot: true, nocomment: true });
    await this.add(base?.uri ?? root, DEEPEST, (_, uri) => matcher.match(relativePath(root, uri) ?? ''));
  }
}
