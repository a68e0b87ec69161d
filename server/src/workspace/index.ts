/** Keeps what is known of a workspace up to date, file by file, and hands out snapshots. */
import { analyseCode } from '../code';
import type { CodeFacts } from '../code/types';
import { isTestCode } from '../evidence';
import { build, isAimsFile, isAimsName, type AimsFile } from '../model/build';
import type { Observer } from '../model/watch';
import { parse } from '../syntax';
import { CodeEntries } from './code-entries';
import { ExistenceFacts } from './existence-facts';
import { EvidenceFacts, type KnownEvidence, type PartFact } from './evidence-facts';
import { evidenceTarget, type EvidenceTarget } from './evidence-target';
import { fileKind, type FoundFile, type WorkspaceHost } from './host';
import { join } from './join';
import { lastRuns } from './last-run';
import { Lookup } from './lookup';
import type { Snapshot } from './snapshot';
import { TestReports, type KnownReport } from './test-reports';
import { baseName, folderOf, resolvePath, rootOf, type ResolvedPath } from './uri';

/** Beyond this many remembered paths we begin anew. */
const MOST_RESOLVED = 100_000;

export class WorkspaceIndex {
  readonly #host: WorkspaceHost;
  readonly #observer: Observer | undefined;
  readonly #aims = new Map<string, AimsFile>();
  readonly #unreadable = new Map<string, string>();
  readonly #code = new CodeEntries();
  /** Text of open documents; a notebook, held cell by cell, has none. */
  readonly #open = new Map<string, string | undefined>();
  /** The last reading of each file that was begun: an earlier one that ends later is out of date. */
  readonly #reading = new Map<string, symbol>();
  readonly #existence: ExistenceFacts;
  #resolved = { roots: '', paths: new Map<string, ResolvedPath>() };
  readonly #evidence: EvidenceFacts;
  readonly #reports: TestReports;
  /** Files of tests that were found: two of the same name are told apart by this. */
  readonly #tests = new Set<string>();
  #targets: { of: object; byText: Map<string, EvidenceTarget | undefined> } = { of: {}, byText: new Map() };
  /** What verdicts hang on besides the cards; a new object when any of its inputs is. */
  #facts: { readonly inputs: readonly unknown[]; readonly identity: object } = { inputs: [], identity: {} };
  /** Looking a test up in large reports takes its time: kept while they and the tests are the same. */
  #runs: { readonly of: object; readonly find: ReturnType<typeof lastRuns> } | undefined;
  #snapshot: Snapshot | undefined;
  #scanned: Promise<void> | undefined;

  /** @param observer told of every key somebody reads; for the test that every key of the format has a reader */
  constructor(host: WorkspaceHost, observer?: Observer) {
    this.#host = host;
    this.#observer = observer;
    this.#existence = new ExistenceFacts(host, (uri) => this.#open.has(uri));
    this.#evidence = new EvidenceFacts(host, (uri) => this.#open.get(uri));
    this.#reports = new TestReports(host);
  }

