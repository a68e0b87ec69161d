/** Is there such a line? */
import { tr } from '../l10n/tr';
import { LineTable } from '../syntax/lines';
import { missing, type Part, type PartAnswer } from './types';

/**
 * A line break at the end does not make another line, but may be pointed at: selecting down to the end of a file in an
 * editor gives a range that ends there.
 */
export function findLines({ first, last }: Extract<Part, { kind: 'lines' }>, text: string): PartAnswer {
  const table = LineTable.of(text);
  const endsWithBreak = /[\r\n]$/.test(text);
  const count = text === '' ? 0 : table.count - (endsWithBreak ? 1 : 0);
  if (first >= 1 && last <= table.count && count > 0) {
    return {
      kind: 'found',
      range: {
        start: table.positionAt(table.startOf(first - 1)),
        end: table.positionAt(table.endOf(last - 1)),
      },
    };
  }
  const has = (): string =>
    count === 0 ? tr('is empty') : tr(count === 1 ? 'has 1 line' : 'has {0} lines', count);
  if (first < 1) return missing(() => tr('line 0 (lines are counted from 1)'));
  const beyond = first > count ? first : last;
  return missing(
    () => tr('line {0} (the file {1})', beyond, has()),
    count > 0 && first <= count ? lineText(first, count) : undefined,
  );
}

function lineText(first: number, last: number): string {
  return first === last ? `L${first}` : `L${first}-L${last}`;
}
