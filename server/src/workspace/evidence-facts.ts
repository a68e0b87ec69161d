/** What the files that cards point into hold. Each file is read once, and again when it has changed. */
import { tr } from '../l10n/tr';
import { findPart, unknown, valueAt, type Part, type PartAnswer, type PointerAnswer } from '../evidence';
import type { AimsFile } from '../model/build';
import type { PathReference } from '../model/problems';
import { atMost } from './at-most';
import type { EvidenceTarget } from './evidence-target';
import type { WorkspaceHost } from './host';

export interface PartFact {
  readonly answer: PartAnswer;
  /** Where the part is a pointer. */
  readonly value?: PointerAnswer;
}

export interface FileFacts {
  /** By the key of the part. A whole file has no fact of its own. */
  readonly parts: ReadonlyMap<string, PartFact | undefined>;
  /** Milliseconds since 1970; undefined where it is not known, or the editor holds changes that are not saved. */
  readonly modified: number | undefined;
}

export interface KnownEvidence {
  readonly files: ReadonlyMap<string, FileFacts>;
  /** A new object when anything was found that a verdict hangs on; that a line moved is no such thing. */
  readonly identity: object;
}

/** Parts of one file by their key. */
type Parts = Map<string, EvidenceTarget>;

/** One reading that is under way. */
interface Asking {
  readonly done: Promise<void>;
}

/** Files read at the same time. */
const AT_ONCE = 16;

export class EvidenceFacts {
  readonly #host: WorkspaceHost;
  readonly #openText: (uri: string) => string | undefined;
  readonly #files = new Map<string, FileFacts>();
  /** What was asked of each file, to be asked again once it has changed. */
  readonly #wanted = new Map<string, Parts>();
  readonly #due = new Map<string, Parts>();
  /** Readings that still count: one that a change overtook is no longer here. */
  readonly #asking = new Map<string, Set<Asking>>();
  readonly #inTurn = atMost(AT_ONCE);
  #gathered = new WeakSet<AimsFile>();
  #isDirty = false;
  #known: KnownEvidence = { files: new Map(), identity: {} };

  /** @param openText the text an editor holds of a file, which counts instead of what is saved */
  constructor(host: WorkspaceHost, openText: (uri: string) => string | undefined) {
    this.#host = host;
    this.#openText = openText;
  }

  /**
   * Begins to read what is not known of the files that cards point into.
   * @param tests files of tests that annotations in code name
   * @returns undefined where everything is known
   */
  gather(
    cards: Iterable<AimsFile>,
    targetOf: (reference: PathReference) => EvidenceTarget | undefined,
    tests: Iterable<string>,
  ): Promise<unknown> | undefined {
    for (const uri of tests) this.#want({ uri, part: undefined, key: '', isTest: true });
    for (const card of cards) {
      if (this.#gathered.has(card)) continue;
      this.#gathered.add(card);
      for (const { paths } of card.artefacts)
        for (const reference of paths) {
          const target = targetOf(reference);
          if (target) this.#want(target);
        }
    }
    for (const [uri, parts] of this.#due) this.#ask(uri, parts);
    this.#due.clear();
    const running = [...this.#asking.values()].flatMap((askings) => [...askings]);
    return running.length > 0 ? Promise.all(running.map(({ done }) => done)) : undefined;
  }

  #want(target: EvidenceTarget): void {
    const { uri, key } = target;
    const wanted = this.#wanted.get(uri) ?? new Map<string, EvidenceTarget>();
    if (wanted.has(key)) return;
    this.#wanted.set(uri, wanted.set(key, target));
    this.#due.set(uri, (this.#due.get(uri) ?? new Map<string, EvidenceTarget>()).set(key, target));
  }

  #ask(uri: string, parts: Parts): void {
    const askings = this.#asking.get(uri) ?? new Set();
    this.#asking.set(uri, askings);
    // Whatever goes wrong with one file, the others are answered: of this one nothing is known then.
    const nothing: FileFacts = { parts: new Map(), modified: undefined };
    const reading = this.#inTurn(() => this.#read(uri, parts)).catch(() => nothing);
    const done = reading.then((read) => {
      // A change came in between: the file has been asked about again since.
      if (!askings.delete(asking)) return;
      if (askings.size === 0) this.#asking.delete(uri);
      const before = this.#files.get(uri)?.parts ?? [];
      this.#files.set(uri, { ...read, parts: new Map([...before, ...read.parts]) });
      this.#isDirty = true;
    });
    const asking: Asking = { done };
    askings.add(asking);
  }

  async #read(uri: string, parts: Parts): Promise<FileFacts> {
    const open = this.#openText(uri);
    const targets = [...parts.values()];
    const isTest = targets.some((target) => target.isTest);
    const needsText = open === undefined ? targets.some(({ part }) => part) : isTest;
    const [saved, written] = await Promise.all([
      needsText ? readSafely(this.#host, uri) : undefined,
      isTest ? this.#host.modified?.(uri).catch(() => undefined) : undefined,
    ]);
    const text = open ?? saved;
    return {
      parts: new Map(targets.map(({ key, part }) => [key, part && factOf(part, uri, text)])),
      modified: open === undefined || open === saved ? written : undefined,
    };
  }

  /** The file may hold something else now. Cheap where nobody points into it. */
  changed(uri: string): void {
    const wanted = this.#wanted.get(uri);
    if (!wanted) return;
    const asking = this.#asking.get(uri);
    asking?.clear();
    this.#asking.delete(uri);
    this.#files.delete(uri);
    this.#due.set(uri, new Map(wanted));
    this.#isDirty = true;
  }

  /** Everything may have changed. */
  clear(): void {
    for (const askings of this.#asking.values()) askings.clear();
    this.#asking.clear();
    this.#files.clear();
    this.#wanted.clear();
    this.#due.clear();
    this.#gathered = new WeakSet();
    this.#isDirty = true;
  }

  /** To be asked for when everything was gathered. */
  known(): KnownEvidence {
    if (!this.#isDirty) return this.#known;
    this.#isDirty = false;
    const files = new Map(this.#files);
    const before = this.#known.files;
    const isSame =
      before.size === files.size && [...files].every(([uri, facts]) => isSameFact(before.get(uri), facts));
    this.#known = { files, identity: isSame ? this.#known.identity : {} };
    return this.#known;
  }
}

const readSafely = async (host: WorkspaceHost, uri: string): Promise<string | undefined> => {
  const read = await host.readText(uri).catch(() => undefined);
  return read?.kind === 'text' ? read.text : undefined;
};

/** Whether the file itself is there is asked elsewhere: what cannot be read is no missing part. */
function factOf(part: Part, uri: string, text: string | undefined): PartFact {
  if (text === undefined) return { answer: unknown(() => tr('The file cannot be read.')) };
  const answer = findPart(part, uri, text);
  return part.kind === 'pointer' ? { answer, value: valueAt(uri, text, part.tokens) } : { answer };
}

/** Does a verdict hang on the difference? Places in the file may have moved. */
function isSameFact(a: FileFacts | undefined, b: FileFacts): boolean {
  if (a === b) return true;
  return (
    a?.modified === b.modified &&
    a?.parts.size === b.parts.size &&
    [...b.parts].every(([key, fact]) => meaningOf(a.parts.get(key)) === meaningOf(fact))
  );
}

function meaningOf(fact: PartFact | undefined): string {
  const { answer, value } = fact ?? {};
  const found = answer?.kind === 'missing' ? [answer.what, answer.nearest] : [];
  const measured = value?.kind === 'value' ? [value.type, value.source] : [];
  return JSON.stringify([answer?.kind, ...found, '', ...measured]);
}
