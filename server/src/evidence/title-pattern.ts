/** Titles that are completed when the tests run: `adds %i and %i`, `adds $a`, `` `adds ${a}` ``. */
import { COMPUTED } from './js-tokens';

/** `%s` and the like (vitest, jest: util.format, `%#` and `%$` numbers), `$name` and `$a.b` of a table. */
const FILLED = new RegExp(
  `${COMPUTED}|%[sdifjoOp#$c]|%\\.\\d+f|\\$[\\p{ID_Start}_#][\\p{ID_Continue}.]*`,
  'gu',
);

/** Nothing of the title is known but signs: it can become any other. */
export function isOpen(written: string, isTable: boolean): boolean {
  const known = isTable ? written.replace(FILLED, '') : written.replaceAll(COMPUTED, '');
  return known !== written && !/[\p{Alphabetic}\p{Nd}]/u.test(known);
}

/** The title has places that a table fills in. */
export function isTable(written: string): boolean {
  return written.search(FILLED) >= 0;
}

/** Whether a title written in code can become the title that is asked for (or reported). */
export function titleMatches(written: string, actual: string, isTable: boolean): boolean {
  if (written === actual) return true;
  if (!isTable && !written.includes(COMPUTED)) return false;
  const pieces = isTable ? written.split(FILLED) : written.split(COMPUTED);
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length < 2 || !actual.startsWith(first) || !actual.endsWith(last)) return false;
  // The leftmost place for each piece leaves the most room for the next: no backtracking needed.
  let at = first.length;
  const end = actual.length - last.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = actual.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= end;
}
