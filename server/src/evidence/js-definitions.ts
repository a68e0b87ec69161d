/** Tests of a JavaScript or TypeScript file as things that a comment above them can be about. */
import type { Definition } from '../code/annotations';
import { LineTable } from '../syntax/lines';
import { findTestTitles } from './js-tests';
import { COMPUTED, readTokens } from './js-tokens';

/** @returns in file order; a title that only running tells leaves `names` empty */
export function jsTests(text: string): readonly Definition[] {
  const file = readTokens(text);
  if (!file.balanced) return [];
  const table = LineTable.of(text);
  const rangeOf = (start: number, end: number) => ({
    start: table.positionAt(start),
    end: table.positionAt(end),
  });
  return findTestTitles(file).map(({ titles, isTable, start, end, call }) => ({
    names: isTable || titles.some((title) => title.includes(COMPUTED)) ? [] : titles,
    isTest: true,
    range: rangeOf(start, end),
    extent: rangeOf(call.start, call.end),
  }));
}
