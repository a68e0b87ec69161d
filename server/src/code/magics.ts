/**
 * IPython lines that are not Python (`%matplotlib inline`, `!pip install x`, `%%bash`), in cells and exported scripts.
 * They become blanks of the same length, so that every other position stays right.
 */

/** Cell magics whose body is Python and runs here. */
const PYTHON_CELLS = new Set([
  'time',
  'timeit',
  'capture',
  'prun',
  'memit',
  'python',
  'python3',
  'pypy',
  'debug',
]);
/** Line magics whose rest is Python: `%time model.fit(X, y)`. */
const PYTHON_LINES = /^%(?:time|timeit|prun|memit|lprun|mprun|debug)\b(?:[ \t]+-\w+(?:[ \t]+\d+)?)*[ \t]*/;
const MAYBE_MAGIC = /^[ \t]*[%!?]|\?[ \t]*$|=[ \t]*[!%]/m;

/** @returns text of the same length and lines; a byte order mark is blanked too */
export function blankMagics(text: string): string {
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  if (!MAYBE_MAGIC.test(source)) return source;
  const cell = /^\s*%%(\w+)([^\r\n]*)/.exec(source);
  if (cell && !isPythonCell(cell[1] ?? '', cell[2] ?? '')) return blank(source);
  return blankLines(source.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []);
}

/** Python that a cell writes to a file is the project's code too. */
function isPythonCell(magic: string, rest: string): boolean {
  return PYTHON_CELLS.has(magic) || (/^(?:writefile|file)$/.test(magic) && /\.py\s*$/.test(rest));
}

function blankLines(lines: readonly string[]): string {
  const state: LineState = { depth: 0, quote: undefined };
  let continued = false;
  let inCommand = false;
  let result = '';
  for (const line of lines) {
    const fresh = !continued && state.depth === 0 && state.quote === undefined;
    const python: string = inCommand ? blank(line) : fresh ? blankLine(line) : line;
    const endsOpen = /\\\s*$/.test(line);
    inCommand = endsOpen && python.trim() === '';
    continued = endsOpen && !inCommand;
    scan(python, state);
    result += python;
  }
  return result;
}

function blankLine(line: string): string {
  const body = line.trimStart();
  const indent = line.slice(0, line.length - body.length);
  const python = PYTHON_LINES.exec(body)?.[0];
  if (python !== undefined) return indent + blank(python) + body.slice(python.length);
  if (/^[%!?]/.test(body)) return blank(line);
  if (/^[\w.]+\?{1,2}\s*$/.test(body)) return blank(line);
  const assigned = /^[\w, .]+=[ \t]*(?=[!%]\w)/.exec(body)?.[0];
  if (assigned === undefined) return line;
  return `${indent}${assigned}0${blank(body.slice(assigned.length + 1))}`;
}

/** Blanks that keep line breaks. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

interface LineState {
  /** Open brackets. */
  depth: number;
  /** The open triple quote. */
  quote: string | undefined;
}

const TOKENS = /"{3}|'{3}|"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\\r\n])*'|#[^\r\n]*|[()[\]{}]/g;

/** Follows brackets and triple-quoted strings over one line. */
function scan(line: string, state: LineState): void {
  let at = 0;
  while (at < line.length) {
    if (state.quote !== undefined) {
      const end = line.indexOf(state.quote, at);
      if (end < 0) return;
      at = end + 3;
      state.quote = undefined;
      continue;
    }
    TOKENS.lastIndex = at;
    const found = TOKENS.exec(line);
    if (!found) return;
    const token = found[0];
    at = found.index + token.length;
    if (token === '"""' || token === "'''") state.quote = token;
    else if ('([{'.includes(token)) state.depth++;
    else if (')]}'.includes(token)) state.depth = Math.max(0, state.depth - 1);
  }
}
