/**
 * Measures the facts read from ML code against hand-labelled lines of public repositories: recall and false positives by
 * kind, language and library, and each label that was missed or trap that was taken for a signal.
 *
 * A file that is not there is judged by the line of its label alone and counted apart: without its imports a line tells
 * little.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { analyseCode, type CodeFacts, type Signal } from '../server/src/code/index';

interface Label {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly kind: string;
  readonly cell?: number;
  readonly cell_line?: number;
  readonly trap_for?: readonly string[];
  readonly strict?: boolean;
}

interface Score {
  hits: number;
  total: number;
}

/** Kinds the labels know; a signal of another kind on a trap is no false positive. */
const LABELLED_KINDS: readonly string[] = ['model-load', 'dataset-load', 'ai-api-call', 'train', 'save'];
const CODE = /\.(?:py|ipynb|[cm]?[jt]sx?)$/;
const MIN_RECALL = 0.95;
const MAX_TRAPS = 0.02;

const scores = new Map<string, Score>();
/** Positives found, by the library of the signal. */
const libraries = new Map<string, number>();
const missed: string[] = [];

interface LabelOptions {
  /** A checkout of each repository at its commit, `owner__name/`. */
  readonly repos: string | undefined;
  /** Labels with `strict: false` count too. */
  readonly all: boolean;
}

/**
 * @param labels folder of YAML files `{repo, items: [{file, line, text, kind, cell?, cell_line?, trap_for?, strict?}]}`
 * @returns false below 95 % recall, above 2 % of the traps, and where none of the files is there
 */
export function benchLabels(labels: string, { repos, all }: LabelOptions): boolean {
  for (const file of readdirSync(labels)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const repo = file.slice(0, -'.yaml'.length);
    const { items } = parse(readFileSync(join(labels, file), 'utf8')) as { items: readonly Label[] };
    for (const label of items) {
      if (label.strict === false && !all) continue;
      if (CODE.test(label.file)) judge(repos, repo, label);
    }
  }
  return report();
}

function judge(repos: string | undefined, repo: string, label: Label): void {
  const path = repos === undefined ? undefined : join(repos, repo, label.file);
  const whole = path !== undefined && existsSync(path);
  const facts = whole ? analyseCode(label.file, readFileSync(path, 'utf8')) : lineAlone(label);
  if (facts?.unreadable !== undefined) missed.push(`unread  ${repo} ${label.file}: ${facts.unreadable}`);
  const here = (facts?.signals ?? []).filter((signal) => !whole || isAt(signal, label));
  const trap = label.kind === 'trap';
  const wanted = trap ? (label.trap_for ?? LABELLED_KINDS) : [label.kind];
  const found = here.find(({ kind }) => wanted.includes(kind));
  if (!whole) {
    count(`line alone: ${label.kind}`, found !== undefined);
    return;
  }
  count(label.kind, found !== undefined);
  const language = /\.[cm]?[jt]sx?$/.test(label.file) ? 'JavaScript' : 'Python';
  count(`${language} ${trap ? 'traps' : 'positives'}`, found !== undefined);
  if (found && !trap) libraries.set(found.library, (libraries.get(found.library) ?? 0) + 1);
  if ((found !== undefined) === trap) {
    const instead = here.map(({ kind, callee }) => `${kind} ${callee}`).join(', ');
    missed.push(
      `${trap ? 'false ' : 'missed'}  ${repo} ${label.file}:${label.line} ${label.kind} | ${label.text} | ${instead}`,
    );
  }
}

/** The line of a notebook stands in its JSON, between quotes. */
function lineAlone({ file, text }: Label): CodeFacts | undefined {
  const notebook = file.endsWith('.ipynb');
  const line = notebook ? text.replace(/^"|(?:\\n)?",?$/g, '').replaceAll('\\"', '"') : text;
  return analyseCode(notebook ? 'cell.py' : file, line.trim(), 'all');
}

function isAt(signal: Signal, label: Label): boolean {
  const line = signal.range.end.line + 1;
  if (label.cell === undefined) return signal.cell === undefined && line === label.line;
  return signal.cell === label.cell && line === label.cell_line;
}

function count(name: string, hit: boolean): void {
  const score = scores.get(name) ?? { hits: 0, total: 0 };
  scores.set(name, score);
  score.total++;
  if (hit) score.hits++;
}

function report(): boolean {
  for (const line of missed) console.log(line);
  for (const [name, { hits, total }] of [...scores].sort()) {
    const what = /\btraps?$/.test(name) ? 'taken for a signal' : 'found';
    console.log(`${name.padEnd(34)} ${hits}/${total} ${what} (${((100 * hits) / total).toFixed(1)} %)`);
  }
  const found = [...libraries].sort().map(([name, times]) => `${name} ${times}`);
  console.log(`by library: ${found.join(', ')}`);
  const sum = (suffix: string): Score => {
    const parts = [...scores].filter(([name]) => name.endsWith(suffix)).map(([, score]) => score);
    return {
      hits: parts.reduce((all, { hits }) => all + hits, 0),
      total: parts.reduce((all, { total }) => all + total, 0),
    };
  };
  const positives = sum(' positives');
  const traps = sum(' traps');
  if (positives.total === 0) {
    console.log('None of the labelled files is there: nothing can be said of recall.');
    return false;
  }
  return positives.hits >= MIN_RECALL * positives.total && traps.hits <= MAX_TRAPS * traps.total;
}
