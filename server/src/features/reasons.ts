/** Why a verdict is what it is, in lines: the same in hovers and tooltips. */
import { tr } from '../l10n/tr';
import type { RequirementResult } from '../verdict/types';
import type { Markup } from './markup';

/** Reasons shown; the tree has the rest. */
const MOST_REASONS = 4;

/** Ready markup, a line for each; the last counts what is left out. */
export function reasonLines(markup: Markup, { reasons }: RequirementResult): readonly string[] {
  const all = [...new Set(reasons.map(({ message }) => markup.message(message)))];
  const shown = all.slice(0, MOST_REASONS);
  return all.length > MOST_REASONS ? [...shown, tr('and {0} more', all.length - MOST_REASONS)] : shown;
}