  /** @param named paths and patterns, from the workspace folders, of test reports outside the usual places */
  setTestReports(named: readonly string[]): void {
    if (this.#reports.setNamed(named)) this.#snapshot = undefined;
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
    if (isTestCode(uri, undefined)) this.#tests.add(uri);
    const facts = analyseCode(uri, text);
    if (facts && (facts.signals.length > 0 || facts.unreadable !== undefined || this.#open.has(uri)))
      this.#code.set(uri, facts);
    else this.#code.delete(uri);
  }

  /** A document the editor holds; its text counts, not the file's. */
  setOpen(uri: string, text: string, what: FoundFile['what'] | undefined = fileKind(baseName(uri))): void {
    if (!this.#open.has(uri)) this.#existence.opened();
    if (this.#open.get(uri) !== text) this.#evidence.changed(uri);
    this.#open.set(uri, text);
    this.#unreadable.delete(uri);
    if (what) this.#take(uri, what, text);
    this.#snapshot = undefined;
  }

  /** Facts of a notebook the editor holds cell by cell. */
  setOpenFacts(uri: string, facts: CodeFacts): void {
    if (!this.#open.has(uri)) this.#existence.opened();
    this.#open.set(uri, undefined);
    this.#code.set(uri, facts);
    this.#snapshot = undefined;
  }

  /** The editor let go: the file counts again. */
  async setClosed(uri: string): Promise<void> {
    this.#open.delete(uri);
    await this.changed([uri]);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** Files were created, changed or deleted outside the editor; of a folder that went, its files need not be named. */
  async changed(uris: readonly string[]): Promise<void> {
    for (const uri of new Set([...uris, ...this.#knownBelow(uris)])) {
      this.#existence.changed(uri);
      this.#evidence.changed(uri);
      this.#reports.changed(uri);
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
    const maps = [this.#aims, this.#code, this.#unreadable, this.#existence.known()];
    return maps.flatMap((known) => [...known.keys()].filter(isBelow));
  }

  /** Folders came or went, or everything may have changed: read anew. */
  async rescan(): Promise<void> {
    for (const uri of [...this.#aims.keys(), ...this.#code.keys(), ...this.#unreadable.keys()])
      if (!this.#open.has(uri)) this.#forget(uri);
    this.#reading.clear();
    this.#existence.clear();
    this.#tests.clear();
    this.#evidence.clear();
    this.#reports.clear();
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
      const asking = [
        this.#existence.gather(this.#aims.values(), this.#resolver()),
        this.#gatherEvidence(),
        this.#reports.gather(),
      ].filter((each) => each !== undefined);
      if (asking.length > 0) await Promise.all(asking);
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

  /** What texts on cards point to inside files; each text is read once while paths mean the same. */
  #targetReader(): (text: string, uri: string, anchor: string | undefined) => EvidenceTarget | undefined {
    const resolve = this.#resolver();
    if (this.#targets.of !== this.#resolved) this.#targets = { of: this.#resolved, byText: new Map() };
    const { byText } = this.#targets;
    return (text, uri, anchor) => {
      const named = anchor === undefined ? `${uri} ${text}` : `${uri} ${text}\0${anchor}`;
      if (byText.has(named)) return byText.get(named);
      const target = evidenceTarget(text, anchor, resolve(text, uri));
      byText.set(named, target);
      return target;
    };
  }

  /** Reads the files that cards point into, as far as that is new. */
  #gatherEvidence(): Promise<unknown> | undefined {
    const targetOf = this.#targetReader();
    return this.#evidence.gather(this.#aims.values(), ({ text, place, anchor }) => {
      const target = targetOf(text, place.uri, anchor?.text);
      if (target?.isTest) {
        this.#tests.add(target.uri);
        this.#reports.lookIn(folderOf(place.uri));
      }
      return target;
    });
  }

  #factsIdentity(existence: object, evidence: KnownEvidence, reports: readonly KnownReport[]): object {
    const inputs = [existence, evidence.identity, reports, reports.length > 0 ? this.#tests.size : 0];
    const { inputs: before } = this.#facts;
    if (before.length !== inputs.length || inputs.some((input, at) => input !== before[at]))
      this.#facts = { inputs, identity: {} };
    return this.#facts.identity;
  }

  #build(): Snapshot {
    const files = new Map([...this.#aims].sort(([a], [b]) => (a < b ? -1 : 1)));
    const roots = this.#host.roots();
    const joined = join({ files, roots });
    const lookup = new Lookup(files, joined);
    const existence = this.#existence.known();
    const evidence = this.#evidence.known();
    const reports = this.#reports.known();
    const targetOf = this.#targetReader();
    const identity = this.#factsIdentity(existence, evidence, reports);
    if (this.#runs?.of !== identity)
      this.#runs = {
        of: identity,
        find: lastRuns({ roots, reports, evidence, tests: new Set(this.#tests) }),
      };
    const runOf = this.#runs.find;
    const factOf = (text: string, uri: string, anchor: string | undefined): PartFact | undefined => {
      const target = targetOf(text, uri, anchor);
      return target && evidence.files.get(target.uri)?.parts.get(target.key);
    };
    return {
      roots,
      files,
      unreadable: new Map(this.#unreadable),
      ...joined,
      code: this.#code.entries(joined.systems, [...roots, ...(this.#host.asked?.() ?? [])]),
      existence,
      facts: identity,
      resolve: this.#resolver(),
      exists: (resolved) =>
        resolved.kind !== 'file'
          ? resolved.kind === 'outside'
            ? 'outside'
            : 'unknown'
          : (existence.get(resolved.uri) ?? 'unknown'),
      reports: reports.map(({ uri }) => uri),
      part: (text, uri, anchor) => factOf(text, uri, anchor)?.answer,
      pointerValue: (text, uri, anchor) => factOf(text, uri, anchor)?.value,
      lastRun: (text, uri, anchor) => {
        const target = targetOf(text, uri, anchor);
        return target && runOf(target);
      },
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
}
