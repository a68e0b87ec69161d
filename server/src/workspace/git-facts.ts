/**
 * What git says of evidence: which revisions there are, and which commits changed a file since it was reviewed. Asked
 * once, and again when the commit that is checked out may be another.
 */
import { revisionIn } from '../evidence';
import type { AimsFile } from '../model/build';
import { rowsIn } from '../model/rows';
import { parseDay, type Day } from '../model/scalars';
import type { Change } from './git';
import { groupBy } from './group-by';
import type { Existence, WorkspaceHost } from './host';
import { rootOf, type ResolvedPath } from './uri';

/** From a workspace folder: grows with every commit, and when another is checked out. */
export const GIT_LOG = '/.git/logs/HEAD';

/** What is known of one workspace folder. */
interface RootFacts {
  readonly head: string;
  /** Whether there are such tags, branches or commits. What git could not say is not in it. */
  readonly revisions: ReadonlyMap<string, boolean>;
  /** Commits after this day were asked for. */
  readonly from: Day | undefined;
  /** Were they to be had? */
  readonly knowsChanges: boolean;
  /** Of how many files; what is wanted only grows. */
  readonly count: number;
  /** By URI, newest first. */
  readonly changes: ReadonlyMap<string, readonly Change[]>;
}

/** What is to be asked about one workspace folder. */
interface Wanted {
  readonly revisions: Set<string>;
  /** Files that were reviewed, and the cards that say so. */
  readonly uris: Set<string>;
  /** The earliest review. */
  from: Day | undefined;
}

export interface KnownGit {
  /** Is there such a tag, branch or commit in the repository of a file? Undefined where that is not known. */
  readonly hasRevision: (revision: string, uri: string) => boolean | undefined;
  /**
   * Commits later than a day that changed a file or folder but not the card that says when it was reviewed: who changes
   * both has looked at both. Newest first; undefined where that is not known.
   */
  readonly changesSince: (uri: string, card: string, day: Day) => readonly Change[] | undefined;
  /** A new object when a verdict can hang on what is different. */
  readonly identity: object;
}

export interface CardContext {
  readonly resolve: (text: string, uri: string) => ResolvedPath;
  readonly existence: ReadonlyMap<string, Existence>;
}

const NOTHING: KnownGit = {
  hasRevision: () => undefined,
  changesSince: () => undefined,
  identity: {},
};

export class GitFacts {
  readonly #host: WorkspaceHost;
  readonly #wanted = new Map<string, Wanted>();
  /** Folders about which something new is wanted. */
  readonly #due = new Set<string>();
  readonly #roots = new Map<string, RootFacts>();
  /** Folders of whose commits there is word. */
  readonly #followed = new Set<string>();
  #gathered = new WeakSet<AimsFile>();
  #asking: Promise<boolean> | undefined;
  /** Of the asking that still counts. */
  #turn: symbol | undefined;
  #known = NOTHING;

  constructor(host: WorkspaceHost) {
    this.#host = host;
  }

