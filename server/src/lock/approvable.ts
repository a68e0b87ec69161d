/** Something that can be approved: what names it, who is named, and what its digest is taken of. */
import type { Artefact } from '../model/build';
import type { Place, Value } from '../model/located';
import type { Day } from '../model/scalars';
import type { Digest, FileDigest } from '../evidence';
import type { OrganizationLink, Snapshot, SystemEntry } from '../workspace/snapshot';
import type { ApprovalKind } from './entry';

/** As what a person is named where something is approved. The first of a list is who approves. */
export interface Named {
  readonly as: 'approver' | 'reviewer' | 'owner';
  readonly who: Value<string>;
}

/** A piece of what is approved, or something it depends on. Names are words of `aims.lock`: they never change. */
export interface Part {
  readonly name: string;
  /** Undefined where it cannot be read now. */
  readonly digest: Digest | undefined;
  /** Why it cannot be read: words that go after the name of what is to be approved and "cannot be recorded:". */
  readonly trouble?: string;
  readonly place?: Place;
  /** The file it is, where it is one. */
  readonly file?: string;
  /** Keys of what has an approval of its own, nearest first: the first that is recorded answers for this part. */
  readonly via?: readonly string[];
}

/** Kept by whoever hands it out: to read something again costs nothing. */
export interface Reading {
  /** Of the content, without what it depends on. */
  readonly digest: Digest;
  readonly parts: readonly Part[];
}

/** What reading needs beside the file itself. */
export interface ReadingContext {
  readonly snapshot: Snapshot;
  /**
   * Digest of a file that is none of ours, see `Snapshot.digestOf`; undefined where it is not known. The same
   * function while no digest is another: results are kept by it.
   */
  readonly targets: (uri: string) => FileDigest | undefined;
}

export const contextOf = (snapshot: Snapshot): ReadingContext => ({ snapshot, targets: snapshot.digestOf });

export interface Approvable {
  readonly kind: ApprovalKind;
  readonly uri: string;
  /** As `LockEntry.part`. */
  readonly part: string;
  /** Identity in the workspace: see `keyOf`. */
  readonly key: string;
  /** `the AI policy`, `row A.6.2.4`. */
  readonly title: string;
  /** The line that relies on the approval. */
  readonly place: Place;
  /** What it is read from in its document: placeholders and format problems there prevent an approval. */
  readonly homes: readonly Place[];
  /** The day the file itself gives for the approval. */
  readonly statedOn: Day | undefined;
  readonly named: readonly Named[];
  /** Who made it or answers for it: their own approval is a self-attestation. */
  readonly answerable: readonly string[];
  /** Why the file itself does not claim to be approved: a draft. */
  readonly withheld?: string;
  readonly organization: OrganizationLink;
  /** The document it stands in. */
  readonly artefact: Artefact;
  /** Was everything it is read from read whole? While there is a syntax error, nothing is known. */
  isWhole(snapshot: Snapshot): boolean;
  read(context: ReadingContext): Reading;
}

export const keyOf = (uri: string, part: string): string => `${uri}\n${part}`;

/** The file in a key. */
export const uriOfKey = (key: string): string => key.slice(0, key.indexOf('\n'));

/** What an approvable is made of, before the rest is worked out. */
export type Draft = Omit<Approvable, 'key' | 'uri' | 'isWhole'> & Partial<Pick<Approvable, 'isWhole'>>;

export const toApprovable = (draft: Draft): Approvable => ({
  isWhole: () => draft.artefact.yaml.complete,
  ...draft,
  uri: draft.artefact.uri,
  key: keyOf(draft.artefact.uri, draft.part),
});

/** Digests are worked out when first asked for: most approvals are never recorded. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}

/** People named by a value that may be missing. */
export const namedAs = (as: Named['as'], who: Value<string> | undefined): readonly Named[] =>
  who ? [{ as, who }] : [];

/** Was a card read whole, and the organization's file too where a profile in it adds to the card? */
export const isCardWhole = (snapshot: Snapshot, system: SystemEntry): boolean =>
  system.artefact.yaml.complete && profileSources(snapshot, system).every(({ yaml }) => yaml.complete);

/** The document a card's profile stands in. */
export function profileSources(
  snapshot: Snapshot,
  { own, body, organization }: SystemEntry,
): readonly Artefact[] {
  if (body === own || organization.kind !== 'found') return [];
  return (snapshot.files.get(organization.uri)?.artefacts ?? []).filter(
    (each) => each.body === organization.body,
  );
}
