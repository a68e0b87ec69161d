/**
 * Compiles `server/data/signals.yaml` into `server/src/code/signals.generated.ts`, so that nothing is parsed at start-up.
 * `--check` writes nothing and exits 1 where the generated file is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileSignals } from './signals/compile';

const root = new URL('../', import.meta.url);
const source = new URL('server/data/signals.yaml', root);
const target = new URL('server/src/code/signals.generated.ts', root);

const generated = compileSignals(readFileSync(source, 'utf8'));

if (!process.argv.includes('--check')) {
  writeFileSync(target, generated);
} else if (readFileSync(target, 'utf8') !== generated) {
  console.error(`${fileURLToPath(target)} is out of date: run scripts/generate-signals.ts`);
  process.exitCode = 1;
}
