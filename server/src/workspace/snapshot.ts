/** What is known about a workspace at one moment. Immutable: verdicts and rules are pure functions of it and a date. */
import type { Annotation } from '../code';
import type { CodeFacts, CodePlace } from '../code/types';
import type { FileDigest, PartAnswer, PointerAnswer } from '../evidence';
import type { AimsFile, AiSystem, Artefact, ImpactAssessment, Organization } from '../model/build';
import type { Place, Value } from '../model/located';
import type { EntityKind } from '../schema/field';
import type { Range } from '../syntax/types';
import type { EvidenceTarget } from './evidence-target';
import type { KnownGit } from './git-facts';
import type { Existence } from './host';
import type { LastRun } from './last-run';
import type { ResolvedPath } from './uri';

export type Target = 'inventory' | 'managed' | 'audit';
export type StageId = NonNullable<NonNullable<AiSystem['lifecycle']>['stage']>['value'];

export interface OrganizationEntry {
  readonly kind: 'organization';
  /** The id as written, else the folder's name. */
  readonly id: string;
  readonly uri: string;
  readonly artefact: Artefact;
  readonly body: Organization;
  readonly target: Target;
  readonly systems: readonly SystemEntry[];
}

export interface SystemEntry {
  readonly kind: 'system';
  readonly id: string;
  /** Where it is described: its card, or the organization file that lists it. */
  readonly uri: string;
  readonly artefact: Artefact;
  /** True for an entry of the organization's `systems` without a card. */
  readonly inventoryOnly: boolean;
  /** With what the profile adds. */
  readonly body: AiSystem;
  /** As written in the card. */
  readonly own: AiSystem;
  readonly organization: OrganizationLink;
  readonly assessments: readonly AssessmentEntry[];
  readonly target: Target;
  /** Highest stage of `stage` and `history`, by order; undefined where none is said. */
  readonly reached: StageId | undefined;
  readonly stage: StageId | undefined;
  readonly roles: ReadonlySet<string>;
}

/** Which organization a system belongs to. `unreachable`: named, but a URL or a file that cannot be read. */
export type OrganizationLink =
  | {
      readonly kind: 'found';
      readonly uri: string;
      readonly id: string;
      readonly body: Organization;
      readonly target: Target | undefined;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreachable' };

export interface AssessmentEntry {
  readonly kind: 'impact-assessment';
  readonly id: string;
  readonly uri: string;
  readonly artefact: Artefact;
  readonly body: ImpactAssessment;
}

export type Subject = OrganizationEntry | SystemEntry;

/** A file of ML code with what it calls and who covers it. */
export interface CodeEntry {
  readonly uri: string;
  readonly facts: CodeFacts;
  /** Path from its workspace folder, or from the folder asked about, with `/`. */
  readonly path: string;
  /** Tests, examples and the like: silent. */
  readonly silent: boolean;
  /** Comments that start with `aims:`; tests and examples may have some, other people's code has none. */
  readonly annotations: readonly Annotation[];
  /** The systems whose `code` covers the file: those of the nearest card above it. */
  readonly coveredBy: readonly SystemEntry[];
}

/** A definition, cell or file that a comment names as evidence of a control. */
export interface CodeEvidence {
  readonly control: string;
  /** Path of its file from the workspace folder, and the names of the definition. */
  readonly path: string;
  readonly names: readonly string[];
  /** Of the comment. */
  readonly place: CodePlace;
  /** Whose last run may tell how it stands; undefined for what is no test. */
  readonly test: EvidenceTarget | undefined;
}

export interface FoundDefinition {
  readonly of: EntityKind;
  readonly id: string;
  readonly place: Place;
}

/** An approvals record, `aims.lock`. The same object while its text is the same. */
export interface LockText {
  readonly uri: string;
  /** Undefined where it cannot be read. */
  readonly text: string | undefined;
  /** Why it cannot be read. */
  readonly reason?: string;
}

export interface Snapshot {
  readonly roots: readonly string[];
  readonly files: ReadonlyMap<string, AimsFile>;
  /** Files of a listed name that are there but could not be read, with the reason. */
  readonly unreadable: ReadonlyMap<string, string>;
  readonly organizations: readonly OrganizationEntry[];
  readonly systems: readonly SystemEntry[];
  readonly assessments: readonly AssessmentEntry[];
  readonly code: ReadonlyMap<string, CodeEntry>;
  /**
   * What annotations in the code of a system are evidence of, in order of files; none for a system without a card. The
   * same array while they are the same.
   */
  codeEvidence(system: SystemEntry): readonly CodeEvidence[];
  /** Which of the files that cards refer to exist, by URI. */
  readonly existence: ReadonlyMap<string, Existence>;
  /**
   * Identity of what is known about other files: which ones paths mean, whether they exist, what they hold, how tests
   * went. A new object when any of it changed, so that results can be kept.
   */
  readonly facts: object;
  /** What a path written at a place points to. */
  resolve(text: string, uri: string): ResolvedPath;
  /** Whether the file of a resolved path exists; what was not gathered is `unknown`. */
  exists(resolved: ResolvedPath): Existence;
  /**
   * Whether the part a text points to (`docs/a.md#results`) is in its file.
   * @param anchor the part, where it stands in a key of its own
   * @returns undefined where the text names no part, or the file was not asked
   */
  part(text: string, uri: string, anchor?: string): PartAnswer | undefined;
  /** What stands at the pointer a text ends with (`reports/eval.json#/auc`); undefined where it ends with none. */
  pointerValue(text: string, uri: string, anchor?: string): PointerAnswer | undefined;
  /** URIs of the test reports that were read. */
  readonly reports: readonly string[];
  /** How the test a text names went the last time; undefined where no report tells. */
  lastRun(text: string, uri: string, anchor?: string): LastRun | undefined;
  /** The same of a test that is named in code. */
  lastRunOf(test: EvidenceTarget): LastRun | undefined;
  /** Approvals records, by URI. */
  readonly locks: ReadonlyMap<string, LockText>;
  /**
   * Digest of a file that is none of ours; undefined where it is not known. What nobody asked for before is looked up
   * with the next snapshot. The same function while no digest is another.
   */
  readonly digestOf: (uri: string) => FileDigest | undefined;
  /** What git says of evidence. */
  readonly git: Pick<KnownGit, 'hasRevision' | 'changesSince'>;
  /** Who answers to an id written in this file, along the scopes of the format. */
  lookup(kind: EntityKind, id: string, uri: string): FoundDefinition | undefined;
  /** All ids of a kind that a reference in this file could mean. */
  candidates(kind: EntityKind, uri: string): readonly FoundDefinition[];
  /** Would every such id have been seen? False where a file that may define it was read only in part. */
  knowsAll(kind: EntityKind, uri: string): boolean;
  rangeOf(place: Place, part: 'key' | 'value' | 'entry'): Range | undefined;
}

/** The organization a link leads to; undefined where there is none or it cannot be read. */
export const linkedOrganization = (link: OrganizationLink): Organization | undefined =>
  link.kind === 'found' ? link.body : undefined;

/** The organization whose scales, people and rows count for a subject; undefined where there is none or it cannot be read. */
export const organizationOf = (subject: Subject): Organization | undefined =>
  subject.kind === 'organization' ? subject.body : linkedOrganization(subject.organization);

/** Text of a located value, for messages. */
export const valueOf = <T>(value: Value<T> | undefined): T | undefined => value?.value;
