/**
 * The dashboard: the whole workspace at a day, compact enough for thousands of systems. Ids and titles of requirements,
 * what the files say, and counts; the words around them belong to whoever shows it (server/src/page). Texts of files are
 * on one line, with what is invisible spelled out, and still to be escaped.
 */
import type { Location, Phase } from './tree';
import type { Counts, Verdict } from './verdicts';

/** Request without parameters: a `DashboardResult`, or null while the workspace has not been read. */
export const DASHBOARD_REQUEST = 'aims/dashboard';

export interface DashboardResult {
  /** Grows with every change. */
  readonly revision: number;
  readonly dashboard: Dashboard;
}

export interface Dashboard {
  /** The day everything is judged at, YYYY-MM-DD. */
  readonly date: string;
  /** The controls of Annex A, in its order. */
  readonly controls: readonly DashboardControl[];
  /** Organizations first, then systems by name. */
  readonly subjects: readonly DashboardSubject[];
  readonly agenda: Agenda;
  /** One for the risks and one for the harms of each organization that has set scales and has any. */
  readonly ratings: readonly Ratings[];
  /** Those for which there are no scales: one for each organization that has not set them, then those without one. */
  readonly unscaled: readonly Unscaled[];
}

export interface DashboardControl {
  readonly id: string;
  readonly title: string;
  /** Of the group it stands in: `A.6`. */
  readonly group: string;
  readonly groupTitle: string;
}

export interface DashboardSubject {
  /** Node of the PDCA status tree. */
  readonly key: string;
  readonly kind: 'organization' | 'system';
  readonly id: string;
  readonly name: string;
  readonly phases: Readonly<Record<Phase, Counts>>;
  /** A letter of `CELLS` for each of `controls`. */
  readonly cells: string;
}

/** Letters of verdicts in `cells`. `-`: this subject is not asked for the control. */
export const CELLS: Readonly<Record<Verdict, string>> = {
  verified: 'V',
  attested: 'A',
  partial: 'P',
  missing: 'M',
  overdue: 'O',
  suspect: 'S',
  unknown: 'U',
  'not-due': 'L',
  'not-applicable': 'N',
};

/** What was due and is not done, and what falls due within a year, by day. */
export interface Agenda {
  readonly items: readonly AgendaItem[];
  /** How many more there are, of the latest. */
  readonly more: number;
}

export interface AgendaItem {
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly isOverdue: boolean;
  /** The sentence of the finding. */
  readonly what: string;
  /** The clause or control it is about, where that is one. */
  readonly requirement?: string;
  /** Index in `subjects`. */
  readonly subject: number;
  readonly location: Location;
}

/** Risks or harms on the scales of one organization. */
export interface Ratings {
  readonly of: 'risks' | 'harms';
  /** Absent: they belong to none. */
  readonly organization?: string;
  /** The scales are not its own but common ones: it has set none, and no level is known. */
  readonly isCommon?: true;
  /** The words of its scales, lowest first. */
  readonly likelihood: readonly string[];
  readonly severity: readonly string[];
  readonly levels: readonly string[];
  /** The highest level it accepts without a named acceptance: index in `levels`. */
  readonly acceptUpTo?: number;
  /** By likelihood, then severity: index in `levels`, or null where its matrix says none. */
  readonly matrix: readonly (readonly (number | null)[])[];
  readonly items: readonly RatedItem[];
}

/** Risks and harms for which nobody has set scales, and where somebody would go to change that. */
export interface Unscaled {
  readonly count: number;
  /** They stand on common scales meanwhile; absent: they cannot be shown. */
  readonly isShown?: true;
  /** The one whose file lacks scales; absent: they belong to none that can be read. */
  readonly organization?: string;
  /** Where the organization says how it assesses risks, or its file; else the first of the risks and harms. */
  readonly location: Location;
}

export interface RatedItem {
  readonly id: string;
  readonly what: string;
  /** Index in `subjects`. */
  readonly subject: number;
  readonly before?: RatedCell;
  /** What is left after treatment or measures. */
  readonly after?: RatedCell;
  readonly location: Location;
}

/** Index on each scale. */
export interface RatedCell {
  readonly likelihood: number;
  readonly severity: number;
}

/** Request: where a control stands, or would, at a subject: a `Location` or null. */
export const CONTROL_PLACE_REQUEST = 'aims/controlPlace';

export interface ControlPlaceParams {
  /** `key` of the subject. */
  readonly subject: string;
  readonly control: string;
}

/** Request: the verdicts as of the last commit up to a day, judged at that day. A `TrendResult`. */
export const TREND_REQUEST = 'aims/trend';

export interface TrendParams {
  /** YYYY-MM-DD. */
  readonly day: string;
}

export interface TrendPoint {
  readonly day: string;
  readonly counts: Counts;
}

/** `nothing`: there was no commit yet, or nothing of ours in it. `unavailable`: git cannot say, or may not be asked. */
export type TrendResult = { readonly point: TrendPoint } | { readonly none: 'nothing' | 'unavailable' };
