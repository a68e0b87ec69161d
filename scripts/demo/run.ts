/** Breaks a copy of the example and looks at what is found. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNodeHost } from '../../server/src/node/host';
import { createLanguageService } from '../../server/src/service';
import type { Break, Edit } from './breaks';

const EXAMPLE = fileURLToPath(new URL('../../examples/northwind/', import.meta.url));

/** The day the example is read at. */
export const DAY = '2026-11-01';

export interface Found {
  /** `path:line severity rule`. */
  readonly line: string;
  readonly message: string;
}

/**
 * What is found once the edits are made, beyond what the example leaves open on purpose.
 * @throws Error where an edit does not fit the example
 */
export async function findAfter(edits: readonly Edit[]): Promise<readonly Found[]> {
  const folder = await mkdtemp(join(tmpdir(), 'aims-demo-'));
  try {
    await cp(EXAMPLE, folder, { recursive: true });
    const before = await findIn(folder);
    for (const edit of edits) await apply(folder, edit);
    const known = new Set(before.map(({ line, message }) => `${line} ${message}`));
    return (await findIn(folder)).filter(({ line, message }) => !known.has(`${line} ${message}`));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function apply(folder: string, { file, from, to }: Edit): Promise<void> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} does not hold this once: ${from}`);
  await writeFile(
    path,
    text.replace(from, () => to),
  );
}

async function findIn(folder: string): Promise<readonly Found[]> {
  const host = createNodeHost([folder]);
  const root = `${host.roots()[0] ?? ''}/`;
  const warn = (message: string): never => {
    throw new Error(message);
  };
  const service = createLanguageService({ host, clock: { today: () => DAY }, log: { warn } });
  const snapshot = await service.snapshot();
  return service.files(snapshot).flatMap((uri) =>
    service.findings(snapshot, uri).map(({ range, severity, rule, message }) => ({
      line: `${uri.slice(root.length)}:${range.start.line + 1} ${severity} ${rule}`,
      message,
    })),
  );
}

/** Lines that are expected and not found, and found and not expected. */
export function compare(
  { finds }: Break,
  found: readonly Found[],
): { readonly missing: readonly string[]; readonly extra: readonly Found[] } {
  return {
    missing: finds.filter((line) => !found.some((each) => each.line === line)),
    extra: found.filter(({ line }) => !finds.includes(line)),
  };
}
