/** How the dashboard is shown: in an editor, where a script listens, or as a file of its own. */
import type { Dashboard, Location, TrendPoint } from '../protocol';
import { html, type Html } from './html';
import type { Words } from './words';

/** Where a click goes, by index in the dashboard. */
export type Target =
  | { readonly kind: 'control'; readonly subject: number; readonly control: string }
  | { readonly kind: 'agenda'; readonly item: number }
  | { readonly kind: 'rated'; readonly ratings: number; readonly item: number }
  | { readonly kind: 'unscaled'; readonly item: number };

export interface Trend {
  readonly state: 'idle' | 'reading' | 'done' | 'stopped' | 'unavailable' | 'untrusted';
  /** Months looked at so far, and in all. */
  readonly done: number;
  readonly of: number;
  /** By day. */
  readonly points: readonly TrendPoint[];
}

export interface View {
  readonly words: Words;
  /** Where a file of its own leads; undefined where a script listens, or there is nothing to go to. */
  readonly href?: (target: Target) => string | undefined;
  /** Does a script listen? */
  readonly isLive: boolean;
  /** Index of the subject the wheel is shown for; undefined: all. */
  readonly cycleOf?: number | undefined;
  readonly systems: string;
  readonly controls: string;
  /** Page of columns of the Statement of Applicability, from 0. */
  readonly page: number;
  /** Undefined: not shown at all. */
  readonly trend?: Trend | undefined;
}

export interface Shown {
  readonly dashboard: Dashboard;
  readonly view: View;
}

/** In `data-go`, and back again by `parseTarget`. */
function wordOf(target: Target): string {
  switch (target.kind) {
    case 'control':
      return `control/${target.subject}/${target.control}`;
    case 'agenda':
      return `agenda/${target.item}`;
    case 'rated':
      return `rated/${target.ratings}/${target.item}`;
    case 'unscaled':
      return `unscaled/${target.item}`;
  }
}

/** Undefined for what no dashboard says. */
export function parseTarget(word: string): Target | undefined {
  const [, subject, control] = /^control\/(\d{1,9})\/(A\.[\d.]{1,12})$/.exec(word) ?? [];
  if (control !== undefined) return { kind: 'control', subject: Number(subject), control };
  const [, kind, item] = /^(agenda|unscaled)\/(\d{1,9})$/.exec(word) ?? [];
  if (kind === 'agenda' || kind === 'unscaled') return { kind, item: Number(item) };
  const [, ratings, rated] = /^rated\/(\d{1,9})\/(\d{1,9})$/.exec(word) ?? [];
  return rated === undefined ? undefined : { kind: 'rated', ratings: Number(ratings), item: Number(rated) };
}

/** Where it leads, as far as the dashboard itself says: of a control it does not. */
export function locationOf(
  { agenda, ratings, unscaled }: Dashboard,
  target: Exclude<Target, { readonly kind: 'control' }>,
): Location | undefined {
  switch (target.kind) {
    case 'agenda':
      return agenda.items[target.item]?.location;
    case 'rated':
      return ratings[target.ratings]?.items[target.item]?.location;
    case 'unscaled':
      return unscaled[target.item]?.location;
  }
}

/** Something that leads to a place: a link in a file, a button where a script listens, else plain text. */
export function go({ view }: Shown, target: Target, content: Html): Html {
  if (view.isLive)
    return html`<button type="button" class="go" data-go="${wordOf(target)}">${content}</button>`;
  const href = view.href?.(target);
  return href === undefined ? content : html`<a class="go" href="${href}">${content}</a>`;
}
