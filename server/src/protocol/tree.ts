/** Nodes of the PDCA status tree. */
import type { Counts, Verdict } from './verdicts';

export type Phase = 'plan' | 'do' | 'check' | 'act';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Location {
  readonly uri: string;
  readonly range: Range;
  /** 0-based index of the notebook's cell the range lies in, where the notebook is in no editor. */
  readonly cell?: number;
}

/** `item`: one reason of a verdict, with its place. */
/** `period`: a stretch of days, in the tree by day. */
export type TreeNodeKind = 'period' | 'organization' | 'system' | 'phase' | 'clause' | 'control' | 'item';

export interface TreeNode {
  /** Opaque; the same for the same thing as long as its file and id stay. */
  readonly id: string;
  readonly kind: TreeNodeKind;
  readonly label: string;
  /** Beside the label: counts or a verdict in words, never a percentage. */
  readonly description: string;
  /** Requirements and items only: parents show counts, never one icon for the worst. */
  readonly verdict?: Verdict;
  /** Subjects and phases only. */
  readonly counts?: Counts;
  /** Requirements only: the id, such as `A.6.2.4` or `9.2.1`. */
  readonly requirement?: string;
  /** Markdown, user text in it escaped. */
  readonly tooltip: string;
  /** For screen readers: label, verdict and counts in words. */
  readonly accessibleLabel: string;
  /** Where a click goes. */
  readonly location?: Location;
  readonly hasChildren: boolean;
  /** Subjects only: they name evidence, so that `aims/evidence` has something to tell of them. */
  readonly hasEvidence?: true;
  /** `aims.organization`, `aims.system`, `aims.phase`, `aims.clause.<verdict>`, `aims.control.<verdict>`, `aims.item`, `aims.period`. */
  readonly contextValue: string;
}
