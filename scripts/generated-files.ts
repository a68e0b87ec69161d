/** What every generator does with what it generated. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';

const ROOT = new URL('../', import.meta.url);

async function update(files: ReadonlyMap<string, string>, check: boolean): Promise<number> {
  let stale = 0;
  for (const [path, text] of files) {
    const url = new URL(path, ROOT);
    if ((await readFile(url, 'utf8').catch(() => undefined)) === text) continue;
    stale++;
    if (check) {
      console.error(`${path} is out of date: run npm run generate`);
      continue;
    }
    await mkdir(new URL('.', url), { recursive: true });
    await writeFile(url, text);
  }
  return check && stale > 0 ? 1 : 0;
}

/**
 * Runs a generator as a program: writes the files that changed, or with `--check` only says which would and exits 1.
 *
 * @param make gives text by path from the root of the repository
 */
export function runGenerator(make: () => Promise<ReadonlyMap<string, string>>): void {
  make()
    .then((files) => update(files, process.argv.includes('--check')))
    .then(
      (code) => (process.exitCode = code),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 2;
      },
    );
}
