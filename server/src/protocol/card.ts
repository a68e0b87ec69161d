/** Drafting a card from an editor. The server writes nothing: it hands out the text, and the editor shows it. */

import type { SystemAnswers } from './forms';

/** Request: the card of a folder, drafted from its code and files, and from what somebody said. */
export const DRAFT_CARD_REQUEST = 'aims/draftCard';

export interface DraftCardParams {
  /** URI of the folder. */
  readonly folder: string;
  readonly answers?: SystemAnswers;
}

export type DraftCardResult =
  /** A card that is not there yet. */
  | { readonly is: 'draft'; readonly uri: string; readonly text: string }
  /** The folder has a card, or a file that may be one. */
  | { readonly is: 'there'; readonly uri: string }
  /** No file of the folder says anything about AI. */
  | { readonly is: 'nothing' };
