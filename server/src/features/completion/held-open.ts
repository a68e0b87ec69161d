/** What takes the place of a placeholder: a `TODO` is offered what would be offered where nothing is written yet. */
import { tr } from '../../l10n/tr';
import { isPlaceholder } from '../../model/scalars';
import type { Locus } from '../../syntax/types';
import type { Cursor } from '../cursor';
import type { Completion } from './types';

/** With the cursor behind it; within, its first item is what is written. */
const EMPTY_LIST = '[]';

/**
 * The value at the cursor, where that only holds its place open, with any note that follows in it; or an empty list.
 *
 * @returns undefined on anything else, keys included
 */
export function heldOpenAt({ parsed, locus }: Pick<Cursor, 'parsed' | 'locus'>): string | undefined {
  const { start, end } = locus.replace;
  const text = parsed.text.slice(start, end);
  return locus.at !== 'key' && (isPlaceholder(text) || text === EMPTY_LIST) ? text : undefined;
}

/** As if nothing stood there: what is offered replaces the whole placeholder. */
export const asIfEmpty = (locus: Locus): Locus => ({ ...locus, prefix: '' });

/**
 * Behind a `TODO` an editor shows only what begins with it, so everything is known by the placeholder's own text. To
 * leave it as it is comes first: who has just typed `TODO` and presses Enter has not chosen the next best value.
 *
 * @param isTyped whether the cursor stands behind part of the placeholder
 */
export function inItsPlace(
  items: readonly Completion[],
  held: string,
  isTyped: boolean,
): readonly Completion[] {
  if (items.length === 0 || !isTyped) return items;
  const keep: Completion = {
    label: held,
    kind: 'word',
    detail: tr('to be filled in; reported until it is'),
    newText: held,
    rank: 0,
  };
  const instead = items.map((item) => ({ ...item, filterText: held }));
  return held === EMPTY_LIST ? instead : [keep, ...instead];
}
