/**
 * What git's ignore files say of a path, as `git check-ignore --no-index` would, but for letters beyond ASCII, which git
 * takes byte by byte. Case counts on every system, so that the same files are found on all of them.
 */
import ignore, { type Ignore } from 'ignore';

export const IGNORE_FILE = '.gitignore';

/** Of one file. What comes after is passed over: every path is held against every line. */
const MOST_LINES = 10_000;

/** The package keeps its answers for good, and names of generated files have no end. */
const MOST_ANSWERS = 50_000;

/** The rules in force in one folder: those of its own ignore file and of the files above it. Never changes. */
export class IgnoreRules {
  static readonly NONE = new IgnoreRules([]);

  readonly #patterns: readonly string[];
  #matcher: Ignore | undefined;
  #answers = 0;

  private constructor(patterns: readonly string[]) {
    this.#patterns = patterns;
  }

  /**
   * These rules and those of a file further down, which outweigh them.
   * @param folder the file counts for: the path from where all paths begin, empty for that place itself
   * @param text of the ignore file
   */
  with(folder: string, text: string): IgnoreRules {
    const patterns = text
      .split(/\r?\n/, MOST_LINES)
      .flatMap((line) => (folder === '' ? line : (patternFromAbove(line, folder) ?? [])));
    return new IgnoreRules([...this.#patterns, ...patterns]);
  }

  /**
   * Is the path, or a folder it lies in, left out?
   * @param path from where all paths begin, with `/`; of a folder with one at its end
   */
  ignores(path: string): boolean {
    if (path === '' || this.#patterns.length === 0) return false;
    if (!this.#matcher || ++this.#answers > MOST_ANSWERS) {
      this.#matcher = ignore({ ignorecase: false }).add(this.#patterns);
      this.#answers = 0;
    }
    return this.#matcher.ignores(path);
  }
}

/** A line of an ignore file as it would be written in a file further up; undefined where it says nothing. */
function patternFromAbove(line: string, folder: string): string | undefined {
  if (line.startsWith('#')) return undefined;
  const sign = line.startsWith('!') ? '!' : '';
  const pattern = line.slice(sign.length);
  const name = pattern.replace(/ +$/, '').replace(/\/$/, '');
  if (name === '') return undefined;
  // With a slash before its end a pattern begins at the folder of its file; without, it may match at any depth.
  const way = name.includes('/') ? '' : '/**';
  const below = pattern.startsWith('/') ? pattern : `/${pattern}`;
  return `${sign}/${literally(folder)}${way}${below}`;
}

const literally = (path: string): string => path.replace(/[\\*?[\]]/g, '\\$&');
