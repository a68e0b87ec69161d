/** The one result everything else reads: a verdict for each requirement of each subject, with reasons and places. */
import type { CodePlace } from '../code/types';
import type { Place } from '../model/located';
import type { Subject } from '../workspace/snapshot';
import type { Requirement } from './requirement';

/** In the order in which the first that applies is given. */
export const VERDICTS = [
  'not-applicable',
  'not-due',
  'unknown',
  'suspect',
  'overdue',
  'missing',
  'partial',
  'attested',
  'verified',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** Why, in one sentence, and where in the files. */
export interface Reason {
  readonly message: string;
  readonly place?: Place;
  /** Where it lies in code instead. */
  readonly code?: CodePlace;
  /** The keys that are absent, where that is the reason: what a finding or a fix is about. */
  readonly lacks?: readonly string[];
  /** What lacks them, in words: `dataset applications`. */
  readonly about?: string;
}

export interface RequirementResult {
  readonly requirement: Requirement;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** Where a click goes: the row, the section, or the place where either would stand. */
  readonly place: Place;
  /** What is missing or incomplete, as opposed to undated: only this is worth a finding. */
  readonly gaps: readonly Reason[];
  /** True where the organization's answer was taken over by the system. */
  readonly inherited: boolean;
  /** True where a row or section of the subject itself says something. */
  readonly answered: boolean;
}

export interface SubjectResult {
  readonly subject: Subject;
  readonly results: readonly RequirementResult[];
}
