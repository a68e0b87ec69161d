/**
 * Half-typed source: brackets and texts that nobody closed. A parser takes what follows for a part of them, so their
 * lines are left out, and the rest can be read as it stood before.
 */

/** What a scan of source tells; texts and comments are passed over. */
export type Sign =
  | { readonly is: 'open' | 'close'; readonly at: number }
  /** A line ends that is not inside a text. */
  | { readonly is: 'line'; readonly at: number }
  /** The rest of the line is a comment. */
  | { readonly is: 'comment'; readonly at: number }
  /** A text or comment of several lines begins and never ends; nothing comes after it. */
  | { readonly is: 'endless'; readonly at: number };

export type Scan = (source: string) => Iterable<Sign>;

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Opened {
  readonly line: number;
  readonly indent: number;
}

/** Texts without an end that are left out one after the other: more are no slip of the hand. */
const MOST_ENDLESS = 3;

/** @returns a text of the same length and lines; none where everything is closed */
export function withoutHalfTyped(source: string, scan: Scan): readonly string[] {
  let mended = source;
  for (let again = 0; again <= MOST_ENDLESS; again++) {
    const { open, endless } = openIn(mended, scan);
    mended = leftOut(mended, endless ? [...open, endless] : open);
    if (!endless) break;
  }
  return mended === source ? [] : [mended];
}

/** Lines with a bracket that stays open, as far as their comments. */
function openIn(source: string, scan: Scan): { readonly open: readonly Span[]; readonly endless?: Span } {
  const lines: Span[] = [];
  const unclosed = new Set<number>();
  const stack: Opened[] = [];
  let from = 0;
  let comment: number | undefined;
  for (const sign of scan(source)) {
    const { at } = sign;
    switch (sign.is) {
      case 'line':
        lines.push({ from, to: comment ?? at });
        from = at + 1;
        comment = undefined;
        break;
      case 'comment':
        comment = at;
        break;
      case 'open':
        stack.push({ line: lines.length, indent: indentOf(source, from) });
        break;
      case 'close': {
        const indent = indentOf(source, from);
        // Where a line starts with a bracket, what began further in than the line was to be closed before.
        if (from + indent === at)
          for (
            let last = stack.at(-1);
            last && last.indent > indent && stack.length > 1;
            last = stack.at(-1)
          ) {
            unclosed.add(last.line);
            stack.pop();
          }
        stack.pop();
        break;
      }
      case 'endless':
        return { open: [], endless: lineAround(source, at) };
    }
  }
  lines.push({ from, to: comment ?? source.length });
  for (const { line } of stack) unclosed.add(line);
  return { open: lines.filter((_, line) => unclosed.has(line)) };
}

function lineAround(source: string, at: number): Span {
  const end = source.indexOf('\n', at);
  return { from: source.lastIndexOf('\n', at - 1) + 1, to: end < 0 ? source.length : end };
}

function indentOf(source: string, lineStart: number): number {
  let at = lineStart;
  while (source.charCodeAt(at) === 32 || source.charCodeAt(at) === 9) at++;
  return at - lineStart;
}

/** What a line gives a value to: that value is not known then, and no older one holds. */
const ASSIGNED = /^[ \t]*(?:export[ \t]+)?(?:(?:const|let|var)[ \t]+)?[\w$.]+[ \t]*=(?![=>])/;

const blankOf = (text: string): string => text.replace(/[^\r\n]/g, ' ');

function leftOut(source: string, spans: readonly Span[]): string {
  let result = '';
  let done = 0;
  for (const { from, to } of spans) {
    const line = source.slice(from, to);
    const head = ASSIGNED.exec(line)?.[0] ?? '';
    const rest = blankOf(line.slice(head.length));
    const isKept = head !== '' && rest.startsWith(' ');
    result += source.slice(done, from) + (isKept ? `${head}_${rest.slice(1)}` : blankOf(head) + rest);
    done = to;
  }
  return result + source.slice(done);
}

/**
 * Leaves a line out at a syntax error: the one the error is in, or the one above, whose end is missing (`const x =`,
 * `for i`). What is called in it may tell something, and is kept.
 * @param error where the first one is
 * @returns texts to try, the likeliest first
 */
export function withoutBrokenLine(source: string, _scan: Scan, error: number): readonly string[] {
  let at = error;
  while (at > 0 && source.charCodeAt(at - 1) <= 32) at--;
  const broken = lineAround(source, Math.max(0, at - 1));
  const above = lineAround(source, Math.max(0, broken.from - 1));
  return [broken, ...(above.from < broken.from ? [above] : [])].flatMap((line) => {
    const text = source.slice(line.from, line.to);
    return text.includes('(') || text.trim() === '' ? [] : [leftOut(source, [line])];
  });
}
