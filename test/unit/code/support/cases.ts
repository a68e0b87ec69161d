/** Cases of `cases.yaml` and `cases-javascript.yaml`: how a call of a library looks, and what it must be taken for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CallLine } from '../../../../server/src/code/signalTable';
import type { Signals } from '../../../../server/src/code/signals';
import type { SignalKind } from '../../../../server/src/code/types';

interface Expected {
  readonly library: string;
  /** In the code `$` stands for what is imported, whichever way it was imported. */
  readonly code: string;
  readonly kind: SignalKind | 'none';
  readonly target: string | undefined;
  readonly provider: string | undefined;
}

export interface LibraryCase extends Expected {
  readonly path: string;
}

export interface JavaScriptCase extends Expected {
  readonly module: string;
  /** `default` for the default export. */
  readonly name: string;
}

type Tail = [kind: Expected['kind'], target?: string | null, provider?: string];

const read = <Row>(file: string): Row[] => parse(readFileSync(join(__dirname, file), 'utf8')) as Row[];

export const LIBRARY_CASES: readonly LibraryCase[] = read<
  [library: string, path: string, code: string, ...Tail]
>('cases.yaml').map(([library, path, code, kind, target, provider]) => ({
  library,
  path,
  code,
  kind,
  target: target ?? undefined,
  provider,
}));

export const JAVASCRIPT_CASES: readonly JavaScriptCase[] = read<
  [library: string, module: string, name: string, code: string, ...Tail]
>('cases-javascript.yaml').map(([library, module, name, code, kind, target, provider]) => ({
  library,
  module,
  name,
  code,
  kind,
  target: target ?? undefined,
  provider,
}));

/** Lines of a table that decide about no call while `run` reads the cases. */
export function untestedLines(signals: Signals, lines: readonly CallLine[], run: () => void): string[] {
  const decided = new Set<CallLine>();
  const linesFor = signals.linesFor.bind(signals);
  signals.linesFor = (path) => {
    const fitting = linesFor(path);
    for (const line of fitting) {
      decided.add(line);
      if (holdsAlways(line)) break;
    }
    return fitting;
  };
  run();
  signals.linesFor = linesFor;
  return lines.filter((line) => !decided.has(line)).map(({ call }) => call);
}

/** A line that asks nothing of arguments or names: lines behind it are not reached. */
function holdsAlways({ given, equals, named, unlessNone }: CallLine): boolean {
  return !given && !equals && !named && unlessNone === undefined;
}
