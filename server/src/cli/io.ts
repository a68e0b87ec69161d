/** What a command may reach of the process it runs in; tests hand in their own. */
import type { createNodeHost } from '../node/host';

export interface Io {
  /** Writes to standard output. */
  out(text: string): void;
  /** Writes one line to standard error. */
  err(line: string): void;
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output shows colours. */
  readonly color: boolean;
  now(): Date;
  readonly createHost: typeof createNodeHost;
}

/** Exit codes, as the command line promises them. */
export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;

/** What the user typed cannot be done as typed: shown as one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
