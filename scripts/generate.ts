/**
 * Runs every generator, each after those whose output it reads.
 *
 *     tsx scripts/generate.ts           write what they generate
 *     tsx scripts/generate.ts --check   exit 1 if anything would change
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const GENERATORS = [
  'catalogue',
  'requirements',
  'signals',
  'grammars',
  'rules',
  'schema',
  'snippets',
  'manifest',
];

const cli = createRequire(import.meta.url).resolve('tsx/cli');
const options = process.argv.includes('--check') ? ['--check'] : [];

let worst = 0;
for (const name of GENERATORS) {
  const script = fileURLToPath(new URL(`generate-${name}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, [cli, script, ...options], { stdio: 'inherit' });
  worst = Math.max(worst, status ?? 2);
}
process.exitCode = worst;
