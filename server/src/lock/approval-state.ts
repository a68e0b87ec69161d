/** What can be known of an approval. */
import type { Day } from '../model/scalars';
import type { Approvable } from './approvable';
import type { Change } from './compare';
import type { Recorded } from './recorded';

export type ApprovalState =
  | { readonly kind: 'unrecorded' }
  /** Recorded, but whether it holds cannot be known now. */
  | { readonly kind: 'unknown' }
  /** The file itself speaks of an approval later than the record, or claims none any more: the record says nothing of it. */
  | { readonly kind: 'outdated'; readonly recorded: Recorded }
  | { readonly kind: 'fresh'; readonly recorded: Recorded }
  | {
      readonly kind: 'changed';
      readonly recorded: Recorded;
      /** The day the record was written: it changed some time after. */
      readonly since: Day;
      /** Of its own, or of what nothing nearer answers for. Empty where only what it rests on is suspect. */
      readonly changes: readonly Change[];
      /** Suspect approvals it rests on. */
      readonly through: readonly Approvable[];
      /** One sentence. */
      readonly reason: string;
    };

export interface RecordedApproval {
  readonly approvable: Approvable;
  readonly state: ApprovalState;
}

export interface ChangedApproval {
  readonly approvable: Approvable;
  readonly state: Extract<ApprovalState, { readonly kind: 'changed' }>;
}
