/**
 * Digests of files that are none of ours, such as a policy or a report, worked out when somebody first asks: of most
 * files nobody ever approved anything.
 */
import { digestOfText } from '../evidence';
import { atMost } from './at-most';
import type { FileDigest, WorkspaceHost } from './host';

/** Files asked about at the same time. How many of them it reads at once, the host decides: some may be large. */
const AT_ONCE = 16;

/** A file whose digest is being worked out. */
interface Asked {
  done: Promise<void>;
  /** A snapshot was handed out without it. */
  isLate: boolean;
  /** `changed`: since it was asked for. `wanted`: and somebody wants to know it as it is now. */
  state: 'current' | 'changed' | 'wanted';
}

export class FileDigests {
  readonly #host: WorkspaceHost;
  readonly #openText: (uri: string) => string | undefined;
  readonly #onLate: () => void;
  /** An entry without a value: asked for, and not to be had. */
  readonly #known = new Map<string, FileDigest | undefined>();
  readonly #wanted = new Set<string>();
  readonly #asking = new Map<string, Asked>();
  readonly #inTurn = atMost(AT_ONCE);
  #lookup = this.#newLookup();

  /**
   * @param openText the text an editor holds of a file, which counts instead of what is saved
   * @param onLate told of a digest that came after `leave`
   */
  constructor(host: WorkspaceHost, openText: (uri: string) => string | undefined, onLate: () => void) {
    this.#host = host;
    this.#openText = openText;
    this.#onLate = onLate;
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
      const asked = this.#asking.get(uri);
      if (asked?.state === 'changed') asked.state = 'wanted';
      else if (!asked && !this.#known.has(uri)) this.#wanted.add(uri);
      return this.#known.get(uri);
    };
  }

  /** Is anything to be gathered? @param isPatient also what is under way */
  isAsked(isPatient: boolean): boolean {
    return this.#wanted.size > 0 || (isPatient && this.#asking.size > 0);
  }

  /**
   * Begins to read what was asked for.
   * @param isPatient waits also for what is late
   * @returns undefined where nothing is to be waited for
   */
  gather(isPatient: boolean): Promise<unknown> | undefined {
    for (const uri of this.#wanted) this.#ask(uri, false);
    this.#wanted.clear();
    const awaited = [...this.#asking.values()].filter(({ isLate }) => isPatient || !isLate);
    return awaited.length > 0 ? Promise.all(awaited.map(({ done }) => done)) : undefined;
  }

  /** What is not here yet is late: only who is patient waits for it. */
  leave(): void {
    for (const asked of this.#asking.values()) asked.isLate = true;
  }

  #ask(uri: string, isLate: boolean): void {
    const asked: Asked = { done: Promise.resolve(), isLate, state: 'current' };
    this.#asking.set(uri, asked);
    asked.done = this.#inTurn(() => this.#read(uri))
      // Whatever goes wrong with one file, the others are answered.
      .catch(() => undefined)
      .then((digest) => this.#take(uri, asked, digest));
  }

  #take(uri: string, asked: Asked, digest: FileDigest | undefined): void {
    if (this.#asking.get(uri) !== asked) return;
    this.#asking.delete(uri);
    // A file that changes all the time is read once at a time.
    if (asked.state === 'wanted') this.#ask(uri, asked.isLate);
    if (asked.state !== 'current') return;
    this.#known.set(uri, digest);
    this.#lookup = this.#newLookup();
    if (asked.isLate) this.#onLate();
  }

  async #read(uri: string): Promise<FileDigest | undefined> {
    const open = this.#openText(uri);
    if (open === undefined) return this.#host.digest?.(uri);
    return { content: await digestOfText(open), bytes: undefined };
  }

  /** The file may hold something else now. Cheap where nobody asked for it. */
  changed(uri: string): void {
    const wasKnown = this.#known.delete(uri);
    const asked = this.#asking.get(uri);
    if (asked) asked.state = 'changed';
    if (wasKnown || asked) this.#lookup = this.#newLookup();
  }

  /** Everything may have changed. */
  clear(): void {
    this.#known.clear();
    this.#wanted.clear();
    this.#asking.clear();
    this.#lookup = this.#newLookup();
  }
}
