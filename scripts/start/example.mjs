import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vscode/paths.mjs';

/** The day on which the README walks through the example: later, its reviews would be overdue. */
const exampleDay = '2026-11-01';

/**
 * Makes the copy of the example that people work in, or keeps the one they have.
 *
 * @param {{fresh: boolean}} options `fresh` throws an existing copy away
 * @returns {{folder: string, kept: boolean}}
 */
export function copyExample({ fresh }) {
  const folder = join(root, '.scratch', 'northwind');
  if (existsSync(folder) && !fresh) return { folder, kept: true };
  const example = join(root, 'examples', 'northwind');
  if (!existsSync(example)) throw new Error('examples/northwind is missing: is this a complete clone?');
  rmSync(folder, { recursive: true, force: true });
  cpSync(example, folder, { recursive: true });
  const settings = join(folder, '.vscode', 'settings.json');
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  const own = existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : {};
  writeFileSync(settings, `${JSON.stringify({ ...own, 'aims.at': exampleDay }, null, 2)}\n`);
  return { folder, kept: false };
}
