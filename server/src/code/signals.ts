/** The table of signals, ready to be asked: which line a dotted name matches, which library it belongs to. */
import { fitting, rootOf, rootsOf } from './pattern';
import { SIGNALS } from './signals.generated';
import type { CallLine, Convention, LanguageTable, ReadLine } from './signalTable';

/** Dotted names that are remembered. */
const MAX_ASKED = 10_000;

/** A line of the table. */
interface Line {
  readonly line: CallLine;
  readonly fits: (name: string) => boolean;
}

/** The calls of one programming language. */
export class Signals {
  readonly conventions: readonly Convention[];
  readonly fluent: ReadonlySet<string>;
  /** Import roots that can lead to a signal. */
  readonly roots: ReadonlySet<string>;
  private readonly reads: readonly { readonly line: ReadLine; readonly fits: (name: string) => boolean }[];
  private readonly readRoots: ReadonlySet<string>;
  private readonly byRoot = new Map<string, Line[]>();
  /** Answers to the last questions: a file asks the same again with every keystroke. */
  private readonly asked = new Map<string, readonly CallLine[]>();
  private readonly aliases: readonly (readonly [string, string])[];
  private readonly handedOn: ReadonlySet<string>;

  constructor(table: LanguageTable) {
    this.conventions = table.conventions;
    this.fluent = new Set(table.fluent);
    this.handedOn = new Set(table.handedOn);
    this.aliases = Object.entries(table.aliases).sort(([one], [other]) => other.length - one.length);
    for (const each of table.calls) {
      const line = { line: each, fits: fitting(each.call) };
      for (const root of rootsOf(each.call)) {
        const lines = this.byRoot.get(root) ?? [];
        lines.push(line);
        this.byRoot.set(root, lines);
      }
    }
    this.reads = table.reads.map((line) => ({ line, fits: fitting(line.call) }));
    this.readRoots = new Set(table.reads.flatMap(({ call }) => rootsOf(call)));
    this.roots = new Set([
      ...this.byRoot.keys(),
      ...this.aliases.map(([name]) => rootOf(name)),
      ...table.conventions.flatMap(({ beside = [] }) => beside.map(rootOf)),
    ]);
  }

  /** Lines whose pattern fits a dotted name, in order of the table. */
  linesFor(path: string): readonly CallLine[] {
    const known = this.asked.get(path);
    if (known) return known;
    const name = this.canonical(path);
    const lines = this.byRoot.get(rootOf(name))?.filter(({ fits }) => fits(name)) ?? [];
    const found = lines.map(({ line }) => line);
    if (this.asked.size >= MAX_ASKED) this.asked.clear();
    this.asked.set(path, found);
    return found;
  }

  /** How a function that reads files of data names them; undefined for any other function. */
  readerOf(path: string): ReadLine | undefined {
    if (!this.readRoots.has(rootOf(path))) return undefined;
    return this.reads.find(({ fits }) => fits(path))?.line;
  }

  /** Whether the table says anything of a library, by its import root. */
  knows(root: string): boolean {
    return this.roots.has(root);
  }

  /** Every library the table has a signal of. */
  get libraries(): ReadonlySet<string> {
    const signals = [...this.byRoot].flatMap(([root, lines]) =>
      lines.filter(({ line }) => line.kind !== 'none').map(({ line }) => line.library ?? distribution(root)),
    );
    return new Set(signals);
  }

  /** What a library is called where it is imported as `root`, e.g. `scikit-learn` for `sklearn`. */
  libraryNamed(root: string): string {
    const lines = this.byRoot.get(rootOf(root)) ?? [];
    const named = lines.find(({ line }) => line.kind !== 'none' && line.call.startsWith(`${root}.`));
    return named?.line.library ?? distribution(root);
  }

  /** @returns the dotted name with a library's other names replaced, e.g. `tensorflow.keras.Model` -> `keras.Model` */
  canonical(path: string): string {
    for (const [name, replacement] of this.aliases) {
      if (path.startsWith(name) && /^(?:[./([]|$)/.test(path.slice(name.length, name.length + 1)))
        return replacement + path.slice(name.length);
    }
    return path;
  }

  /** `.compat.torch` -> `torch`: what a project's own module hands on keeps its name. */
  originOf(path: string): string {
    const name = path.slice(path.lastIndexOf('.') + 1);
    return this.handedOn.has(name) && !this.roots.has(rootOf(path)) ? name : path;
  }
}

/** What a package is called where the table does not say: like what is imported. Those of npm keep their `_`. */
export function distribution(root: string): string {
  return root.includes('/') ? root : root.replaceAll('_', '-');
}

export const PYTHON = new Signals(SIGNALS.python);
export const JAVASCRIPT = new Signals(SIGNALS.javascript);
