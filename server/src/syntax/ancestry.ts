import { lineStart } from './cut';
import { lineShape, type LineShape } from './lineShape';

/** Something a line opens that lines below it, indented more, belong to. */
export interface Opener {
  /** For a dash the index of its item, for a key its name: a step of a route. */
  readonly step: string | number;
  /** Column of the dash or key. */
  readonly column: number;
  readonly line: LineShape;
  /** Is the value behind it on this line its own? (The value behind `- id: x` is the key's, not the dash's.) */
  readonly ownsValue: boolean;
}

/**
 * The keys and items around a place, outermost first, judged by indentation alone: so it works while a line is half
 * typed and no parser could make sense of it. `column` is where the place is, or would be, indented to; `asItem`
 * tells that a dash stands there (a list may stand in the column of its key).
 */
export function ancestry(
  text: string,
  from: number,
  line: number,
  column: number,
  asItem: boolean,
): Opener[] {
  const walk = new Walk(column, asItem);
  for (let at = line; at > from && !walk.done;) {
    at = lineStart(text, at - 1);
    if (at < from) break;
    if (indentation(text, at) > walk.limit) continue;
    const shape = lineShape(text, at);
    if (!shape.blank) walk.meet(shape);
  }
  return walk.openers();
}

/** The openers of one line itself that stand left of `before`, with the index the first dash has among its siblings. */
export function openersOf(line: LineShape, before: number, firstIndex: number): Opener[] {
  const dashes = line.dashes.map((dash, i) => ({ at: dash, step: i === 0 ? firstIndex : 0 }));
  const keys = line.key ? [{ at: line.key.start, step: line.key.name }] : [];
  const all: { at: number; step: string | number }[] = [...dashes, ...keys];
  return all
    .filter(({ at }) => at < before)
    .map(({ at, step }) => ({ step, column: at - line.start, line, ownsValue: at === all.at(-1)?.at }));
}

/** How many items of the same list stand above a line whose dash is in `column`. */
export function itemsAbove(text: string, from: number, line: number, column: number): number {
  let count = 0;
  for (let at = line; at > from;) {
    at = lineStart(text, at - 1);
    if (at < from) break;
    if (indentation(text, at) > column) continue;
    const shape = lineShape(text, at);
    if (shape.blank) continue;
    if (shape.dashes.some((dash) => dash - at === column)) count++;
    if (shape.first - at < column || (shape.dashes.length === 0 && shape.key !== undefined)) return count;
  }
  return count;
}

/** Goes up line by line and keeps what the place lies in. */
class Walk {
  limit: number;
  readonly #found: { opener: Opener; index: number }[] = [];
  /** The last thing accepted is an item: its siblings are counted, and its key may stand in its own column. */
  #inItem: boolean;

  constructor(column: number, asItem: boolean) {
    this.limit = column;
    this.#inItem = asItem;
  }

  get done(): boolean {
    return this.limit === 0 && !this.#inItem;
  }

  meet(line: LineShape): void {
    for (const opener of openersOf(line, Infinity, 0).reverse()) {
      const isDash = typeof opener.step === 'number';
      const innermost = this.#found.at(-1);
      if (opener.column < this.limit || (!isDash && opener.column === this.limit && this.#inItem)) {
        this.#found.push({ opener, index: 0 });
        this.limit = opener.column;
        this.#inItem = isDash;
      } else if (
        isDash &&
        opener.column === this.limit &&
        this.#inItem &&
        innermost?.opener.column === this.limit
      ) {
        innermost.index++;
      }
    }
  }

  openers(): Opener[] {
    return this.#found
      .reverse()
      .map(({ opener, index }) => (typeof opener.step === 'number' ? { ...opener, step: index } : opener));
  }
}

function indentation(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === 32) at++;
  return at - line;
}
