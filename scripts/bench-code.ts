/**
 * Measures the facts read from ML code against hand-labelled lines of public repositories.
 *
 *   tsx scripts/bench-code.ts LABELS REPOS [--all]
 *
 * LABELS: folder of YAML files `{repo, items: [{file, line, kind, cell?, cell_line?, trap_for?, strict?}]}`. REPOS: folder
 * with a checkout of each repository beside the others, `owner__name/`. Prints recall per kind, the labels that were
 * missed and the traps that were taken for a signal; `strict: false` counts only with `--all`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { analyseCode, type Signal } from '../server/src/code/index';

interface Label {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly kind: string;
  readonly cell?: number;
  readonly cell_line?: number;
  readonly cell_type?: string;
  readonly trap_for?: readonly string[];
  readonly strict?: boolean;
}

interface Score {
  hits: number;
  total: number;
}

/** Kinds the labels know; a signal of another kind on a trap is no false positive. */
const LABELLED_KINDS: readonly string[] = ['model-load', 'dataset-load', 'ai-api-call', 'train', 'save'];

const [labels = '', repos = ''] = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const scores = new Map<string, Score>();
const score = (kind: string): Score => {
  const known = scores.get(kind) ?? { hits: 0, total: 0 };
  scores.set(kind, known);
  return known;
};

for (const file of readdirSync(labels)
  .filter((name) => name.endsWith('.yaml'))
  .sort()) {
  const folder = join(repos, file.slice(0, -'.yaml'.length));
  const { items } = parse(readFileSync(join(labels, file), 'utf8')) as { items: readonly Label[] };
  for (const label of items) {
    if (label.strict === false && !process.argv.includes('--all')) continue;
    if (!/\.(?:py|ipynb|[cm]?[jt]sx?)$/.test(label.file)) continue;
    const path = join(folder, label.file);
    if (existsSync(path)) judge(file, label, readFileSync(path, 'utf8'));
    else console.log(`absent  ${file} ${label.file}`);
  }
}

for (const [kind, { hits, total }] of [...scores].sort()) {
  const what = kind === 'trap' ? 'taken for a signal' : 'found';
  console.log(`${kind.padEnd(14)} ${hits}/${total} ${what} (${((100 * hits) / total).toFixed(1)} %)`);
}

function judge(file: string, label: Label, text: string): void {
  const facts = analyseCode(label.file, text);
  if (facts?.unreadable !== undefined) console.log(`unread  ${file} ${label.file}: ${facts.unreadable}`);
  const here = (facts?.signals ?? []).filter((signal) => isAt(signal, label));
  const trap = label.kind === 'trap';
  const wanted = trap ? (label.trap_for ?? LABELLED_KINDS) : [label.kind];
  const hit = here.some(({ kind }) => wanted.includes(kind));
  const known = score(label.kind);
  known.total++;
  if (hit) known.hits++;
  if (hit === trap) {
    const found = here.map(({ kind, callee }) => `${kind} ${callee}`).join(', ');
    const cell = label.cell === undefined ? '' : ` cell ${label.cell}:${label.cell_line ?? 0}`;
    console.log(
      `${trap ? 'false ' : 'missed'}  ${file} ${label.file}:${label.line}${cell} ${label.kind} | ${label.text} | ${found}`,
    );
  }
}

function isAt(signal: Signal, label: Label): boolean {
  const line = signal.range.end.line + 1;
  if (label.cell === undefined) return signal.cell === undefined && line === label.line;
  return signal.cell === label.cell && line === label.cell_line;
}
