/** Which of the files that cards refer to exist. Each is asked about once, and again when it has changed. */
import type { AimsFile, Artefact } from '../model/build';
import { globBase } from './glob-base';
import type { Existence, WorkspaceHost } from './host';
import { folderOf, type ResolvedPath } from './uri';

/** Where the patterns of a card begin. */
const codeFolders = ({ kind, body }: Artefact): readonly string[] =>
  kind === 'system' ? (body.code?.items ?? []).flatMap(({ value }) => globBase(value) ?? []) : [];

export class ExistenceFacts {
  readonly #host: WorkspaceHost;
  readonly #isOpen: (uri: string) => boolean;
  readonly #files = new Map<string, Existence>();
  readonly #asked = new Map<string, Promise<void>>();
  /** Cards all of whose references have been looked up; emptied when any answer may have changed. */
  #gathered = new WeakSet<AimsFile>();
  #isDirty = true;
  #known: ReadonlyMap<string, Existence> = new Map();

  /** @param isOpen what an editor holds is there, saved or not */
  constructor(host: WorkspaceHost, isOpen: (uri: string) => boolean) {
    this.#host = host;
    this.#isOpen = isOpen;
  }

  /**
   * Asks the host about what is not known. An answer overtaken by a change is dropped.
   * @returns undefined where everything is known
   */
  gather(
    cards: Iterable<AimsFile>,
    resolve: (text: string, uri: string) => ResolvedPath,
  ): Promise<unknown> | undefined {
    for (const uri of this.#missing(cards, resolve)) {
      const asked = this.#host
        .stat(uri)
        .catch(() => 'unknown' as const)
        .then((existence) => {
          if (this.#asked.get(uri) !== asked) return;
          this.#asked.delete(uri);
          this.#files.set(uri, existence);
          this.#isDirty = true;
        });
      this.#asked.set(uri, asked);
    }
    return this.#asked.size > 0 ? Promise.all(this.#asked.values()) : undefined;
  }

  /** Files that references lead to and nobody has asked the host about. Looks at each card once. */
  #missing(
    cards: Iterable<AimsFile>,
    resolve: (text: string, uri: string) => ResolvedPath,
  ): ReadonlySet<string> {
    const missing = new Set<string>();
    for (const card of cards) {
      if (this.#gathered.has(card)) continue;
      this.#gathered.add(card);
      const paths = card.artefacts.flatMap((artefact) => artefact.paths.map(({ text }) => text));
      for (const text of [...paths, ...card.artefacts.flatMap(codeFolders)]) {
        const resolved = resolve(text, card.uri);
        if (resolved.kind !== 'file') continue;
        if (!this.#files.has(resolved.uri) && !this.#asked.has(resolved.uri)) missing.add(resolved.uri);
      }
    }
    return missing;
  }

  /** An editor opened a file it did not hold before. */
  opened(): void {
    this.#isDirty = true;
  }

  /** The file may have come or gone. */
  changed(uri: string): void {
    this.#forget(uri);
    // The first file of a folder brings it along, and the last may take it away.
    for (let folder = folderOf(uri); folder !== folderOf(folder); folder = folderOf(folder))
      this.#forget(folder);
    this.#isDirty = true;
  }

  #forget(uri: string): void {
    const wasKnown = this.#files.delete(uri);
    const wasAsked = this.#asked.delete(uri);
    if (wasKnown || wasAsked) this.#gathered = new WeakSet();
  }

  /** Everything may have changed. */
  clear(): void {
    this.#files.clear();
    this.#asked.clear();
    this.#gathered = new WeakSet();
    this.#isDirty = true;
  }

  /** To be asked for when everything was gathered. The same object while nothing in it changed. */
  known(): ReadonlyMap<string, Existence> {
    if (!this.#isDirty) return this.#known;
    this.#isDirty = false;
    const now = new Map(this.#files);
    for (const uri of now.keys()) if (this.#isOpen(uri)) now.set(uri, 'file');
    const before = this.#known;
    const isSame =
      before.size === now.size && [...now].every(([uri, existence]) => before.get(uri) === existence);
    if (!isSame) this.#known = now;
    return this.#known;
  }
}
