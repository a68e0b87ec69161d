/** Keeps what is known of a workspace up to date, file by file, and hands out snapshots. */
import type { Cell } from '../code';
import type { Observer } from '../model/watch';
import { ExistenceFacts } from './existence-facts';
import { EvidenceFacts, type KnownEvidence, type PartFact } from './evidence-facts';
import type { EvidenceTarget } from './evidence-target';
import { FileDigests } from './file-digests';
import { GitFacts, type KnownGit } from './git-facts';
import { WorkspaceFiles } from './files';
import { fileKind, type FoundFile, type WorkspaceHost } from './host';
import type { PathReference } from '../model/problems';
import { inTime } from './in-time';
import { join } from './join';
import { lastRuns } from './last-run';
import { Lookup } from './lookup';
import type { CodeEvidence, Snapshot } from './snapshot';
import { References } from './references';
import { TestReports, type KnownReport } from './test-reports';
import { baseName, folderOf } from './uri';

const NO_EVIDENCE: readonly CodeEvidence[] = [];

/** How long an editor waits for digests, and word of those that come late waits for others. In milliseconds. */
const MOMENT = 200;

export class WorkspaceIndex {
  readonly #host: WorkspaceHost;
  readonly #files: WorkspaceFiles;
  readonly #existence: ExistenceFacts;
  readonly #evidence: EvidenceFacts;
  readonly #reports: TestReports;
  readonly #digests: FileDigests;
  readonly #git: GitFacts;
  readonly #references: References;
  /**
   * Told where git answered, or a large file was read, after a snapshot was handed out. While nobody is, a snapshot
   * waits: git can take seconds, a model minutes, for which an editor does not hold back what it knows.
   */
  onLate: (() => void) | undefined;
  #late: Promise<boolean> | undefined;
  #isTelling = false;
  /** Files of tests that cards name, whether they are there or not. */
  readonly #namedTests = new Set<string>();
  /** What verdicts hang on besides the cards; a new object when any of its inputs is. */
  #facts: { readonly inputs: readonly unknown[]; readonly identity: object } = { inputs: [], identity: {} };
  /** Looking a test up in large reports takes its time: kept while they and the tests are the same. */
  #runs: { readonly of: object; readonly find: ReturnType<typeof lastRuns> } | undefined;
  #snapshot: Snapshot | undefined;
  #scanned: Promise<void> | undefined;

  /** @param observer told of every key somebody reads; for the test that every key of the format has a reader */
  constructor(host: WorkspaceHost, observer?: Observer) {
    this.#host = host;
    this.#files = new WorkspaceFiles(host, observer);
    const openText = (uri: string): string | undefined => this.#files.openText(uri);
    this.#existence = new ExistenceFacts(host, (uri) => this.#files.isOpen(uri));
    this.#evidence = new EvidenceFacts(host, openText);
    this.#digests = new FileDigests(host, openText, () => this.#digestsCame());
    this.#reports = new TestReports(host);
    this.#git = new GitFacts(host);
    this.#references = new References(host);
  }

