/** What each draft of `aims init` ends with: the file is shown, or it is written and what comes next is said. */
import { fileURLToPath } from 'node:url';
import type { WrittenChange } from '../../fixes/edit';
import type { Engine } from '../engine';
import { EXIT, type Io } from '../io';
import { printable, quoted } from '../terminal';
import { pathFrom, type Asked } from './look';
import { writeFiles } from './write';

export interface Draft {
  readonly created: WrittenChange & { readonly kind: 'create' };
  /** What else is changed, in files that are there. */
  readonly edits: readonly WrittenChange[];
  /** Absolute path of a folder; nothing outside is written. */
  readonly root: string;
  /** What it was drafted from and what else is written, behind the name of the file: `drafted from 2 cards`. */
  readonly how: string;
  /** What people have to do, and the path to check then, as it can be typed. */
  readonly next: { readonly steps: string; readonly check: string };
}

/**
 * @returns the exit code
 * @throws {UsageError} where it cannot be written
 */
export async function deliver(
  { created, edits, root, how, next }: Draft,
  { failures, snapshot }: Engine,
  { isDryRun }: Pick<Asked, 'isDryRun'>,
  io: Io,
): Promise<number> {
  for (const line of failures) io.err(printable(line));
  const path = pathFrom(io, fileURLToPath(created.uri));
  const besides = how === '' ? '' : `, ${how}`;
  if (isDryRun) {
    io.out(created.text);
    // Not among the text: whoever keeps that has what would be written, to the byte.
    io.err(`${path} would be written${besides}`);
    return EXIT.clean;
  }
  await writeFiles(root, [created, ...edits], snapshot, io);
  io.out(`Wrote ${path}${besides}.

Next: ${next.steps}

  aims check ${quoted(next.check)}
`);
  return EXIT.clean;
}
