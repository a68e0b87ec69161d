/** What sources say about one thing: the first counts, and the comment names them all. */
import type { Said } from './types';

/** Places named in one comment; how many more there are is said. */
const MOST_PLACES = 3;

/** @param line, @param cell counted from 0, as parsers do */
export const placeOf = (path: string, line?: number, cell?: number): string =>
  [
    path,
    ...(cell === undefined ? [] : [` cell ${cell + 1}`]),
    ...(line === undefined ? [] : [cell === undefined ? `:${line + 1}` : ` line ${line + 1}`]),
  ].join('');

/** `a.py:1, b.py:2 and 3 more`. @param most places that are named */
export function placesIn(places: readonly string[], most = MOST_PLACES): string {
  const all = [...new Set(places)];
  const named = all.slice(0, most);
  const more = all.length - named.length;
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  return named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}` : named.join('');
}

export interface Settled {
  readonly value: string;
  /** `from a.py:1; b.py:2 says y` */
  readonly note: string;
}

/**
 * @param said in the order in which sources count
 * @param isSame whether two texts mean the same thing
 * @returns undefined where nothing is said
 */
export function settle(
  said: readonly Said[],
  isSame: (a: string, b: string) => boolean = (a, b) => a === b,
): Settled | undefined {
  const [first] = said;
  if (!first) return undefined;
  const agreeing = said.filter(({ value }) => isSame(value, first.value)).map(({ at }) => at);
  const others = said.filter(({ value }) => !isSame(value, first.value));
  const conflicts = [...new Set(others.map(({ value }) => value))].slice(0, MOST_PLACES).map((value) => {
    const places = placesIn(others.filter((other) => other.value === value).map(({ at }) => at));
    return `${places} ${places.includes(' and ') ? 'say' : 'says'} ${value}`;
  });
  return { value: first.value, note: [`from ${placesIn(agreeing)}`, ...conflicts].join('; ') };
}
