/** What Python costs: many files found once, and a keystroke in a long one, beside what nobody can do without. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parser } from '@lezer/python';
import { analyseCode, newMemory } from '../../server/src/code';
import { LanguageServer, type ServerSpec } from './client';
import { pythonFile } from './generate';
import { median, series, type Row } from './statistics';

const TYPING = { warmUp: 10, runs: 60 };
const READING = { warmUp: 1, runs: 3 };
const AT_ONCE = 16;
const LONG = 5_000;
const IMPORT = /^\s*(?:from|import) sklearn\b/m;

/** Milliseconds of CPU of this process, all threads. */
async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A letter is typed and taken back behind a `return` in the middle, with what was read before; beside it one parse of all. */
export async function keystrokeInPython(): Promise<Row> {
  const text = pythonFile(LONG, true);
  const at = text.indexOf('return', text.length / 2);
  const other = `${text.slice(0, at)}x${text.slice(at)}`;
  const memory = newMemory();
  let isTyped = false;
  const read = (): unknown => {
    isTyped = !isTyped;
    return analyseCode('long.py', isTyped ? other : text, 'all', memory);
  };
  return {
    step: `keystroke in ${LONG.toLocaleString('en')} lines of Python (CPU)`,
    ours: median(await series(TYPING, () => cpuOf(read))),
    peer: median(await series(TYPING, () => cpuOf(() => parser.parse(text)))),
  };
}

/** Reading every Python file below a folder and looking for an import of a library in it. */
async function plainSearch(folder: string): Promise<number> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.py'),
  );
  const search = async (): Promise<void> => {
    const queue = paths.values();
    const worker = async (): Promise<void> => {
      for (const path of queue) IMPORT.test(await readFile(join(folder, path), 'utf8'));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };
  return median(await series(READING, () => cpuOf(search)));
}

async function diagnosed(spec: ServerSpec, folder: string): Promise<number> {
  const server = await LanguageServer.start(spec, folder);
  const cost = await server.costOf(() => server.request('workspace/diagnostic', { previousResultIds: [] }));
  await server.stop();
  return cost;
}

/**
 * What Python files add to the diagnostics of a workspace, on the CPU of the server.
 * @param folder with the files
 * @param without the same folder without them
 */
export async function manyPythonFiles(
  spec: ServerSpec,
  { folder, without, count }: { folder: string; without: string; count: number },
): Promise<Row> {
  const all = median(await series(READING, () => diagnosed(spec, folder)));
  const none = median(await series(READING, () => diagnosed(spec, without)));
  return {
    step: `${count.toLocaleString('en')} Python files add (CPU)`,
    ours: all - none,
    peer: await plainSearch(folder),
  };
}
