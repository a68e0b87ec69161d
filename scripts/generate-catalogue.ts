/**
 * Compiles the YAML of server/data into typed modules, so that nothing is parsed at start-up.
 *
 *     tsx scripts/generate-catalogue.ts           write the modules
 *     tsx scripts/generate-catalogue.ts --check   exit 1 if they would change
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolveConfig } from 'prettier';
import { emitData, emitIds } from './catalogue/emit';
import { collectIds } from './catalogue/known-ids';
import { DATA_FILES, MODULES } from './catalogue/registry';
import { CatalogueError, parseSource } from './catalogue/source';

const ROOT = new URL('../', import.meta.url);
const OUTPUT = new URL('server/src/catalogue/', ROOT);

async function generate(): Promise<ReadonlyMap<URL, string>> {
  const files = [...new Set(DATA_FILES.map(({ file }) => file))];
  const texts = await Promise.all(
    files.map((file) => readFile(new URL(`server/data/${file}`, ROOT), 'utf8')),
  );
  const sources = new Map(
    files.map((file, index) => [file, parseSource(`server/data/${file}`, texts[index] ?? '')]),
  );
  const known = collectIds(sources);
  const style = (await resolveConfig(new URL('package.json', ROOT))) ?? {};
  const modules = MODULES.map(
    async (name) => [new URL(name, OUTPUT), await emitData(name, sources, known, style)] as const,
  );
  return new Map([
    [new URL('ids.generated.ts', OUTPUT), await emitIds(known, style)],
    ...(await Promise.all(modules)),
  ]);
}

async function main(check: boolean): Promise<number> {
  let stale = 0;
  for (const [url, code] of await generate()) {
    const before = await readFile(url, 'utf8').catch(() => '');
    if (before === code) continue;
    stale++;
    const name = url.pathname.slice(ROOT.pathname.length);
    if (check) console.error(`${name} is out of date: run tsx scripts/generate-catalogue.ts`);
    else await writeFile(url, code);
  }
  return check && stale > 0 ? 1 : 0;
}

main(process.argv.includes('--check')).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof CatalogueError ? error.message : error);
    process.exitCode = 2;
  },
);
