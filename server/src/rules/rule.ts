/** What a rule is: metadata, message, reason and check, side by side. See CONTRIBUTING.md, "Your first rule". */
import type { Annotation } from '../code';
import type { AiSystem, Artefact, ImpactAssessment, Organization } from '../model/build';
import type { Located, Place } from '../model/located';
import type { Outlook } from '../model/calendar';
import type { Day } from '../model/scalars';
import type { FormatProblem } from '../model/problems';
import type { SystemShape } from '../schema';
import type { Part, Range, SyntaxProblem } from '../syntax/types';
import type { Fix } from '../fixes/edit';
import type { LockFile } from '../lock/format';
import type { RecordedApproval } from '../lock/state';
import type { Suspect } from '../lock/suspect';
import type { ControlRow } from '../verdict/row';
import type { SubjectResult } from '../verdict/types';
import type { Outcome, Suppression } from './suppressions';
import type {
  AssessmentEntry,
  CodeEntry,
  OrganizationEntry,
  Snapshot,
  Subject,
  SystemEntry,
} from '../workspace/snapshot';

export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const GROUPS = {
  format: 'Format',
  soa: 'Statement of Applicability',
  'life-cycle': 'Life cycle',
  evidence: 'Evidence',
  'impact-assessment': 'Impact assessment',
  risk: 'Risk',
  'model-card': 'Model card',
  code: 'Code and card',
  'management-cycle': 'Management cycle',
  frameworks: 'Frameworks',
} as const;
export type RuleGroup = keyof typeof GROUPS;

/** Where a rule comes from, which bounds how severe it may be. */
export type Basis =
  | 'format' // the file is wrong
  | 'standard' // the standard asks for it
  | 'reading' // our reading: the standard leaves it open
  | 'practice'; // good practice, from guidance standards

type Risks = NonNullable<Located<SystemShape['risks']>>;
export type Risk = Risks['items'][number];

/** Things a rule can look at, by the name used in `on`. */
export interface RuleTargets {
  /** One per problem the syntax layer found in a file; one for a file of a listed name that could not be read. */
  'syntax-problem': { readonly uri: string; readonly problem: SyntaxProblem; readonly range: Range };
  /** One per value that does not fit the format. */
  'format-problem': { readonly artefact: Artefact; readonly problem: FormatProblem };
  /** One per YAML document of an AIMS file. */
  document: { readonly artefact: Artefact };
  organization: OrganizationEntry;
  system: SystemEntry;
  assessment: AssessmentEntry & { readonly system: SystemEntry | undefined };
  /** Organizations, and systems with a card of their own. */
  subject: Subject;
  /** Risks of systems and organizations, as written in the file (a profile's are reported at the profile). */
  risk: { readonly risk: Risk; readonly subject: Subject };
  /**
   * Rows of `controls`, and of `clauses` of an organization, as written in the file. Those of a profile come once, with
   * its name, for the organization whose file it stands in.
   */
  row: {
    readonly id: string;
    readonly row: ControlRow;
    readonly subject: Subject;
    readonly profile?: string;
  };
  /** A file of ML code. */
  code: CodeEntry;
  /** A comment in code that starts with `aims:`, in tests and examples too. Any project may have such comments. */
  annotation: { readonly annotation: Annotation; readonly entry: CodeEntry };
  /** An approvals record: `aims.lock`. */
  lock: { readonly uri: string; readonly lock: LockFile };
  /** An approval that records speak of, by the file of what was approved. */
  approval: RecordedApproval;
  /** One per cause that made recorded approvals suspect, by the file of the approval nearest to it. */
  suspect: Suspect;
  /** One per `aims-ignore-next-line` comment, after all other rules have run. */
  suppression: { readonly uri: string; readonly suppression: Suppression; readonly outcome: Outcome };
}

export type TargetName = keyof RuleTargets;

/** A place in a YAML file (narrowed by `part`), or a range in code. */
export type Where =
  | { readonly place: Place; readonly part?: Part }
  | { readonly uri: string; readonly range: Range; readonly cell?: number | undefined };

interface RelatedNote {
  readonly message: string;
  /** Is the same to be done here? Then an editor marks the place quietly; it is still one finding. */
  readonly alsoHere?: true;
}

export interface Report {
  /** Which of several messages; needed only where `message` is a record. */
  readonly message?: string;
  /** Filled into the message's `{name}`s. */
  readonly args?: Readonly<Record<string, string | number>>;
  readonly severity?: Severity;
  /** The day something falls due, or fell due: this is what a calendar shows. */
  readonly due?: Day;
  readonly requirement?: string | undefined;
  readonly related?: readonly (Where & RelatedNote)[];
  /**
   * True where the finding is that something is not there: then it shows only if the part of the file that would
   * hold it was read whole.
   */
  readonly absent?: boolean;
  /** For the rule's own `fixes`. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface RuleContext extends Outlook {
  readonly snapshot: Snapshot;
  verdicts(subject: Subject): SubjectResult;
}

export interface RuleMeta {
  /** kebab-case; also the name of its file, fixture and docs page. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly basis: Basis;
  /** Clause or control it is about, where it is always the same one. */
  readonly requirement?: string;
  /** One sentence for lists of rules: what it finds. */
  readonly summary: string;
  /** Why it matters, in a sentence or two. */
  readonly why: string;
  /** What to do about it. */
  readonly help: string;
  /** One template with `{args}`, or several by name. */
  readonly message: string | Readonly<Record<string, string>>;
}

export interface Rule<K extends TargetName = TargetName> extends RuleMeta {
  readonly on: K;
  check(target: RuleTargets[K], report: (where: Where, details?: Report) => void, context: RuleContext): void;
  /** Edits that mend a finding; empty where none is lossless or marked as a placeholder. */
  fixes?(finding: Finding, context: RuleContext): readonly Fix[];
}

/** Keeps the target's type between `on` and `check`. */
export const defineRule = <K extends TargetName>(rule: Rule<K>): Rule<K> => rule;

export interface Related {
  readonly uri: string;
  readonly range: Range;
  readonly cell?: number;
  readonly message: string;
  readonly alsoHere?: true;
}

/** What the editor, the command line and every export show. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly uri: string;
  readonly range: Range;
  /** Index of the notebook cell the range lies in. */
  readonly cell?: number;
  readonly requirement?: string;
  /** The day something falls due, or fell due. */
  readonly due?: Day;
  readonly related: readonly Related[];
  /** The place in the YAML model, where it has one. */
  readonly place?: Place;
  readonly data: Readonly<Record<string, unknown>>;
}

export type { AiSystem, ImpactAssessment, Organization };
