/**
 * Values that are there and cannot be read: a word half typed, a list that is none. What was approved may be what they are
 * meant to say, so nothing is known until they are put right, which has findings of its own.
 */
import type { Artefact } from '../model/build';
import type { Place } from '../model/located';
import type { FormatProblem } from '../model/problems';
import type { Snapshot } from '../workspace/snapshot';
import type { Approvable, Part } from './approvable';
import { originOf, type Change } from './compare';

/** With these the value is left out of what is read. */
const LEFT_OUT: ReadonlySet<FormatProblem['code']> = new Set(['wrong-type', 'bad-choice', 'bad-scalar']);

/** Does the place lie in the other, or is it the same? */
export const isBelow = (place: Place, home: Place): boolean =>
  place.uri === home.uri &&
  place.document === home.document &&
  home.route.every((step, index) => place.route[index] === step);

/** Of a card, what assessments rest on. */
const RESTED_ON = ['purpose', 'use', 'role', 'euAiAct', 'models', 'datasets', 'suppliers'];

const isIn = ({ problems }: Artefact, homes: readonly Place[]): boolean =>
  problems.some(({ code, place }) => LEFT_OUT.has(code) && homes.some((home) => isBelow(place, home)));

/** May what looks like a change be nothing but such a value? */
export function isHalfWritten(
  { artefact, homes }: Approvable,
  changes: readonly Change[],
  parts: readonly Part[],
  snapshot: Snapshot,
): boolean {
  const isOf = (origin: ReturnType<typeof originOf>): boolean =>
    changes.some(({ name }) => originOf(name) === origin);
  if (isOf('own') && isIn(artefact, homes)) return true;
  const card = isOf('card') ? parts.find(({ name }) => name === 'card')?.place : undefined;
  if (!card) return false;
  const keys = RESTED_ON.map((key): Place => ({ ...card, route: [...card.route, key] }));
  return snapshot.files.get(card.uri)?.artefacts.some((each) => isIn(each, keys)) === true;
}
