/**
 * Folding ranges. Judged by the indentation of lines, never by the parsed tree: what is folded has to stay folded while a
 * line above it does not parse.
 */
import { LineTable } from '../../syntax/lines';
import { readLine, type FoldedLine } from './line';
import { nested, type Fold } from './nested';

export type { Fold } from './nested';

/**
 * Sections, entries, items, comments over several lines, block scalars, flow collections over several lines, documents
 * and `# region` marks. They nest; no two start on the same line.
 *
 * @param limit how many the client shows at most: the outermost are kept
 */
export function foldsIn(text: string, limit = Infinity): readonly Fold[] {
  const lines = LineTable.of(text);
  const folding = new Folding();
  for (let line = 0; line < lines.count; line++)
    folding.take(line, readLine(text.slice(lines.startOf(line), lines.endOf(line))));
  return nested(folding.end(lines.count), limit);
}

interface Open {
  readonly rank: number;
  readonly line: number;
}

/** Takes line after line. */
class Folding {
  readonly #folds: Fold[] = [];
  readonly #open: Open[] = [];
  readonly #regions: number[] = [];
  /** Column of the key whose block scalar we are in. */
  #scalar: number | undefined;
  #comment: { readonly from: number; to: number } | undefined;
  #document: number | undefined;
  /** The last line with content. */
  #last = -1;

  take(line: number, read: FoldedLine): void {
    if (read.is === 'blank') return;
    if (this.#scalar !== undefined && read.column > this.#scalar) {
      this.#last = line;
      return;
    }
    this.#scalar = undefined;
    if (read.is === 'comment') {
      this.#onComment(line, read);
      return;
    }
    this.#closeComment();
    if (read.is === 'document') this.#onDocument(line);
    else {
      this.#close(read.rank);
      this.#open.push({ rank: read.rank, line });
      this.#scalar = read.opensScalar;
    }
    this.#last = line;
  }

  /** @param count of lines */
  end(count: number): readonly Fold[] {
    this.#closeComment();
    this.#onDocument(count);
    return this.#folds;
  }

  #onComment(line: number, { region }: Extract<FoldedLine, { is: 'comment' }>): void {
    if (region === 'start') this.#regions.push(line);
    const start = region === 'end' ? this.#regions.pop() : undefined;
    if (start !== undefined) this.#add(start, line, 'region');
    if (region === undefined && this.#comment?.to === line - 1) this.#comment.to = line;
    else {
      this.#closeComment();
      this.#comment = region === undefined ? { from: line, to: line } : undefined;
    }
  }

  #onDocument(line: number): void {
    this.#close(-1);
    if (this.#document !== undefined) this.#add(this.#document, this.#last);
    this.#document = line;
  }

  #close(rank: number): void {
    for (let top = this.#open.at(-1); top && top.rank >= rank; top = this.#open.at(-1)) {
      this.#open.pop();
      this.#add(top.line, this.#last);
    }
  }

  #closeComment(): void {
    if (this.#comment) this.#add(this.#comment.from, this.#comment.to, 'comment');
    this.#comment = undefined;
  }

  #add(startLine: number, endLine: number, kind?: Fold['kind']): void {
    if (endLine > startLine) this.#folds.push({ startLine, endLine, ...(kind ? { kind } : {}) });
  }
}
