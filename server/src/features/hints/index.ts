/** Inlay hints: titles behind the ids of controls and clauses, ages behind days. */
import { tr } from '../../l10n/tr';
import { requirementTitle } from '../../catalogue';
import type { Day } from '../../model/scalars';
import type { Position, Range } from '../../syntax/types';
import type { Snapshot } from '../../workspace/snapshot';
import { mentionsIn, type MentionInFile } from '../mentions';
import { distanceInTime } from './age';
import { nextReviews } from './reviews';

/** What to show. */
export interface HintChoice {
  readonly titles: boolean;
  readonly ages: boolean;
}

export interface Hint {
  readonly position: Position;
  readonly label: string;
}

/** Of what begins in the range, in file order. */
export function hintsIn(
  snapshot: Snapshot,
  date: Day,
  uri: string,
  range: Range,
  { titles, ages }: HintChoice,
): readonly Hint[] {
  const file = snapshot.files.get(uri);
  if (!file || !(titles || ages)) return [];
  const { parsed } = file;
  const within = { start: parsed.offsetAt(range.start), end: parsed.offsetAt(range.end) };
  const reviews = ages ? nextReviews(snapshot, date, file, within) : new Map<number, Day>();
  return [...mentionsIn(file, within)].flatMap((found) => {
    const { mention, start } = found;
    if (start < within.start || start > within.end) return [];
    const label = (titles ? titleOf(found) : undefined) ?? (ages ? ageOf(found, date, reviews) : undefined);
    return label === undefined ? [] : [{ position: parsed.positionAt(start + mention.length), label }];
  });
}

/** Where it stands alone: an id in running text has its words around it. */
const titleOf = ({ mention: { is, text, isInText } }: MentionInFile): string | undefined =>
  (is === 'control' || is === 'clause') && !isInText ? requirementTitle(text) : undefined;

function ageOf(
  { mention: { is, text }, start }: MentionInFile,
  date: Day,
  reviews: ReadonlyMap<number, Day>,
): string | undefined {
  if (is !== 'date') return undefined;
  const next = reviews.get(start);
  const age = distanceInTime(text, date);
  if (next === undefined) return age;
  return next < date
    ? tr('{0}, was due {1}', age, distanceInTime(next, date))
    : tr('{0}, due {1}', age, distanceInTime(next, date));
}
