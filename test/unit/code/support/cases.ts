/** Cases of `cases.yaml`: how a call of a library looks in code, and what it must be taken for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { SignalKind } from '../../../../server/src/code/types';

export interface LibraryCase {
  readonly library: string;
  /** What is imported; `$` in the code stands for it, whichever way it was imported. */
  readonly path: string;
  readonly code: string;
  readonly kind: SignalKind;
  readonly target: string | undefined;
  readonly provider: string | undefined;
}

type Row = [
  library: string,
  path: string,
  code: string,
  kind: SignalKind,
  target?: string | null,
  provider?: string,
];

const rows = parse(readFileSync(join(__dirname, 'cases.yaml'), 'utf8')) as Row[];

export const LIBRARY_CASES: readonly LibraryCase[] = rows.map(
  ([library, path, code, kind, target, provider]) => ({
    library,
    path,
    code,
    kind,
    target: target ?? undefined,
    provider,
  }),
);