  /** @param named paths and patterns, from the workspace folders, of test reports outside the usual places */
  setTestReports(named: (root: string) => readonly string[]): void {
    if (this.#reports.setNamed(named)) this.#snapshot = undefined;
  }

  /** Reads the workspace once; later calls return the same promise. */
  scan(): Promise<void> {
    return (this.#scanned ??= this.#scanAll());
  }

  async #scanAll(): Promise<void> {
    await this.#files.scan();
    this.#snapshot = undefined;
  }

  /** A document the editor holds; its text counts, not the file's. */
  setOpen(uri: string, text: string, what: FoundFile['what'] | undefined = fileKind(baseName(uri))): void {
    if (!this.#files.isOpen(uri)) this.#existence.opened();
    if (this.#files.setOpen(uri, text, what)) {
      this.#evidence.changed(uri);
      this.#digests.changed(uri);
    }
    this.#snapshot = undefined;
  }

  /** A notebook the editor holds cell by cell. */
  setOpenCells(uri: string, cells: readonly Cell[]): void {
    if (!this.#files.isOpen(uri)) this.#existence.opened();
    this.#files.setOpenCells(uri, cells);
    this.#snapshot = undefined;
  }

  /**
   * The editor saved a file: what is too costly to follow at each keystroke is taken over.
   * @returns true where that changes anything
   */
  saved(): boolean {
    this.#files.takeSignals();
    const changes = this.#files.rereading() !== undefined;
    if (changes) this.#snapshot = undefined;
    return changes;
  }

  /** The editor let go: the file counts again. */
  async setClosed(uri: string): Promise<void> {
    this.#files.setClosed(uri);
    await this.changed([uri]);
  }

  isOpen(uri: string): boolean {
    return this.#files.isOpen(uri);
  }

  /** Files were created, changed or deleted outside the editor; of a folder that went, its files need not be named. */
  async changed(uris: readonly string[]): Promise<void> {
    for (const uri of new Set([...uris, ...this.#knownBelow(uris)])) {
      this.#existence.changed(uri);
      this.#evidence.changed(uri);
      this.#digests.changed(uri);
      this.#reports.changed(uri);
      await this.#files.changed(uri);
    }
    this.#files.takeSignals();
    this.#git.filesChanged();
    this.#snapshot = undefined;
  }

  /** Another commit may be checked out, or git may be asked now that could not be before. */
  gitChanged(): void {
    this.#git.changed();
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
    return [...this.#files.uris(), ...this.#existence.known().keys()].filter(isBelow);
  }

  /** Folders came or went, or everything may have changed: read anew. */
  async rescan(): Promise<void> {
    this.#files.forgetClosed();
    this.#existence.clear();
    this.#namedTests.clear();
    this.#evidence.clear();
    this.#digests.clear();
    this.#reports.clear();
    this.#git.clear();
    this.#scanned = undefined;
    await this.scan();
  }

  /**
   * Has somebody asked a snapshot for a digest that is not known yet? The next one knows it, or does without.
   * @param isPatient as of the snapshot
   */
  isAsked(isPatient = this.onLate === undefined): boolean {
    return this.#digests.isAsked(isPatient);
  }

  /**
   * What is known now, references to other files looked up. The same object until something changes.
   * @param isPatient waits for every digest that was asked for, however large the file is
   */
  async snapshot(isPatient = this.onLate === undefined): Promise<Snapshot> {
    for (;;) {
      const scanned = this.scan();
      await scanned;
      // Half of a workspace that is being read anew would look as if the other half were gone.
      if (scanned !== this.#scanned) continue;
      if (this.#snapshot && !this.isAsked(isPatient)) return this.#snapshot;
      // Something may change while the host is asked; then ask for what is new.
      const asking = [
        this.#files.rereading(),
        this.#existence.gather(this.#files.aims.values(), this.#references.resolver()),
        this.#gatherEvidence(),
        this.#reports.gather(),
        this.#gatherDigests(isPatient),
      ].filter((each) => each !== undefined);
      // Last, when it is known which files are there.
      const git = asking.length > 0 ? undefined : this.#gatherGit();
      if (git) asking.push(git);
      if (asking.length > 0) {
        await Promise.all(asking);
        this.#snapshot = undefined;
      } else this.#snapshot = this.#build();
    }
  }

  /** @returns undefined where nothing is to be waited for */
  #gatherDigests(isPatient: boolean): Promise<unknown> | undefined {
    const digests = this.#digests.gather(isPatient);
    if (!digests || isPatient) return digests;
    return inTime(digests, MOMENT).then((isHere) => {
      if (!isHere) this.#digests.leave();
    });
  }

  /** One of those that were late is here; of several at about the same time there is word once. */
  #digestsCame(): void {
    this.#snapshot = undefined;
    if (this.#isTelling) return;
    this.#isTelling = true;
    setTimeout(() => {
      this.#isTelling = false;
      this.onLate?.();
    }, MOMENT);
  }

  /** Waits for what git was asked and has not said yet, where snapshots are handed out without it. */
  async gitAnswered(): Promise<void> {
    await this.#late;
  }

  /** @returns undefined where nothing is to be waited for */
  #gatherGit(): Promise<unknown> | undefined {
    const existence = this.#existence.known();
    const asking = this.#git.gather(this.#files.aims.values(), {
      resolve: this.#references.resolver(),
      existence,
    });
    if (!asking || !this.onLate) return asking;
    if (asking !== this.#late)
      void asking.then((isNew) => {
        if (!isNew) return;
        this.#snapshot = undefined;
        this.onLate?.();
      });
    this.#late = asking;
    return undefined;
  }

  /** Reads the files that cards point into, as far as that is new. */
  #gatherEvidence(): Promise<unknown> | undefined {
    const targetOf = this.#references.targetReader();
    const { aims, code } = this.#files;
    const annotated = [...code.annotatedTests()];
    if (annotated.length > 0) this.#lookBesideCardsAbove(annotated);
    const ofReference = ({ text, place, anchor }: PathReference): EvidenceTarget | undefined => {
      const target = targetOf(text, place.uri, anchor?.text);
      if (target?.isTest) {
        this.#namedTests.add(target.uri);
        this.#reports.lookIn(folderOf(place.uri));
      }
      return target;
    };
    return this.#evidence.gather(aims.values(), ofReference, annotated);
  }

  /** Reports of the tests that code names lie beside the card that covers it, or in the workspace folder. */
  #lookBesideCardsAbove(tests: readonly string[]): void {
    const folders = new Set([...this.#files.aims.keys()].map(folderOf));
    const looked = new Set<string>();
    for (const uri of tests)
      for (let folder = folderOf(uri); !looked.has(folder); folder = folderOf(folder)) {
        looked.add(folder);
        if (folders.has(folder)) this.#reports.lookIn(folder);
      }
  }

  #factsIdentity(
    existence: object,
    evidence: KnownEvidence,
    reports: readonly KnownReport[],
    git: KnownGit,
  ): object {
    const tests = reports.length > 0 ? [this.#files.tests(), this.#namedTests.size] : [];
    // The same path means another file, or one outside, where the folders are others.
    const roots = this.#host.roots().join(' ');
    const inputs = [roots, existence, evidence.identity, reports, git.identity, ...tests];
    const { inputs: before } = this.#facts;
    if (before.length !== inputs.length || inputs.some((input, at) => input !== before[at]))
      this.#facts = { inputs, identity: {} };
    return this.#facts.identity;
  }

  #build(): Snapshot {
    const files = new Map([...this.#files.aims].sort(([a], [b]) => (a < b ? -1 : 1)));
    const roots = this.#host.roots();
    const joined = join({ files, roots });
    const lookup = new Lookup(files, joined);
    const existence = this.#existence.known();
    const evidence = this.#evidence.known();
    const reports = this.#reports.known();
    const targetOf = this.#references.targetReader();
    const git = this.#git.known();
    const identity = this.#factsIdentity(existence, evidence, reports, git);
    if (this.#runs?.of !== identity)
      this.#runs = {
        of: identity,
        find: lastRuns({
          roots,
          reports,
          evidence,
          tests: new Set([...this.#files.tests(), ...this.#namedTests]),
        }),
      };
    const runOf = this.#runs.find;
    const { entries, evidence: annotated } = this.#files.code.covered(joined.systems, [
      ...roots,
      ...(this.#host.asked?.() ?? []),
    ]);
    const factOf = (text: string, uri: string, anchor: string | undefined): PartFact | undefined => {
      const target = targetOf(text, uri, anchor);
      return target && evidence.files.get(target.uri)?.parts.get(target.key);
    };
    return {
      roots,
      files,
      unreadable: new Map(this.#files.unreadable),
      ...joined,
      code: entries,
      codeEvidence: (system) => annotated.get(system) ?? NO_EVIDENCE,
      existence,
      facts: identity,
      resolve: this.#references.resolver(),
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
      lastRunOf: runOf,
      git,
      locks: this.#files.locks(),
      digestOf: this.#digests.lookup,
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
