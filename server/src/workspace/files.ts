/** The files of a workspace that are ours: cards, code and approvals records, as they stand on disk or in an editor. */
import {
  analyseCells,
  analyseCode,
  annotationsIn,
  newMemory,
  type Annotation,
  type Cell,
  type Memory,
} from '../code';
import type { CodeFacts } from '../code/types';
import { isTestCode, jsTests } from '../evidence';
import { build, isAimsFile, isAimsName, type AimsFile } from '../model/build';
import type { Observer } from '../model/watch';
import { parse } from '../syntax';
import { CodeEntries } from './code-entries';
import { fileKind, type FoundFile, type TextResult, type WorkspaceHost } from './host';
import type { LockText } from './snapshot';
import { OwnSignals } from './own-signals';
import { baseName, isWithin, rootOf } from './uri';

/** Files read at the same time, so that a large workspace does not open every file at once. */
const AT_ONCE = 16;

export class WorkspaceFiles {
  readonly #host: WorkspaceHost;
  readonly #observer: Observer | undefined;
  readonly aims = new Map<string, AimsFile>();
  /** Files of a listed name that are there but could not be read, with the reason. */
  readonly unreadable = new Map<string, string>();
  readonly code = new CodeEntries();
  readonly #locks = new Map<string, LockText>();
  #locksNow: ReadonlyMap<string, LockText> | undefined;
  readonly #tests = new Set<string>();
  #testsNow: ReadonlySet<string> | undefined;
  /** Text of open documents; a notebook, held cell by cell, has none. */
  readonly #open = new Map<string, string | undefined>();
  /** Cells of open notebooks. */
  readonly #cells = new Map<string, readonly Cell[]>();
  readonly #own = new OwnSignals();
  #rereading: Promise<unknown> | undefined;
  /** What code in open documents was read as. */
  readonly #memories = new Map<string, Memory>();
  /** The last reading of each file that was begun: an earlier one that ends later is out of date. */
  readonly #reading = new Map<string, symbol>();
  /** Changes when everything is read anew: what a reading before that finds later is of no use. */
  #round = 0;

