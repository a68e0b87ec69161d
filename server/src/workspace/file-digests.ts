/**
 * Digests of files that are none of ours, such as a policy or a report, worked out when somebody first asks: of most
 * files nobody ever approved anything.
 */
import { digestOfText } from '../evidence';
import { atMost } from './at-most';
import type { FileDigest, WorkspaceHost } from './host';

/** Files read at the same time: each may be large. */
const AT_ONCE = 4;

export class FileDigests {
  readonly #host: WorkspaceHost;
  readonly #openText: (uri: string) => string | undefined;
  /** An entry without a value: asked for, and not to be had. */
  readonly #known = new Map<string, FileDigest | undefined>();
  readonly #wanted = new Set<string>();
  readonly #asking = new Map<string, Promise<void>>();
  readonly #inTurn = atMost(AT_ONCE);
  #lookup = this.#newLookup();

  /** @param openText the text an editor holds of a file, which counts instead of what is saved */
  constructor(host: WorkspaceHost, openText: (uri: string) => string | undefined) {
    this.#host = host;
    this.#openText = openText;
  }

  /**
   * Digest of a file; undefined where it is not known, and then it is asked for with the next `gather`. The same
   * function while no digest is another.
   */
  get lookup(): (uri: string) => FileDigest | undefined {
    return this.#lookup;
  }

  #newLookup(): (uri: string) => FileDigest | undefined {
    return (uri) => {
      if (!this.#known.has(uri)) this.#wanted.add(uri);
      return this.#known.get(uri);
    };
  }

  /** Is anything to be gathered? */
  isAsked(): boolean {
    return this.#wanted.size > 0 || this.#asking.size > 0;
  }

  /** @returns undefined where all that was asked for is known */
  gather(): Promise<unknown> | undefined {
    for (const uri of this.#wanted) this.#ask(uri);
    this.#wanted.clear();
    return this.#asking.size > 0 ? Promise.all(this.#asking.values()) : undefined;
  }

  #ask(uri: string): void {
    if (this.#asking.has(uri)) return;
    const asked = this.#inTurn(() => this.#read(uri))
      // Whatever goes wrong with one file, the others are answered.
      .catch(() => undefined)
      .then((digest) => {
        // A change came in between: it is asked for again when somebody wants it.
        if (this.#asking.get(uri) !== asked) return;
        this.#asking.delete(uri);
        this.#known.set(uri, digest);
        this.#lookup = this.#newLookup();
      });
    this.#asking.set(uri, asked);
  }

  async #read(uri: string): Promise<FileDigest | undefined> {
    const open = this.#openText(uri);
    if (open === undefined) return this.#host.digest?.(uri);
    return { content: await digestOfText(open), bytes: undefined };
  }

  /** The file may hold something else now. Cheap where nobody asked for it. */
  changed(uri: string): void {
    const wasKnown = this.#known.delete(uri);
    const wasAsked = this.#asking.delete(uri);
    if (wasKnown || wasAsked) this.#lookup = this.#newLookup();
  }

  /** Everything may have changed. */
  clear(): void {
    this.#known.clear();
    this.#wanted.clear();
    this.#asking.clear();
    this.#lookup = this.#newLookup();
  }
}
