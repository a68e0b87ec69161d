/** How well a name answers what was typed to find it. */

/**
 * Letters of the query in their order, blanks aside, whatever stands between them and whatever their case.
 * @returns lower is better; undefined where the name does not answer
 */
export function distance(query: string, name: string): number | undefined {
  const wanted = query.replace(/\s+/g, '').toLowerCase();
  if (wanted === '') return 0;
  const letters = name.toLowerCase();
  const whole = letters.indexOf(query.trim().toLowerCase());
  if (whole === 0) return 0;
  if (whole > 0) return isWordStart(letters, whole) ? 1 : 2;
  let at = 0;
  for (const letter of wanted) {
    const found = letters.indexOf(letter, at);
    if (found < 0) return undefined;
    at = found + letter.length;
  }
  return 3;
}

const isWordStart = (letters: string, at: number): boolean => !/[\p{L}\p{N}]/u.test(letters.charAt(at - 1));
