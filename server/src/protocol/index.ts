/**
 * What an editor can ask of the server beyond LSP. Plain data and method names: the only part of `server/` that
 * `client/` imports. Positions are LSP's (zero-based, UTF-16).
 */
import type { Location, Phase, Position, TreeNode } from './tree';
import type { Counts, Verdict } from './verdicts';

export type { Location, Phase, Position, Range, TreeNode, TreeNodeKind } from './tree';
export { addCounts, OPEN_VERDICTS, WORST_FIRST, type Counts, type Verdict } from './verdicts';

/** What a client may say at the start in `initializationOptions`, beside the settings. */
export interface ClientOptions {
  /** Ids of commands that it has, of ours and `TRIGGER_SUGGEST`. The server names no other: a client cannot run what it does not know. */
  readonly commands?: readonly string[];
  /** Did the user say that they trust the workspace? Only then git is asked: it does what a repository configures. */
  readonly trusted?: boolean;
  /** Does it go to cells of notebooks that are not open, where a location ends with `cellFragment`? */
  readonly cells?: boolean;
  /** Does it answer `aims/fs/*`? Then folders are read through it that the server cannot reach itself. */
  readonly files?: boolean;
  /** Does another server tell the user what is no YAML? Then it is not said twice in files that are open. */
  readonly yaml?: boolean;
  /** The translation into the language of `locale`, for a server that has no files of its own: English to that language. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** End of the URI of a location in a cell: `#cell-0` is the first. The range is one of the cell. */
export const cellFragment = (cell: number): string => `cell-${cell}`;

/** @returns 0-based index of the cell; undefined where a URI's fragment names none */
export function cellOfFragment(fragment: string): number | undefined {
  const index = /^cell-(\d{1,6})$/.exec(fragment)?.[1];
  return index === undefined ? undefined : Number(index);
}

export {
  FILE_LIST_REQUEST,
  FILE_READ_REQUEST,
  FILE_STAT_REQUEST,
  type FileKind,
  type FileListResult,
  type FileParams,
  type FileReadParams,
  type FileReadResult,
  type FileStatResult,
  type ListedFile,
} from './files';

/** Notification from the client, without parameters: the user trusts the workspace now. */
export const TRUSTED = 'aims/trusted';

/** Notification from the client: whether another server reports what is no YAML has changed since the start. */
export const REPORTS_YAML = 'aims/reportsYaml';

export interface ReportsYamlParams {
  /** As `yaml` of `ClientOptions`. */
  readonly reports: boolean;
}

/**
 * Command: opens a file and puts the cursor at a place in it. Its one argument is a `RevealPlace`. The client’s own where it
 * names it in `ClientOptions`; else the server’s, where the client shows documents when it is asked to.
 */
export const REVEAL_PLACE = 'aims.revealPlace';

/** Command of the client: drafts the card of a folder, given as a URI, in an editor that is not saved yet. */
export const DRAFT_CARD = 'aims.draftCard';

/** Command of VS Code: offers what fits at the cursor, without a word where nothing does. */
export const TRIGGER_SUGGEST = 'editor.action.triggerSuggest';

export interface RevealPlace {
  readonly location: Location;
  /** Should the range be selected, so that typing replaces it? */
  readonly select?: true;
}

export {
  APPROVABLES_REQUEST,
  ATTEST_REQUEST,
  SAVE_RECORD,
  type ApprovableItem,
  type ApprovablesParams,
  type ApprovablesResult,
  type AttestParams,
  type AttestResult,
  type Person,
} from './approvals';

export {
  DRAFT_CARD_REQUEST,
  DRAFT_ORGANIZATION_REQUEST,
  type DraftCardParams,
  type DraftCardResult,
} from './card';
export {
  ASSESSABLE_REQUEST,
  CHECK_ANSWER_REQUEST,
  DRAFT_ASSESSMENT_REQUEST,
  NEW_ASSESSMENT_REQUEST,
  NEW_SYSTEM_REQUEST,
  SYSTEM_FOLDERS_REQUEST,
  type AssessableResult,
  type CheckAnswerParams,
  type CheckAnswerResult,
  type Choice,
  type Found,
  type DraftAssessmentParams,
  type DraftAssessmentResult,
  type NewAssessmentParams,
  type NewAssessmentResult,
  type NewSystemParams,
  type NewSystemResult,
  type SystemAnswers,
  type SystemFoldersResult,
} from './forms';
export {
  EVIDENCE_REQUEST,
  READ_AGAIN_REQUEST,
  type EvidenceCheck,
  type EvidenceOutcome,
  type EvidenceParams,
  type EvidenceResult,
  type EvidenceRow,
} from './evidence';
export { TOOL_REQUEST, type ToolParams, type ToolResult } from './tools';

/** Request: the children of a node of the PDCA status tree, or its roots. */
export const TREE_REQUEST = 'aims/tree';

export interface TreeParams {
  /** Id of the node whose children are asked for. Absent: the roots, one per organization and AI system. */
  readonly node?: string;
  readonly filter?: TreeFilter;
  /** Default: by phase. */
  readonly groupBy?: 'phase' | 'day';
}

/** What the tree shows; everything where nothing is said. */
export interface TreeFilter {
  /** Requirements with one of these verdicts, and what holds them. */
  readonly verdicts?: readonly Verdict[];
  readonly level?: 'organization' | 'system';
  /** Nodes of organizations and systems. */
  readonly subjects?: readonly string[];
}

/** Request: the way through the tree to what stands at a place, from the top. */
export const TREE_PATH_REQUEST = 'aims/treePath';

export interface TreePathParams {
  /** Of an open document, or of a cell of a notebook. */
  readonly uri: string;
  readonly position: Position;
}

export interface TreePathResult {
  /** From the organization or system to the clause or control; empty where the place is about none. */
  readonly nodes: readonly TreeNode[];
}

export interface TreeResult {
  /** Grows with every change. Children of different revisions must not be mixed: ask again from the roots. */
  readonly revision: number;
  /** Empty also where the node is gone. */
  readonly nodes: readonly TreeNode[];
}

/** Notification from the server: the tree, the systems and the status may have changed. */
export const TREE_CHANGED = 'aims/treeChanged';

export interface TreeChanged {
  readonly revision: number;
  /** Requirements that are overdue, all subjects together: for the badge. */
  readonly overdue: number;
  readonly counts: Counts;
}

/** Request without parameters: every AI system of the workspace. */
export const SYSTEMS_REQUEST = 'aims/systems';

export interface SystemsResult {
  readonly revision: number;
  /** By name, then id. */
  readonly systems: readonly SystemSummary[];
}

export interface SystemSummary {
  readonly id: string;
  readonly name: string;
  /** The life cycle stage as written, with its title; absent where none is said. */
  readonly stage?: { readonly id: string; readonly title: string };
  /** The tier of the EU AI Act the card says it is in. */
  readonly tier?: string;
  readonly roles: readonly string[];
  readonly owner?: string;
  /** Id of the organization it belongs to. */
  readonly organization?: string;
  /** True for an entry of the organization's inventory without a card. */
  readonly inventoryOnly: boolean;
  /** Impact assessments that belong to it. */
  readonly assessments: readonly Location[];
  /** ML code files it covers. */
  readonly codeFiles: number;
  readonly counts: Counts;
  /** In words, such as "3 missing, 2 partial". */
  readonly summary: string;
  /** The card, or the entry of the inventory. */
  readonly location: Location;
  /** Node of the PDCA status tree. */
  readonly node: string;
}

/** Request without parameters: what the status item and the welcome views need. */
export const STATUS_REQUEST = 'aims/status';

export interface FixedDay {
  /** Name of the workspace folder. */
  readonly folder: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

export interface StatusResult {
  readonly revision: number;
  /** `reading`: the first scan of the workspace is not done; all numbers are 0 then, and a notification follows. */
  readonly state: 'reading' | 'ready';
  /** Today, YYYY-MM-DD: the day everything is judged at where nothing else is said. */
  readonly today: string;
  /** Workspace folders judged at another day, by the setting `aims.at`. */
  readonly fixed: readonly FixedDay[];
  readonly counts: Counts;
  readonly organizations: number;
  readonly systems: number;
  readonly assessments: number;
  /** Recorded in `aims.lock`, those included that no longer hold. */
  readonly approvals: number;
  /** Files with ML calls, tests and examples left out. */
  readonly codeFiles: number;
  /** Files with ML calls that no card covers. */
  readonly uncoveredCodeFiles: number;
  /** AIMS files that cannot be read, or not whole: their verdicts may be unknown. */
  readonly broken: readonly Location[];
  /** False where the editor does not report changed files, so that the server looks only now and then. */
  readonly watching: boolean;
}

/** Order and titles of the four phases. */
export const PHASES: readonly { readonly id: Phase; readonly title: string }[] = [
  { id: 'plan', title: 'Plan' },
  { id: 'do', title: 'Do' },
  { id: 'check', title: 'Check' },
  { id: 'act', title: 'Act' },
];

export {
  CELLS,
  CONTROL_PLACE_REQUEST,
  DASHBOARD_REQUEST,
  TREND_REQUEST,
  type Agenda,
  type AgendaItem,
  type ControlPlaceParams,
  type Dashboard,
  type DashboardControl,
  type DashboardResult,
  type DashboardSubject,
  type RatedCell,
  type RatedItem,
  type Ratings,
  type TrendParams,
  type TrendPoint,
  type TrendResult,
  type Unscaled,
} from './dashboard';
