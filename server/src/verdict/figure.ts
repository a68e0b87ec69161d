/** Does the figure of a metric hold: is it what its source says, and does it reach what it must? */
import { numbersAgree } from '../evidence';
import type { Located } from '../model/located';
import { parseComparison, satisfies } from '../model/scalars';
import type { SystemShape } from '../schema';
import type { Snapshot } from '../workspace/snapshot';

type Model = NonNullable<Located<SystemShape['models']>>['items'][number];
export type Metric = NonNullable<Model['metrics']>['items'][number];

export interface Figure {
  /** What stands at the source, as written there; undefined where no single value does. */
  readonly measured: string | undefined;
  /** Is it the card's value, as far as the card writes digits? Undefined where that cannot be said. */
  readonly agrees: boolean | undefined;
  /** Does the card's value satisfy `must`? Undefined without one. */
  readonly meets: boolean | undefined;
  /** Holds in every respect: equal to its source, and both satisfy `must`. */
  readonly isVerified: boolean;
}

export function figureOf(snapshot: Snapshot, { value, source, must }: Metric): Figure {
  const found = source && snapshot.pointerValue(source.value, source.place.uri);
  const measured =
    found?.kind === 'value' && (found.type === 'number' || found.type === 'string')
      ? found.source
      : undefined;
  const agrees = value && measured !== undefined ? agreement(value.source, measured) : undefined;
  const meets = value && must && reaches(value.value, must.value);
  const isMet = must !== undefined && meets === true && reaches(Number(measured), must.value) === true;
  return { measured, agrees, meets, isVerified: agrees === true && isMet };
}

/** A card in percent and a report in shares may mean the same: then nothing is said. */
function agreement(card: string, measured: string): boolean | undefined {
  const agrees = numbersAgree(card, measured);
  const isPercent = ['e2', 'e-2'].some((shift) => numbersAgree(`${card}${shift}`, measured) === true);
  return agrees === false && isPercent ? undefined : agrees;
}

/** @returns undefined where `must` is in percent and the value may be a share */
function reaches(value: number, must: string): boolean | undefined {
  const comparison = parseComparison(must);
  if (!comparison || Number.isNaN(value)) return undefined;
  if (must.includes('%') && Math.abs(value) <= 1 && Math.abs(comparison.bound) > 1) return undefined;
  return satisfies(value, comparison);
}
