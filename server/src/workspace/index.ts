/** Keeps what is known of a workspace up to date, file by file, and hands out snapshots. */
import { analyseCode, isTestOrExample } from '../code';
import type { CodeFacts } from '../code/types';
import { build, isAimsFile, isAimsName, type AimsFile } from '../model/build';
import type { Observer } from '../model/watch';
import { parse } from '../syntax';
import { coveringSystems } from './coverage';
import { groupBy } from './group-by';
import { fileKind, type Existence, type FoundFile, type WorkspaceHost } from './host';
import { join } from './join';
import { Lookup } from './lookup';
import type { CodeEntry, Snapshot } from './snapshot';
import { baseName, folderOf, relativePath, resolvePath, rootOf, type ResolvedPath } from './uri';

/** Beyond this many remembered paths we begin anew. */
const MOST_RESOLVED = 100_000;

export class WorkspaceIndex {
  readonly #host: WorkspaceHost;
  readonly #observer: Observer | undefined;
  readonly #aims = new Map<string, AimsFile>();
  readonly #unreadable = new Map<string, string>();
  readonly #code = new Map<string, CodeFacts>();
  readonly #open = new Map<string, string>();
  /** The last reading of each file that was begun: an earlier one that ends later is out of date. */
  readonly #reading = new Map<string, symbol>();
  readonly #existence = new Map<string, Existence>();
  /** Files all of whose references have been looked up; emptied when any answer may have changed. */
  #gathered = new WeakSet<AimsFile>();
  #existenceChanged = true;
  readonly #asked = new Map<string, Promise<void>>();
  #existenceView: ReadonlyMap<string, Existence> = new Map();
  #resolved = { roots: '', paths: new Map<string, ResolvedPath>() };
  #snapshot: Snapshot | undefined;
  #scanned: Promise<void> | undefined;

  /** @param observer told of every key somebody reads; for the test that every key of the format has a reader */
  constructor(host: WorkspaceHost, observer?: Observer) {
    this.#host = host;
    this.#observer = observer;
  }

