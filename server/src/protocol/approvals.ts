/** Recording approvals from an editor. The server writes nothing: it hands out edits, and the editor applies them. */
import type { Location } from './tree';

/** Command of the client: saves the record an edit has changed. Its one argument is the URI of the record. */
export const SAVE_RECORD = 'aims.saveRecord';

/** Request: what of a file can be approved, and by whom. */
export const APPROVABLES_REQUEST = 'aims/approvables';

export interface ApprovablesParams {
  readonly uri: string;
}

export interface ApprovablesResult {
  /** By place. */
  readonly items: readonly ApprovableItem[];
}

export interface Person {
  /** As records name them: an id of `people`, or a name. */
  readonly by: string;
  /** In full. */
  readonly name: string;
  /** Does what is to be approved name them? */
  readonly isNamed: boolean;
}

export interface ApprovableItem {
  /** Names it in `AttestParams`. */
  readonly part: string;
  /** `the AI policy`, `row A.6.2.4`. */
  readonly title: string;
  /** Where it stands, in words: "not recorded", "approved by Dana Reyes on 2026-02-10", "changed since …". */
  readonly state: string;
  /** Those it names first. Anybody else may be named in full. */
  readonly people: readonly Person[];
  /** Why it cannot be approved as it stands, as far as that is known without reading other files. */
  readonly refused?: string;
  readonly location: Location;
}

/** Request: the edit that records an approval. */
export const ATTEST_REQUEST = 'aims/attest';

export interface AttestParams {
  readonly uri: string;
  readonly part: string;
  /** Who approves: an id of `people`, or a full name. Asked of the user, never guessed. */
  readonly by: string;
}

export type AttestResult =
  | {
      /** An LSP `WorkspaceEdit`. */
      readonly edit: object;
      /** The record it changes. */
      readonly record: string;
      /** What it records, in words. */
      readonly message: string;
    }
  /** Why not, or that there is nothing to write: a sentence. */
  | { readonly refused: string };
