/** Writes a draft: block style, with the comments at the lines they are about. */
import { PLACEHOLDER, yamlText } from '../fixes/scalar';

export interface Scalar {
  readonly is: 'scalar';
  /** As YAML. */
  readonly yaml: string;
  readonly note?: string | undefined;
}

export interface Entry {
  readonly key: string;
  readonly value: Node;
  /** Comments above it. */
  readonly above?: readonly string[] | undefined;
}

export type Node =
  | Scalar
  | { readonly is: 'map'; readonly entries: readonly Entry[] }
  | { readonly is: 'list'; readonly items: readonly Item[] };

export interface Item {
  readonly value: Exclude<Node, { is: 'list' }>;
  readonly above?: readonly string[] | undefined;
}

/** @param note where the text is from */
export const text = (value: string, note?: string): Scalar => ({ is: 'scalar', yaml: yamlText(value), note });
export const numeral = (value: string, note?: string): Scalar => ({ is: 'scalar', yaml: value, note });
export const todo = (note?: string): Scalar => ({ is: 'scalar', yaml: PLACEHOLDER, note });
export const map = (...entries: readonly (Entry | undefined)[]): Node & { is: 'map' } => ({
  is: 'map',
  entries: entries.filter((entry) => entry !== undefined),
});
export const list = (items: readonly Item[]): Node => ({ is: 'list', items });

/** A key with its value; none where there is no value. */
export const entry = (key: string, value: Node | undefined, above?: readonly string[]): Entry | undefined =>
  value && { key, value, above };

const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff\ufffe\uffff]+/gu;

/** Lines are no longer, but for values and single words that are. In UTF-16 code units. */
const WIDTH = 90;
const INDENT = 2;

/**
 * Lines of comment. Names of files can hold anything a line of YAML cannot.
 * @param width of the lines, `#` included
 */
function comment(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '#';
  // A line that begins with `aims` would speak to AIMS.
  for (const word of text.replace(UNSEEN, '?').split(/ (?! *aims)/)) {
    if (line !== '#' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

/** What stands above a line, and the line with those below it. */
interface Written {
  readonly above: readonly string[];
  readonly lines: readonly string[];
}

/** The comment stands behind the value, or above it where the line would get too long. */
function noted(start: string, { yaml, note }: Scalar, width: number): Written {
  const line = `${start}${yaml}`;
  if (note === undefined) return { above: [], lines: [line] };
  const whole = [line, ...comment(note, Number.POSITIVE_INFINITY)].join(' ');
  return whole.length <= width
    ? { above: [], lines: [whole] }
    : { above: comment(note, width), lines: [line] };
}

const indented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => `${' '.repeat(INDENT)}${line}`);

const comments = (texts: readonly string[], width: number): readonly string[] =>
  texts.flatMap((each) => comment(each, width));

/** @param start what stands in front of the key: the hyphen of an item */
function entryOf({ key, value, above = [] }: Entry, width: number, start = ''): Written {
  const said = comments(above, width);
  if (value.is === 'scalar') {
    const { above: note, lines } = noted(`${start}${key}: `, value, width);
    return { above: [...said, ...note], lines };
  }
  // Behind a hyphen the key stands deeper, and what is below it deeper still.
  const column = start.length + INDENT;
  const below =
    value.is === 'map' ? linesOf(value.entries, width - column) : itemLines(value.items, width - column);
  return {
    above: said,
    lines: [`${start}${key}:`, ...below.map((line) => `${' '.repeat(column)}${line}`)],
  };
}

const inLines = ({ above, lines }: Written): readonly string[] => [...above, ...lines];

const linesOf = (entries: readonly Entry[], width: number): readonly string[] =>
  entries.flatMap((each) => inLines(entryOf(each, width)));

const itemLines = (items: readonly Item[], width: number): readonly string[] =>
  items.flatMap((item) => [...comments(item.above ?? [], width), ...inLines(itemOf(item, width))]);

/** What is above the first key of an item stands above the item: its own line begins with the hyphen. */
function itemOf({ value }: Item, width: number): Written {
  if (value.is === 'scalar') return noted('- ', value, width);
  const [first, ...others] = value.entries;
  if (!first) return { above: [], lines: ['- {}'] };
  const { above, lines } = entryOf(first, width, '- ');
  return { above, lines: [...lines, ...indented(linesOf(others, width - INDENT))] };
}

/** @param head comments the file begins with */
export const writeYaml = (head: readonly string[], entries: readonly (Entry | undefined)[]): string =>
  [
    ...comments(head, WIDTH),
    ...linesOf(
      entries.filter((each) => each !== undefined),
      WIDTH,
    ),
    '',
  ].join('\n');