  /** Reads the workspace once; later calls return the same promise. */
  scan(): Promise<void> {
    return (this.#scanned ??= this.#scanAll());
  }

  async #scanAll(): Promise<void> {
    const found = await this.#host.findFiles();
    // Bounded, so that a large workspace does not open every file at once.
    const queue = [...found];
    const worker = async (): Promise<void> => {
      for (let file = queue.pop(); file; file = queue.pop()) await this.#load(file);
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    this.#snapshot = undefined;
  }

  async #load({ uri, what }: FoundFile): Promise<void> {
    if (this.#open.has(uri)) return;
    const turn = Symbol(uri);
    this.#reading.set(uri, turn);
    const read = await this.#host.readText(uri);
    if (this.#reading.get(uri) !== turn) return;
    this.#reading.delete(uri);
    if (this.#open.has(uri)) return;
    this.#forget(uri);
    if (read.kind === 'text') this.#take(uri, what, read.text);
    else if (read.kind === 'unreadable' && isAimsName(uri)) this.#unreadable.set(uri, read.reason);
  }

  #forget(uri: string): void {
    this.#aims.delete(uri);
    this.#code.delete(uri);
    this.#unreadable.delete(uri);
  }

  #take(uri: string, what: FoundFile['what'], text: string): void {
    if (what === 'yaml') {
      if (isAimsFile(uri, text))
        this.#aims.set(uri, build(uri, parse(text, this.#aims.get(uri)?.parsed), this.#observer));
      else this.#aims.delete(uri);
      return;
    }
    const facts = analyseCode(uri, text);
    if (facts && (facts.signals.length > 0 || facts.unreadable !== undefined || this.#open.has(uri)))
      this.#code.set(uri, facts);
    else this.#code.delete(uri);
  }

  /** A document the editor holds; its text counts, not the file's. */
  setOpen(uri: string, text: string, what: FoundFile['what'] | undefined = fileKind(baseName(uri))): void {
    if (!this.#open.has(uri)) this.#existenceChanged = true;
    this.#open.set(uri, text);
    this.#unreadable.delete(uri);
    if (what) this.#take(uri, what, text);
    this.#snapshot = undefined;
  }

  /** Facts of a notebook the editor holds cell by cell. */
  setOpenFacts(uri: string, facts: CodeFacts): void {
    if (!this.#open.has(uri)) this.#existenceChanged = true;
    this.#open.set(uri, '');
    this.#code.set(uri, facts);
    this.#snapshot = undefined;
  }

  /** The editor let go: the file counts again. */
  async setClosed(uri: string): Promise<void> {
    this.#open.delete(uri);
    this.#existenceChanged = true;
    await this.changed([uri]);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** Files were created, changed or deleted outside the editor; of a folder that went, its files need not be named. */
  async changed(uris: readonly string[]): Promise<void> {
    for (const uri of new Set([...uris, ...this.#knownBelow(uris)])) {
      const wasKnown = this.#existence.delete(uri);
      const wasAsked = this.#asked.delete(uri);
      if (wasKnown || wasAsked) this.#gathered = new WeakSet();
      this.#existenceChanged = true;
      if (this.#open.has(uri)) continue;
      const what = fileKind(baseName(uri));
      // Without a name of ours or outside, such as a text never saved: it was known only while it was open.
      if (what && rootOf(uri, this.#host.roots()) !== undefined) await this.#load({ uri, what });
      else this.#forget(uri);
    }
    this.#snapshot = undefined;
  }

  /** What is known of files in those of the URIs that may be folders. */
  #knownBelow(uris: readonly string[]): readonly string[] {
    const folders = new Set(uris.filter((uri) => fileKind(baseName(uri)) === undefined));
    if (folders.size === 0) return [];
    const isBelow = (uri: string): boolean => {
      const folder = folderOf(uri);
      return folder !== uri && (folders.has(folder) || isBelow(folder));
    };
    const maps = [this.#aims, this.#code, this.#unreadable, this.#existence];
    return maps.flatMap((known) => [...known.keys()].filter(isBelow));
  }

  /** Folders came or went, or everything may have changed: read anew. */
  async rescan(): Promise<void> {
    for (const uri of [...this.#aims.keys(), ...this.#code.keys(), ...this.#unreadable.keys()])
      if (!this.#open.has(uri)) this.#forget(uri);
    this.#reading.clear();
    this.#existence.clear();
    this.#asked.clear();
    this.#gathered = new WeakSet();
    this.#existenceChanged = true;
    this.#scanned = undefined;
    await this.scan();
  }

  /** What is known now, references to other files looked up. The same object until something changes. */
  async snapshot(): Promise<Snapshot> {
    for (;;) {
      const scanned = this.scan();
      await scanned;
      // Half of a workspace that is being read anew would look as if the other half were gone.
      if (scanned !== this.#scanned) continue;
      if (this.#snapshot) return this.#snapshot;
      // Something may change while the host is asked; then ask for what is new.
      const asking = this.#gatherExistence();
      if (asking) await asking;
      else this.#snapshot = this.#build();
    }
  }

  /** Paths are resolved again at each keystroke, by rules and verdicts; the answer hangs on the roots alone. */
  #resolver(): (text: string, uri: string) => ResolvedPath {
    const roots = this.#host.roots();
    const key = roots.join(' ');
    if (this.#resolved.roots !== key || this.#resolved.paths.size > MOST_RESOLVED)
      this.#resolved = { roots: key, paths: new Map() };
    const { paths } = this.#resolved;
    return (text, uri) => {
      const named = `${uri} ${text}`;
      let resolved = paths.get(named);
      if (!resolved)
        paths.set(named, (resolved = resolvePath(text, uri, rootOf(uri, roots) ?? folderOf(uri))));
      return resolved;
    };
  }

  /** Files that references lead to and nobody has asked the host about. Looks at each file once. */
  #missingExistence(): string[] {
    const resolve = this.#resolver();
    const wanted = new Set<string>();
    for (const file of this.#aims.values()) {
      if (this.#gathered.has(file)) continue;
      this.#gathered.add(file);
      for (const { text } of file.artefacts.flatMap((artefact) => artefact.paths)) {
        const resolved = resolve(text, file.uri);
        if (resolved.kind !== 'file') continue;
        if (!this.#existence.has(resolved.uri) && !this.#asked.has(resolved.uri)) wanted.add(resolved.uri);
      }
    }
    return [...wanted];
  }

  /** Asks the host about what is missing. An answer overtaken by a change (see `changed`) is dropped. */
  #gatherExistence(): Promise<unknown> | undefined {
    for (const uri of this.#missingExistence()) {
      const asked = this.#host
        .stat(uri)
        .catch(() => 'unknown' as const)
        .then((existence) => {
          if (this.#asked.get(uri) !== asked) return;
          this.#asked.delete(uri);
          this.#existence.set(uri, existence);
          this.#existenceChanged = true;
        });
      this.#asked.set(uri, asked);
    }
    return this.#asked.size > 0 ? Promise.all(this.#asked.values()) : undefined;
  }

  /** The same object while nothing in it changed: verdicts are kept by it. */
  #currentExistence(): ReadonlyMap<string, Existence> {
    if (!this.#existenceChanged) return this.#existenceView;
    this.#existenceChanged = false;
    const now = new Map(this.#existence);
    for (const uri of this.#open.keys()) if (now.has(uri)) now.set(uri, 'file');
    const before = this.#existenceView;
    const same =
      before.size === now.size && [...now].every(([uri, existence]) => before.get(uri) === existence);
    if (!same) this.#existenceView = now;
    return this.#existenceView;
  }

  #build(): Snapshot {
    const files = new Map([...this.#aims].sort(([a], [b]) => (a < b ? -1 : 1)));
    const roots = this.#host.roots();
    const joined = join({ files, roots });
    const lookup = new Lookup(files, joined);
    const existence = this.#currentExistence();
    return {
      roots,
      files,
      unreadable: new Map(this.#unreadable),
      ...joined,
      code: this.#coverCode(joined.systems),
      existence,
      resolve: this.#resolver(),
      exists: (resolved) =>
        resolved.kind !== 'file'
          ? resolved.kind === 'outside'
            ? 'outside'
            : 'unknown'
          : (existence.get(resolved.uri) ?? 'unknown'),
      lookup: (kind, id, uri) => lookup.find(kind, id, uri),
      candidates: (kind, uri) => lookup.candidates(kind, uri),
      knowsAll: (kind, uri) => lookup.isWhole(kind, uri),
      rangeOf: (place, part) => {
        const parsed = files.get(place.uri)?.parsed;
        const document = parsed?.documents[place.document];
        if (!parsed || !document) return undefined;
        const span = document.span(place.route, part);
        return span && parsed.rangeOf(span);
      },
    };
  }

  #coverCode(systems: Snapshot['systems']): ReadonlyMap<string, CodeEntry> {
    const roots = [...this.#host.roots(), ...(this.#host.asked?.() ?? [])];
    const byFolder = groupBy(
      systems.filter((system) => !system.inventoryOnly),
      (system) => folderOf(system.uri),
    );
    const code = new Map<string, CodeEntry>();
    for (const [uri, facts] of [...this.#code].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const root = rootOf(uri, roots);
      const path = (root === undefined ? undefined : relativePath(root, uri)) ?? baseName(uri);
      code.set(uri, {
        uri,
        facts,
        path,
        silent: isTestOrExample(path),
        coveredBy: coveringSystems(uri, byFolder),
      });
    }
    return code;
  }
}