  /** @param observer told of every key somebody reads; for the test that every key of the format has a reader */
  constructor(host: WorkspaceHost, observer?: Observer) {
    this.#host = host;
    this.#observer = observer;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** Files of tests that were found: two of the same name are told apart by this. The same set while it is the same. */
  tests(): ReadonlySet<string> {
    return (this.#testsNow ??= new Set(this.#tests));
  }

  /** Approvals records. The same map while none of them is another. */
  locks(): ReadonlyMap<string, LockText> {
    return (this.#locksNow ??= new Map(this.#locks));
  }

  /** The text an editor holds, saved or not. */
  openText(uri: string): string | undefined {
    return this.#open.get(uri);
  }

  /** Reads everything the host finds: code last, when it is known which calls of their own organizations list. */
  async scan(): Promise<void> {
    const round = this.#round;
    const found = await this.#host.findFiles();
    await this.#loadAll(
      found.filter(({ what }) => what !== 'code'),
      round,
    );
    if (round !== this.#round) return;
    // Which calls count, and which files are ignored, may be others now.
    this.#takeOpenBelow([...this.#own.update(this.aims.values()), ...this.#host.roots()]);
    await this.#loadAll(
      found.filter(({ what }) => what === 'code'),
      round,
    );
  }

  async #loadAll(files: readonly FoundFile[], round: number): Promise<void> {
    const queue = [...files];
    const worker = async (): Promise<void> => {
      for (let file = queue.pop(); file && round === this.#round; file = queue.pop()) await this.#load(file);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  /** What organizations list under `signals` counts from now on; not while somebody types in it. */
  takeSignals(): void {
    const stale = this.#own.update(this.aims.values());
    if (stale.length === 0) return;
    this.#takeOpenBelow(stale);
    // Where the host cannot list its files, what was read before stands.
    const reading: Promise<void> = Promise.all([this.#rereading, this.#readBelow(stale)])
      .catch(() => undefined)
      .then(() => {
        if (this.#rereading === reading) this.#rereading = undefined;
      });
    this.#rereading = reading;
  }

  /** Under way where code is read anew; undefined where it is not. */
  rereading(): Promise<unknown> | undefined {
    return this.#rereading;
  }

  async #readBelow(folders: readonly string[]): Promise<void> {
    const round = this.#round;
    const found = await this.#host.findFiles();
    await this.#loadAll(
      found.filter(({ uri, what }) => what === 'code' && folders.some((folder) => isWithin(uri, folder))),
      round,
    );
  }

  /** Code that an editor holds. */
  #takeOpenBelow(folders: readonly string[]): void {
    for (const [uri, text] of this.#open) {
      if (!folders.some((folder) => isWithin(uri, folder))) continue;
      const cells = this.#cells.get(uri);
      if (cells) this.setOpenCells(uri, cells);
      else if (text !== undefined && fileKind(baseName(uri)) === 'code') this.#takeCode(uri, text);
    }
  }

  /** Reads a file anew that was created, changed or deleted outside the editor. */
  async changed(uri: string): Promise<void> {
    if (this.#open.has(uri)) return;
    const what = fileKind(baseName(uri));
    // Without a name of ours or outside, such as a text never saved: it was known only while it was open.
    const isInside = rootOf(uri, this.#host.roots()) !== undefined;
    if (what && isInside && (what === 'lock' || !this.#host.isIgnored?.(uri)))
      await this.#load({ uri, what });
    else this.#gone(uri);
  }

  /** @returns did the text change? */
  setOpen(uri: string, text: string, what: FoundFile['what'] | undefined): boolean {
    const isChanged = this.#open.get(uri) !== text;
    this.#open.set(uri, text);
    this.unreadable.delete(uri);
    if (what) this.#take(uri, what, text);
    return isChanged;
  }

  /** A notebook the editor holds cell by cell. */
  setOpenCells(uri: string, cells: readonly Cell[]): void {
    this.#open.set(uri, undefined);
    this.#cells.set(uri, cells);
    this.#takeCells(uri, cells);
  }

  #takeCells(uri: string, cells: readonly Cell[]): void {
    if (this.#host.isIgnored?.(uri)) {
      this.code.delete(uri);
      return;
    }
    const facts = analyseCells(cells, this.#own.tablesFor(uri).python);
    this.code.set(uri, facts, annotationsIn(facts));
  }

  /** The editor let go; the file on disk is to be read by `changed`. */
  setClosed(uri: string): void {
    this.#open.delete(uri);
    this.#cells.delete(uri);
    this.#memories.delete(uri);
  }

  /** Everything but what editors hold. */
  forgetClosed(): void {
    for (const uri of [...this.uris()]) if (!this.#open.has(uri)) this.#forget(uri);
    this.#round += 1;
    this.#reading.clear();
    this.#tests.clear();
    this.#testsNow = undefined;
  }

  /** Of every file something is known of. */
  *uris(): Iterable<string> {
    for (const known of [this.aims, this.code, this.unreadable, this.#locks]) yield* known.keys();
  }

  async #load({ uri, what }: FoundFile): Promise<void> {
    if (this.#open.has(uri)) return;
    const turn = Symbol(uri);
    this.#reading.set(uri, turn);
    const read = await this.#host.readText(uri);
    if (this.#reading.get(uri) !== turn) return;
    this.#reading.delete(uri);
    if (this.#open.has(uri)) return;
    if (what === 'lock') this.#takeLock(uri, read);
    else {
      this.#forget(uri);
      if (read.kind === 'text') this.#take(uri, what, read.text);
      else if (read.kind === 'missing') this.#gone(uri);
      else if (isAimsName(uri)) this.unreadable.set(uri, read.reason);
    }
  }

  #forget(uri: string): void {
    this.aims.delete(uri);
    this.code.delete(uri);
    this.unreadable.delete(uri);
    if (this.#locks.delete(uri)) this.#locksNow = undefined;
  }

  #gone(uri: string): void {
    this.#forget(uri);
    if (this.#tests.delete(uri)) this.#testsNow = undefined;
  }

  #take(uri: string, what: FoundFile['what'], text: string): void {
    switch (what) {
      case 'lock':
        this.#takeLock(uri, { kind: 'text', text });
        break;
      case 'yaml':
        if (isAimsFile(uri, text))
          this.aims.set(uri, build(uri, parse(text, this.aims.get(uri)?.parsed), this.#observer));
        else this.aims.delete(uri);
        break;
      case 'code':
        this.#takeCode(uri, text);
    }
  }

  /** What an editor holds is code of ours only where it is so on disk. */
  #takeCode(uri: string, text: string): void {
    if (this.#open.has(uri) && this.#host.isIgnored?.(uri)) {
      this.code.delete(uri);
      return;
    }
    if (isTestCode(uri, undefined) && !this.#tests.has(uri)) {
      this.#tests.add(uri);
      this.#testsNow = undefined;
    }
    const facts = analyseCode(uri, text, 'signals', this.#memoryOf(uri), this.#own.tablesFor(uri));
    const annotations = facts ? annotationsOf(facts, text) : [];
    const isBroken = facts && (facts.unreadable !== undefined || facts.hasErrors);
    const isTelling = facts && (facts.signals.length > 0 || isBroken);
    if (facts && (isTelling || annotations.length > 0 || this.#open.has(uri)))
      this.code.set(uri, facts, annotations);
    else this.code.delete(uri);
  }

  /** Of a document somebody types in: what did not change is not parsed again. */
  #memoryOf(uri: string): Memory | undefined {
    if (!this.#open.has(uri)) return undefined;
    let memory = this.#memories.get(uri);
    if (!memory) this.#memories.set(uri, (memory = newMemory()));
    return memory;
  }

  #takeLock(uri: string, read: TextResult): void {
    const before = this.#locks.get(uri);
    if (read.kind === 'missing') this.#locks.delete(uri);
    else if (read.kind === 'unreadable') this.#locks.set(uri, { uri, text: undefined, reason: read.reason });
    else if (before?.text === read.text) return;
    else this.#locks.set(uri, { uri, text: read.text });
    this.#locksNow = undefined;
  }
}

/** Tests in JavaScript are calls, which facts do not list; hardly any file has an annotation in front of one. */
function annotationsOf(facts: CodeFacts, text: string): readonly Annotation[] {
  if (facts.comments.length === 0) return [];
  const isJavaScript = facts.language === 'javascript' || facts.language === 'typescript';
  return annotationsIn(facts, isJavaScript ? jsTests(text) : []);
}
