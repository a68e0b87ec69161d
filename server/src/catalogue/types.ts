import type {
  AnnexCId,
  ClauseId,
  ControlId,
  CreditRoleId,
  DimensionId,
  GroupId,
  LeafClauseId,
  ObjectiveId,
  StageId,
} from './ids.generated';

export type {
  AnnexCId,
  ClauseId,
  ControlId,
  CreditRoleId,
  DimensionId,
  GroupId,
  LeafClauseId,
  ObjectiveId,
  StageId,
};

/** A leaf clause (4.1 … 10.2) or a control of Annex A: what gets a verdict. */
export type RequirementId = LeafClauseId | ControlId;

/** The four phases of the management cycle. */
export type PdcaPhase = 'plan' | 'do' | 'check' | 'act';

/** Who answers for a control: the organization alone, each AI system, or the organization unless a system overrides it. */
export type ControlScope = 'organization' | 'ai-system' | 'both';

/**
 * What a requirement tells people who never read the standard. Our own words; plain text but for `inline code`, which
 * names keys of the AIMS format.
 */
export interface Guidance {
  /** What the requirement asks for, in one or two sentences. */
  readonly asks: string;
  /** What to write or do next in this format. */
  readonly doNow: string;
  /** What auditors usually accept as evidence. */
  readonly auditors: readonly string[];
}

/** A kind of evidence that fits a control, with an example of how it looks in a repository. */
export interface EvidenceExample {
  readonly kind: string;
  readonly example: string;
}

/** One of the 38 controls of Annex A. */
export interface Control extends Guidance {
  readonly kind: 'control';
  readonly id: ControlId;
  readonly title: string;
  /** Other published wordings of the title, such as the heading in Annex B. */
  readonly titleVariants: readonly string[];
  readonly group: GroupId;
  /** The objective statement the control serves. */
  readonly objective: ObjectiveId;
  /** Id of its implementation guidance in Annex B. */
  readonly guidanceId: string;
  readonly scope: ControlScope;
  readonly pdca: PdcaPhase;
  readonly pdcaAlso: readonly PdcaPhase[];
  /** Clauses that the control helps to meet. */
  readonly clauses: readonly ClauseId[];
  /** True where the control itself asks for something to be written down. */
  readonly explicitDocumentation: boolean;
  readonly evidence: readonly EvidenceExample[];
  /** A warning for readers whom the title leads astray. */
  readonly confusedWith?: string;
}

/** An objective statement of Annex A: nine groups hold ten, since A.6 has two. */
export interface ControlObjective {
  readonly kind: 'objective';
  /** The statement's own number: `A.2.1`, `A.6.1.1`. */
  readonly id: ObjectiveId;
  /** The heading it stands under: the group's id, in A.6 the id of its half (`A.6.1`, `A.6.2`). */
  readonly heading: string;
  readonly title: string;
  readonly group: GroupId;
  readonly aim: string;
  readonly controls: readonly ControlId[];
}

/** One of the nine groups of Annex A. */
export interface ControlGroup {
  readonly kind: 'group';
  readonly id: GroupId;
  readonly title: string;
  readonly aim: string;
  readonly objectives: readonly ControlObjective[];
  readonly controls: readonly ControlId[];
}

/** A clause from 4 to 10, or one below it. */
export interface Clause extends Guidance {
  readonly kind: 'clause';
  readonly id: ClauseId;
  readonly title: string;
  readonly parent?: ClauseId;
  readonly children: readonly ClauseId[];
  /** True where no clause stands below: these 32 are the requirements, the others are headings. */
  readonly leaf: boolean;
  readonly pdca: PdcaPhase;
  /** The phase that some guides give it instead. */
  readonly pdcaAlt?: PdcaPhase;
  /** `conditional`: as far as the organization needs it to trust that things ran as planned. */
  readonly documentedInformation: 'none' | 'required' | 'conditional';
  /** Whether it is kept up to date (`document`), kept as proof (`record`) or both; only where some is asked for. */
  readonly documentKind?: 'document' | 'record' | 'both';
  /** How sure we are of `documentedInformation`, where less than high. */
  readonly documentConfidence?: 'low' | 'medium';
  /** Controls of Annex A that help to meet the clause. */
  readonly controls: readonly ControlId[];
}

/** An organizational objective or a risk source of Annex C. */
export interface AnnexCEntry {
  readonly kind: 'annex-c';
  readonly id: AnnexCId;
  readonly title: string;
  readonly list: 'objective' | 'risk-source';
  readonly explanation: string;
}

/** A life cycle stage of an AI system (ISO/IEC 22989), with what it expects. When a control is due is our reading. */
export interface Stage {
  readonly kind: 'stage';
  readonly id: StageId;
  /** 1 for inception … 8 for retirement. */
  readonly order: number;
  readonly title: string;
  readonly what: string;
  /** Controls whose evidence the stage is expected to bring: a control is due at the first stage that names it. */
  readonly expectedControls: readonly ControlId[];
  /** Controls that matter here too, without becoming due. */
  readonly alsoApplies: readonly ControlId[];
  /** Processes of ISO/IEC 5338 that belong to the stage, as number and title. */
  readonly processes: readonly string[];
  /** Evidence that no single control asks for. */
  readonly expectedEvidence: readonly string[];
  readonly note?: string;
}

/** One of the eight dimensions along which an impact assessment looks for harm and benefit. */
export interface ImpactDimension {
  readonly id: DimensionId;
  readonly title: string;
  readonly question: string;
  readonly controls: readonly ControlId[];
}

/** A heading of ISO/IEC 42005 clause 6: something an impact assessment says. */
export interface AssessmentElement {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly controls: readonly ControlId[];
  /** Elements of the fundamental rights impact assessment it feeds. */
  readonly fria: readonly string[];
}

/** One of the six parts of a fundamental rights impact assessment. */
export interface FriaElement {
  /** `27(1)(a)` … `27(1)(f)`. */
  readonly id: string;
  readonly label: string;
  /** Headings of ISO/IEC 42005 under which its content stands. */
  readonly elements: readonly string[];
}

/** The fundamental rights impact assessment of the EU AI Act, Article 27. */
export interface Fria {
  readonly article: string;
  /** First day it is owed, as YYYY-MM-DD. */
  readonly appliesFrom: string;
  readonly owedBy: readonly string[];
  readonly notOwedFor: readonly string[];
  readonly when: string;
  readonly notify: string;
  readonly dpia: string;
  readonly elements: readonly FriaElement[];
}

/** What an AI system impact assessment holds. */
export interface ImpactAssessmentGuide {
  readonly dimensions: readonly ImpactDimension[];
  readonly elements: readonly AssessmentElement[];
  readonly fria: Fria;
}

/** One of the 14 contributor roles of CRediT (ANSI/NISO Z39.104-2022). */
export interface CreditRole {
  readonly id: CreditRoleId;
  readonly name: string;
  readonly uri: string;
}

/** Anything of the standard that has an id of its own. */
export type CatalogueEntry = Control | ControlGroup | ControlObjective | Clause | AnnexCEntry | Stage;
