/**
 * What editors ask somebody with who starts a system or an assessment: what there is to choose from, and what is wrong
 * with an answer. The server writes nothing: it hands out texts and edits.
 */

/** Something to choose. */
export interface Choice {
  /** As files write it, or as the next request names it. */
  readonly value: string;
  readonly label: string;
  /** Beside the label. */
  readonly description?: string;
  /** Below it: what it means. */
  readonly detail?: string;
}

/** Request without parameters: folders a new system may live in, those with ML code that no card covers first. Null where that failed. */
export const SYSTEM_FOLDERS_REQUEST = 'aims/systemFolders';

export interface SystemFoldersResult {
  /** Values are URIs. */
  readonly folders: readonly Choice[];
  /** No system is described yet. */
  readonly isFirst: boolean;
}

/** Request: what a new system of a folder is asked about, with what its files say already. */
export const NEW_SYSTEM_REQUEST = 'aims/newSystem';

export interface NewSystemParams {
  /** URI of the folder. */
  readonly folder: string;
}

export type NewSystemResult =
  | {
      readonly is: 'form';
      readonly name: string;
      /** Who can be named: the people of the organization above. */
      readonly people: readonly Choice[];
      /** Id of the organization above. */
      readonly organization?: string;
      readonly roles: readonly Choice[];
      readonly stages: readonly Choice[];
      /** What files say, each with its source in words. */
      readonly found: {
        readonly owner?: Found;
        readonly role?: Found;
        readonly stage?: Found;
      };
      /** What each key is for, in the words of the format. */
      readonly words: Readonly<Record<SystemKey, string>>;
    }
  /** The folder has a card, or a file that may be one. */
  | { readonly is: 'there'; readonly uri: string };

export interface Found {
  readonly value: string;
  readonly note?: string;
}

/** Keys of a card that somebody is asked for. */
export type SystemKey = 'id' | 'name' | 'owner' | 'role' | 'stage' | 'purpose';

/** What somebody said of a new system. What is left out was not answered: files say it, or it is marked. */
export interface SystemAnswers {
  readonly id: string;
  readonly name: string;
  /** An id of `people`, or a name. */
  readonly owner?: string;
  readonly roles?: readonly string[];
  readonly stage?: string;
  readonly purpose?: string;
}

/** Request without parameters: the systems an assessment can be started for, those that have none first. Null where that failed. */
export const ASSESSABLE_REQUEST = 'aims/assessable';

export interface AssessableResult {
  /** Values are nodes of the PDCA status tree. */
  readonly systems: readonly (Choice & { readonly isAssessed: boolean })[];
}

/** Request: what a new impact assessment of a system is asked about. Null where the system is gone. */
export const NEW_ASSESSMENT_REQUEST = 'aims/newAssessment';

export interface NewAssessmentParams {
  /** Node of the PDCA status tree. */
  readonly system: string;
}

export interface NewAssessmentResult {
  readonly name: string;
  /** The card. */
  readonly uri: string;
  /** Those with the role of an assessor first. */
  readonly people: readonly Choice[];
  /** The same, those with the role of a reviewer first. */
  readonly reviewers: readonly Choice[];
  readonly organization?: string;
  /** How somebody can be affected. */
  readonly kinds: readonly Choice[];
  readonly words: Readonly<Record<'assessor' | 'reviewer' | 'parties', string>>;
}

/** Request: the edit that writes a new impact assessment and links it in the card. */
export const DRAFT_ASSESSMENT_REQUEST = 'aims/draftAssessment';

export interface DraftAssessmentParams {
  /** Node of the PDCA status tree. */
  readonly system: string;
  /** Ids of `people`, or names. */
  readonly assessor?: string;
  readonly reviewer?: string;
  readonly parties: readonly { readonly name: string; readonly kind: 'direct' | 'indirect' }[];
}

export type DraftAssessmentResult =
  | {
      /** An LSP `WorkspaceEdit`. */
      readonly edit: object;
      /** The new file. */
      readonly uri: string;
      /** The card, where its link is written too. */
      readonly card?: string;
    }
  /** Why not: a sentence. */
  | { readonly refused: string };

/** Request: what the rules would say of an answer. */
export const CHECK_ANSWER_REQUEST = 'aims/checkAnswer';

export interface CheckAnswerParams {
  readonly key: 'id' | 'name' | 'person';
  readonly text: string;
  /** URI of the folder, or of the file, the answer is for. */
  readonly uri: string;
  /** Of a reviewer: who carried out what is reviewed. */
  readonly assessor?: string;
}

export interface CheckAnswerResult {
  /** A sentence; absent where nothing is wrong. */
  readonly problem?: string;
  /** Of a name: an id made of it that is free in the workspace. */
  readonly id?: string;
}
