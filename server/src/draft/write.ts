/** Writes a card: block style, with the comments at the lines they are about. */
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
  /** Lines of comment above it. */
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

/** Names of files can hold anything a line of YAML cannot. */
const comment = (line: string): string => `# ${line.replace(UNSEEN, '?')}`;

const noted = ({ yaml, note }: Scalar): string => (note === undefined ? yaml : `${yaml} ${comment(note)}`);

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

function linesOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ key, value, above = [] }) => [
    ...above.map(comment),
    ...(value.is === 'scalar'
      ? [`${key}: ${noted(value)}`]
      : [`${key}:`, ...indented(value.is === 'map' ? linesOf(value.entries) : itemLines(value.items))]),
  ]);
}

const itemLines = (items: readonly Item[]): readonly string[] =>
  items.flatMap(({ value, above = [] }) => {
    const [first = '', ...others] = value.is === 'scalar' ? [noted(value)] : bodyOf(value.entries);
    return [...above.map(comment), `- ${first}`, ...indented(others)];
  });

/** Comments above the first key of an item stand above the item: its own line begins with the hyphen. */
const bodyOf = ([first, ...others]: readonly Entry[]): readonly string[] =>
  first ? linesOf([{ ...first, above: [] }, ...others]) : ['{}'];

/** @param head lines of comment the file begins with */
export const writeYaml = (head: readonly string[], entries: readonly (Entry | undefined)[]): string =>
  [...head.map(comment), ...linesOf(entries.filter((each) => each !== undefined)), ''].join('\n');
