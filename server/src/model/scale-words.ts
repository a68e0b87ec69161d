/** The organization's risk scales, and the words that have to stand on them. */
import type { Organization } from './build';
import { isPlaceholder } from './scalars';
import type { ScaleName, ScaleWord } from './problems';

/** Keys of the matrix are words of the scales too: likelihood outside, severity inside. */
export function* matrixKeys(risk: Organization['risk']): Generator<ScaleWord> {
  for (const [word, row] of risk?.matrix?.entries ?? []) {
    yield { scale: 'likelihood', word, place: row.place, part: 'key' };
    for (const [severity, level] of row.entries)
      yield { scale: 'severity', word: severity, place: level.place, part: 'key' };
  }
}

/** The words of a scale, lowest first; undefined where the organization has not set it, or not yet all of it. */
export function scaleOf(risk: Organization['risk'], scale: ScaleName): readonly string[] | undefined {
  const words = risk?.[scale]?.items.map((item) => item.value);
  return words && words.length > 0 && !words.some(isPlaceholder) ? words : undefined;
}
