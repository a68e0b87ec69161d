/** What `aims init` is asked for, and what is there. */
import { relative } from 'node:path';
import type { WorkspaceHost } from '../../workspace/host';
import { today } from '../day';
import { openEngines, type Engine } from '../engine';
import { UsageError, type Io } from '../io';
import { onDisk } from '../source';
import type { Target } from '../target';
import { printable } from '../terminal';

export interface Asked {
  /** The path, as typed. */
  readonly typed: string | undefined;
  /** Is it to be shown only? */
  readonly isDryRun: boolean;
}

export interface Looked {
  readonly target: Target;
  readonly engine: Engine;
  readonly host: WorkspaceHost;
  /** The path, as it can be typed. */
  readonly given: string;
}

/** @throws {UsageError} where the path cannot be read */
export async function lookAt(given: string, io: Io): Promise<Looked> {
  const source = onDisk(io);
  const target = await source.target(given);
  const [engine] = await openEngines([target], today(io), source);
  if (!engine) throw new UsageError(`${printable(given)} cannot be read`);
  return { target, engine, host: source.host([target.folder], target.root), given };
}

/** A path as it is shown: from the working directory. */
export const pathFrom = ({ cwd }: Pick<Io, 'cwd'>, path: string): string => printable(relative(cwd, path));
