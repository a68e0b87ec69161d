/** The table of signals, ready to be asked: which line a dotted name matches, which class a word belongs to. */
import { SIGNALS } from './signals.generated';
import { compilePattern } from './pattern';
import type { CallLine } from './signalTable';
import type { Value } from './python/values';

interface CompiledLine {
  readonly pattern: RegExp;
  readonly line: CallLine;
}

const byRoot = new Map<string, CompiledLine[]>();
for (const line of SIGNALS.calls) {
  const root = rootOf(line.call);
  const lines = byRoot.get(root) ?? [];
  lines.push({ pattern: compilePattern(line.call), line });
  byRoot.set(root, lines);
}

const aliases = Object.entries(SIGNALS.aliases).sort(([one], [other]) => other.length - one.length);

/** Import roots that can lead to a signal. */
export const LIBRARY_ROOTS: readonly string[] = [
  ...new Set([
    ...byRoot.keys(),
    ...aliases.map(([name]) => rootOf(name)),
    ...SIGNALS.conventions.flatMap(({ beside = [] }) => beside.map(rootOf)),
  ]),
];
const handedOn = new Set(SIGNALS.handedOn);
const libraryRoots = new Set(LIBRARY_ROOTS);

/** Lines whose pattern fits a dotted name, in order of the table. */
export function linesFor(path: string): CallLine[] {
  const name = canonical(path);
  return (byRoot.get(rootOf(name)) ?? []).filter(({ pattern }) => pattern.test(name)).map(({ line }) => line);
}

/** What a library is called where it is imported as `root`, e.g. `scikit-learn` for `sklearn`. */
export function libraryNamed(root: string): string {
  const lines = byRoot.get(rootOf(root)) ?? [];
  return (
    lines.find(({ line }) => line.kind !== 'none' && line.call.startsWith(`${root}.`))?.line.library ?? root
  );
}

/** @returns the dotted name with a library's other names replaced, e.g. `tensorflow.keras.Model` -> `keras.Model` */
export function canonical(path: string): string {
  for (const [name, replacement] of aliases) {
    if (path === name || path.startsWith(`${name}.`)) return replacement + path.slice(name.length);
  }
  return path;
}

export function rootOf(path: string): string {
  return /^[^.()[\]]*/.exec(path)?.[0] ?? '';
}

/** Whether a value is something the file or the table can explain, rather than from code we don't see. */
export function explained(value: Value | undefined): boolean {
  return value !== undefined && (value.is !== 'library' || libraryRoots.has(rootOf(value.path)));
}

/** `.compat.torch` -> `torch`: what a project's own module hands on keeps its name. */
export function originOf(path: string): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return handedOn.has(name) && !libraryRoots.has(rootOf(path)) ? name : path;
}
