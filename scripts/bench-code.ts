/**
 * Measures what is read from code.
 *
 *   npm run bench:code -- LABELS [REPOS] [--all]            against labelled lines (bench-code-labels.ts)
 *   npm run bench:code -- --noise [--list FILE] FOLDER...   what the rules say of folders of code (bench-code-noise.ts)
 *
 * LABELS and REPOS may stand in the environment's BENCH_CODE_LABELS and BENCH_CODE_REPOS. Exits 1 below 95 % recall or above
 * 2 % of the traps. With `--noise` a reader judges: `--list` writes every finding and call into a file.
 */
import { parseArgs } from 'node:util';
import { benchLabels } from './bench-code-labels';
import { benchNoise } from './bench-code-noise';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { noise: { type: 'boolean' }, list: { type: 'string' }, all: { type: 'boolean', default: false } },
});

if (values.noise) {
  if (positionals.length === 0) throw new Error('Name folders of code.');
  void benchNoise(positionals, values.list);
} else {
  const [labels = process.env.BENCH_CODE_LABELS, repos = process.env.BENCH_CODE_REPOS] = positionals;
  if (labels === undefined) throw new Error('Name the folder of labels, or set BENCH_CODE_LABELS.');
  if (!benchLabels(labels, { repos, all: values.all })) process.exitCode = 1;
}
