/** Drafting a card or an organization from an editor. The server writes nothing: it hands out the text, and the editor shows it. */

import type { SystemAnswers } from './forms';

/** Request: the card of a folder, drafted from its code and files, and from what somebody said. Null where that failed. */
export const DRAFT_CARD_REQUEST = 'aims/draftCard';

export interface DraftCardParams {
  /** URI of the folder. */
  readonly folder: string;
  readonly answers?: SystemAnswers;
}

/** Request: the file of the organization of a folder, drafted from the cards below. Answered as `aims/draftCard`. */
export const DRAFT_ORGANIZATION_REQUEST = 'aims/draftOrganization';

export type DraftCardResult =
  /** A file that is not there yet. */
  | { readonly is: 'draft'; readonly uri: string; readonly text: string }
  /** There is a card, or a file that may be one; an organization, in the folder or above it. */
  | { readonly is: 'there'; readonly uri: string }
  /** No file of the folder says anything about AI; no name for an organization's file is free. */
  | { readonly is: 'nothing' };
