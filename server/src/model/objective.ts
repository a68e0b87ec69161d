/** Where a measurable objective stands at a day: reached, missed, or waiting for its next result. */
import type { Organization } from './build';
import { nextInSeries } from './calendar';
import type { Place } from './located';
import { parseComparison, parseDay, parseDuration, satisfies, type Day } from './scalars';

export type Objective = NonNullable<Organization['objectives']>['items'][number];

interface Result {
  readonly on: Day;
  /** Undefined where none is written. */
  readonly value: number | undefined;
  /** Where the day stands. */
  readonly place: Place;
  readonly valuePlace: Place | undefined;
}

export interface ObjectiveStanding {
  /** The day it is to be reached by. */
  readonly due: Day | undefined;
  /** Has any result met the target? */
  readonly reached: boolean;
  /** The newest result, where it misses the target. */
  readonly miss: Place | undefined;
  /** By when the next result is to come after the newest one; undefined once the objective's day has come first. */
  readonly next: { readonly on: Day; readonly after: Day; readonly place: Place } | undefined;
}

const dayOf = (value: { readonly value: string } | undefined): Day | undefined =>
  value && parseDay(value.value);

/** Results up to a day, oldest first; undefined where one is written so that nobody can read it. */
function resultsUntil({ results, keys }: Objective, date: Day): readonly Result[] | undefined {
  if ((keys.has('results') && !results) || (results && results.items.length < results.written))
    return undefined;
  return (results?.items ?? [])
    .flatMap(({ date: when, value }) => {
      const on = dayOf(when);
      return when && on !== undefined && on <= date
        ? [{ on, value: value?.value, place: when.place, valuePlace: value?.place }]
        : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** @returns undefined where a target or result is written so that nobody can tell */
export function standingOf(objective: Objective, date: Day): ObjectiveStanding | undefined {
  const results = resultsUntil(objective, date);
  const target = parseComparison(objective.target?.value ?? '');
  if (!results || (!target && results.some(({ value }) => value !== undefined))) return undefined;
  const due = dayOf(objective.due);
  const meets = ({ value }: Result): boolean =>
    value !== undefined && target !== undefined && satisfies(value, target);
  const newest = results.at(-1);
  const valued = results.filter(({ value }) => value !== undefined).at(-1);
  const every = parseDuration(objective.every?.value ?? '');
  const on =
    every &&
    nextInSeries(
      results.map((result) => result.on),
      every,
    );
  const isAsked = on !== undefined && (due === undefined || (date <= due && on <= due));
  return {
    due,
    reached: results.some(meets),
    miss: valued && !meets(valued) ? valued.valuePlace : undefined,
    next: newest && isAsked ? { on, after: newest.on, place: newest.place } : undefined,
  };
}
