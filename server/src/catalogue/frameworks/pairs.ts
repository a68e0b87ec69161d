/** Reads the short form in which the data files write pairs: `A.6.2.4? direct 9(6), 9(7)`. */
import type { Confidence, Pair } from './types';

const PAIR = /^([A-Z]?[\d.]+)(\?{0,2})(?: (direct|supporting)\b)?(?: (.+))?$/;
const CONFIDENCE: Readonly<Record<string, Confidence>> = { '': 'high', '?': 'medium', '??': 'low' };

/** @returns undefined where the text is no pair */
export function parsePair(text: string): Pair | undefined {
  const match = PAIR.exec(text);
  if (!match) return undefined;
  const [, requirement = '', sureness = '', fit, points] = match;
  const confidence = CONFIDENCE[sureness];
  if (confidence === undefined) return undefined;
  return {
    requirement,
    confidence,
    ...(fit === undefined ? {} : { fit: fit as 'direct' | 'supporting' }),
    ...(points === undefined ? {} : { points }),
  };
}

/** All pairs of an item; the generator has refused what is none. */
export const parsePairs = (text: string): readonly Pair[] =>
  text === '' ? [] : text.split('; ').flatMap((each) => parsePair(each) ?? []);