  /**
   * Begins to ask what is not known of the evidence on cards.
   * @returns whether anything turned out to be different; undefined where nothing is to be asked
   */
  gather(cards: Iterable<AimsFile>, context: CardContext): Promise<boolean> | undefined {
    if (!this.#host.git) return undefined;
    for (const card of cards) {
      if (this.#gathered.has(card)) continue;
      this.#gathered.add(card);
      this.#want(card, context);
    }
    if (!this.#asking && this.#due.size > 0) {
      this.#turn = Symbol();
      this.#asking = this.#ask(this.#turn);
    }
    return this.#asking;
  }

  #want(card: AimsFile, { resolve, existence }: CardContext): void {
    const root = rootOf(card.uri, this.#host.roots());
    if (root === undefined) return;
    for (const { text } of card.artefacts.flatMap((artefact) => artefact.paths)) {
      const revision = revisionIn(text);
      if (revision !== undefined) this.#wantRevision(root, revision);
    }
    for (const row of card.artefacts.flatMap(rowsIn))
      for (const item of row.evidence?.items ?? []) {
        if (item.node !== 'block' || !item.path) continue;
        const reviewed = parseDay(item.reviewed?.value ?? '');
        const resolved = resolve(item.path.value, card.uri);
        if (reviewed === undefined || resolved.kind !== 'file') continue;
        const isThere = ['file', 'directory'].includes(existence.get(resolved.uri) ?? 'unknown');
        if (isThere && rootOf(resolved.uri, this.#host.roots()) === root)
          this.#wantChanges(root, [resolved.uri, card.uri], reviewed);
      }
  }

  #wantedOf(root: string): Wanted {
    let wanted = this.#wanted.get(root);
    if (!wanted) {
      wanted = { revisions: new Set(), uris: new Set(), from: undefined };
      this.#wanted.set(root, wanted);
    }
    return wanted;
  }

  #wantRevision(root: string, revision: string): void {
    const { revisions } = this.#wantedOf(root);
    if (revisions.has(revision)) return;
    revisions.add(revision);
    this.#due.add(root);
  }

  #wantChanges(root: string, uris: readonly string[], since: Day): void {
    const wanted = this.#wantedOf(root);
    const isEarlier = wanted.from === undefined || since < wanted.from;
    if (!isEarlier && uris.every((uri) => wanted.uris.has(uri))) return;
    for (const uri of uris) wanted.uris.add(uri);
    if (isEarlier) wanted.from = since;
    this.#due.add(root);
  }

  /** Asks until nothing more is wanted. */
  async #ask(turn: symbol): Promise<boolean> {
    let isNew = false;
    while (this.#due.size > 0) {
      const roots = [...this.#due];
      this.#due.clear();
      const read = await Promise.all(
        roots.map(async (root) => [root, await this.#read(root).catch(() => undefined)] as const),
      );
      // Overtaken by a change: it is asked again.
      if (turn !== this.#turn) return false;
      isNew = this.#take(read) || isNew;
    }
    this.#asking = undefined;
    return isNew;
  }

  async #read(root: string): Promise<RootFacts | undefined> {
    const git = this.#host.git?.(root);
    const head = await git?.head();
    if (!git || !head?.known) return undefined;
    if ((await this.#host.stat(`${root}${GIT_LOG}`)) === 'file') this.#followed.add(root);
    else this.#followed.delete(root);
    const { revisions, uris, from } = this.#wantedOf(root);
    const before = this.#roots.get(root);
    const count = uris.size;
    const isSame = before?.head === head.value && before.count === count && before.from === from;
    const asked = [...revisions];
    const [changes, answers] = await Promise.all([
      isSame || from === undefined ? undefined : git.changesSince(from, [...uris]),
      // Tags come and go though the commit is the same.
      Promise.all(asked.map(async (revision) => [revision, await git.exists(revision)] as const)),
    ]);
    const known = answers.flatMap(([revision, answer]) =>
      answer.known ? [[revision, answer.value] as const] : [],
    );
    return {
      ...(isSame
        ? before
        : {
            ...{ head: head.value, count, from, knowsChanges: changes?.known === true },
            changes: byUri(changes?.known ? changes.value : []),
          }),
      revisions: new Map(known),
    };
  }

  /** @returns is anything different? */
  #take(read: readonly (readonly [string, RootFacts | undefined])[]): boolean {
    const before = new Map(this.#roots);
    for (const [root, facts] of read)
      if (facts) this.#roots.set(root, facts);
      else this.#roots.delete(root);
    const differs = (isSame: (a: RootFacts, b: RootFacts) => boolean): boolean =>
      read.some(([root, facts]) => {
        const was = before.get(root);
        return was !== facts && !(was && facts && isSame(was, facts));
      });
    const hasOtherRevisions = differs(sameRevisions);
    if (!hasOtherRevisions && !differs((a, b) => a.changes === b.changes)) return false;
    this.#known = knownOf(
      new Map(this.#roots),
      this.#host.roots(),
      hasOtherRevisions ? {} : this.#known.identity,
    );
    return true;
  }

  /**
   * Other files may be there, so that other commits are wanted. What is known is asked again only where there is no word
   * of commits: where the repository lies above the workspace folder, or keeps its log elsewhere.
   */
  filesChanged(): void {
    if ([...this.#wanted.keys()].every((root) => this.#followed.has(root))) this.#gathered = new WeakSet();
    else this.changed();
  }

  /** The commit that is checked out, or the names of commits, may be others: asked again. */
  changed(): void {
    this.#stop();
    this.#gathered = new WeakSet();
    for (const root of this.#wanted.keys()) this.#due.add(root);
  }

  /** Everything may have changed, the workspace folders included. */
  clear(): void {
    this.#stop();
    this.#gathered = new WeakSet();
    this.#wanted.clear();
    this.#due.clear();
    this.#roots.clear();
    this.#followed.clear();
    this.#known = NOTHING;
  }

  #stop(): void {
    this.#turn = undefined;
    this.#asking = undefined;
  }

  /** The same object while nothing in it changed. */
  known(): KnownGit {
    return this.#known;
  }
}

const sameRevisions = (a: RootFacts, b: RootFacts): boolean =>
  a.revisions.size === b.revisions.size &&
  [...a.revisions].every(([revision, isThere]) => b.revisions.get(revision) === isThere);

function byUri(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const pairs = changes.flatMap((change) => change.uris.map((uri) => ({ uri, change })));
  return new Map(
    [...groupBy(pairs, ({ uri }) => uri)].map(([uri, list]) => [uri, list.map(({ change }) => change)]),
  );
}

function knownOf(
  facts: ReadonlyMap<string, RootFacts>,
  roots: readonly string[],
  identity: object,
): KnownGit {
  const of = (uri: string): RootFacts | undefined => facts.get(rootOf(uri, roots) ?? '');
  return {
    hasRevision: (revision, uri) => of(uri)?.revisions.get(revision),
    changesSince: (uri, card, day) => {
      const known = of(uri);
      if (known?.from === undefined || !known.knowsChanges || day < known.from) return undefined;
      return (known.changes.get(uri) ?? []).filter(
        (change) => change.day > day && !change.uris.includes(card),
      );
    },
    identity,
  };
}
