/** Evidence as an editor's test view shows it: each piece of evidence is a check, and the engine's grade its result. */
import type { Location } from './tree';

/** Request: the evidence of an organization or AI system, row by row, with how each piece stands now. */
export const EVIDENCE_REQUEST = 'aims/evidence';

export interface EvidenceParams {
  /** Node of the PDCA status tree. */
  readonly subject: string;
}

export interface EvidenceResult {
  /** Controls and clauses that name evidence, in the order of the standard. Empty also where the subject is gone. */
  readonly rows: readonly EvidenceRow[];
}

/** `skipped`: nothing is asked now, nothing can be said, or what to check is still to be named. */
export type EvidenceOutcome = 'passed' | 'failed' | 'skipped';

export interface EvidenceCheck {
  /** Stable while its text stays; its own among its neighbours. */
  readonly id: string;
  readonly label: string;
  readonly outcome: EvidenceOutcome;
  /** Why, and where that fails or is to be filled in, what to do: plain text. */
  readonly message: string;
  /** The word of the verdict, such as "verified". */
  readonly description: string;
  readonly location?: Location;
}

export interface EvidenceRow extends Omit<EvidenceCheck, 'outcome' | 'message'> {
  readonly checks: readonly EvidenceCheck[];
  /** What fails in the row itself, beside its evidence: it changed since it was approved. */
  readonly problem?: string;
}

/** Request without parameters: reads reports, evidence and all files anew; answered when that is done. Nothing is run. */
export const READ_AGAIN_REQUEST = 'aims/readAgain';
