/** A workspace on disk with things to approve, and what is asked of it. */
import { readFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Io } from '../../../../server/src/cli/io';
import { FILES } from '../../lock/workspace';
import { aims, folderWith, type Ran } from '../support';

export const organizationFolder = (changed: Readonly<Record<string, string>> = {}): string =>
  folderWith({ ...FILES, ...changed });

export const attest = (cwd: string, argv: readonly string[], io: Partial<Io> = {}): Promise<Ran> =>
  aims(['attest', ...argv], { cwd, ...io });

/** The clock says this. */
export const at = (time: string): Partial<Io> => ({ now: () => new Date(time) });

export const lockOf = (folder: string): string | undefined =>
  existsSync(join(folder, 'aims.lock')) ? readFileSync(join(folder, 'aims.lock'), 'utf8') : undefined;

/** Its lines but for the version and the note. */
export const recordsOf = (folder: string): readonly string[] =>
  (lockOf(folder) ?? '').split(/\r?\n/).filter((line) => line.includes(' content=sha256:'));

export function change(folder: string, path: string, from: string, to: string): void {
  const before = readFileSync(join(folder, path), 'utf8');
  if (!before.includes(from)) throw new Error(`${path} does not hold ${from}`);
  writeFileSync(join(folder, path), before.replace(from, to));
}

interface JsonApproval {
  readonly result: string;
  readonly part: string;
  readonly by?: string;
  readonly effective?: string;
  readonly email?: string;
  readonly expectedEmail?: string;
  readonly selfAttested?: boolean;
  readonly byOther?: boolean;
  readonly reason?: string;
}

export const approvalsIn = ({ out }: Ran): readonly JsonApproval[] =>
  (JSON.parse(out) as { approvals: JsonApproval[] }).approvals;

/** By part: what came of it. */
export const resultsIn = (ran: Ran): Readonly<Record<string, string>> =>
  Object.fromEntries(approvalsIn(ran).map(({ part, result }) => [part, result]));

/** The approvals that `aims check` calls suspect. */
export async function suspects(cwd: string, day = '2026-11-02'): Promise<readonly string[]> {
  const { out } = await aims(['check', '.', '--at', day, '--format', 'json'], { cwd });
  const { findings } = JSON.parse(out) as { findings: { rule: string; message: string; file: string }[] };
  return findings
    .filter(({ rule }) => rule === 'approval-suspect')
    .map(({ file, message }) => `${file}: ${message}`);
}
