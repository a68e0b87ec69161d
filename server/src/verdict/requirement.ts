/** The shape of server/data/requirements.yaml, which says what meets which requirement. */
import { requirementTitle, type PdcaPhase } from '../catalogue';

export type Level = 'organization' | 'system';

/** A part of a file that is evidence without a row. See the head of requirements.yaml for each field. */
export interface SectionRule {
  readonly at: string;
  readonly needs?: readonly string[];
  readonly files?: readonly string[];
  readonly who?: string;
  readonly when?: string;
  readonly every?: string;
  readonly until?: string;
  readonly done?: string;
  readonly newest?: boolean;
  readonly some?: boolean;
  readonly ahead?: boolean;
  readonly measured?: boolean;
  readonly planned?: string;
  readonly objective?: boolean;
}

export interface Requirement {
  /** A leaf clause or a control. */
  readonly id: string;
  readonly level: Level;
  readonly phase: PdcaPhase;
  /** Stage from which a system owes it; organizations always do. */
  readonly from?: string;
  readonly roles?: readonly string[];
  readonly rollUp?: boolean;
  readonly sections: readonly SectionRule[];
}

/** `A.6.2.4 AI system verification and validation`. */
export const titleOf = (id: string): string => `${id} ${requirementTitle(id) ?? ''}`.trim();
