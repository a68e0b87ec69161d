/**
 * What git's ignore files say of a path, as `git check-ignore --no-index` would, but for letters beyond ASCII, which git
 * takes byte by byte. Case counts on every system, so that the same files are found on all of them.
 */
import ignore, { type Ignore } from 'ignore';

export const IGNORE_FILE = '.gitignore';

/** Of one file. What comes after is passed over: paths are held against every line. */
const MOST_LINES = 10_000;

interface Rule {
  readonly pattern: string;
  /** The name, or with its dot the extension, that it matches; undefined where it takes more than that. */
  readonly key: string | undefined;
}

class Matcher {
  /** The package keeps its answers for good, and names of generated files have no end. */
  static readonly #MOST_ANSWERS = 50_000;

  readonly #rules: readonly Rule[];
  #matcher: Ignore | undefined;
  #answers = 0;

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  ignores(path: string): boolean {
    if (path === '' || this.#rules.length === 0) return false;
    if (!this.#matcher || ++this.#answers > Matcher.#MOST_ANSWERS) {
      this.#matcher = ignore({ ignorecase: false }).add(this.#rules.map(({ pattern }) => pattern));
      this.#answers = 0;
    }
    return this.#matcher.ignores(path);
  }
}

/** The rules in force in one folder: those of its own ignore file and of the files above it. Never changes. */
export class IgnoreRules {
  static readonly NONE = new IgnoreRules([]);

  readonly #rules: readonly Rule[];
  readonly #keys: ReadonlySet<string>;
  readonly #all: Matcher;
  /** Without those that match by name alone. */
  readonly #others: Matcher;

  private constructor(rules: readonly Rule[]) {
    this.#rules = rules;
    this.#keys = new Set(rules.flatMap(({ key }) => key ?? []));
    this.#all = new Matcher(rules);
    this.#others = new Matcher(rules.filter(({ key }) => key === undefined));
  }

  /**
   * These rules and those of a file further down, which outweigh them.
   * @param folder the file counts for: the path from where all paths begin, empty for that place itself
   * @param text of the ignore file
   */
  with(folder: string, text: string): IgnoreRules {
    const rules = text.split(/\r?\n/, MOST_LINES).flatMap((line) => ruleOf(line, folder) ?? []);
    return new IgnoreRules([...this.#rules, ...rules]);
  }

  /**
   * Is the path, or a folder it lies in, left out?
   * @param path from where all paths begin, with `/`; of a folder with one at its end
   */
  ignores(path: string): boolean {
    // Most rules are names, and hardly any path has one of them: then these rules change nothing.
    return (path.split('/').some((name) => this.#isNamed(name)) ? this.#all : this.#others).ignores(path);
  }

  #isNamed(name: string): boolean {
    const dot = name.lastIndexOf('.');
    return this.#keys.has(name) || (dot >= 0 && this.#keys.has(name.slice(dot)));
  }
}

/** `name` and `*.extension`, of files or folders. */
const BY_NAME = /^!?(?:\*(\.[^\s.*?[\\/]+)|([^\s*?[\\/]+))\/?$/;

/** A line of an ignore file as it would be written where all paths begin; undefined where it says nothing. */
function ruleOf(line: string, folder: string): Rule | undefined {
  if (line.startsWith('#')) return undefined;
  const sign = line.startsWith('!') ? '!' : '';
  const pattern = line.slice(sign.length);
  const name = pattern.replace(/ +$/, '').replace(/\/$/, '');
  if (name === '') return undefined;
  const [, extension, whole] = BY_NAME.exec(line) ?? [];
  const key = extension ?? whole;
  if (folder === '') return { pattern: line, key };
  // With a slash before its end a pattern begins at the folder of its file; without, it may match at any depth.
  const way = name.includes('/') ? '' : '/**';
  const below = pattern.startsWith('/') ? pattern : `/${pattern}`;
  return { pattern: `${sign}/${literally(folder)}${way}${below}`, key };
}

const literally = (path: string): string => path.replace(/[\\*?[\]]/g, '\\$&');
