/** Workloads in our format: long cards, and workspaces of many systems. The same seed gives the same bytes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { catalogue } from '../../server/src/catalogue';

/** Park and Miller's minimal standard generator: small, and the same everywhere. */
function random(seed: number): (below: number) => number {
  let state = seed % 2_147_483_647 || 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const WORDS =
  'applicants decisions drift thresholds review holdout monitoring features labels officers scores incidents quality consent retention fallback gender age region reports'.split(
    ' ',
  );
const PEOPLE = ['amara', 'bo', 'chen', 'dana', 'eli'];

class Writer {
  readonly lines: string[] = [];
  readonly #random: (below: number) => number;

  constructor(seed: number) {
    this.#random = random(seed);
  }

  add(...lines: readonly string[]): void {
    this.lines.push(...lines);
  }

  pick(words: readonly string[]): string {
    return words[this.#random(words.length)] ?? '';
  }

  sentence(length: number): string {
    const words = Array.from({ length }, () => this.pick(WORDS)).join(' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  }

  /** A day of 2026 before November. */
  day(): string {
    const two = (number: number): string => String(number + 1).padStart(2, '0');
    return `2026-${two(this.#random(10))}-${two(this.#random(28))}`;
  }

  /** Adds entries until so many lines are there. */
  fill(until: number, entry: (index: number) => void): void {
    for (let index = 1; this.lines.length < until; index++) entry(index);
  }
}

function dataset(w: Writer, index: number): void {
  w.add(
    `  - id: data-${index}`,
    `    uses: [${w.pick(['training', 'validation', 'testing'])}]`,
    `    source: ${w.sentence(4)}`,
    `    license: internal`,
    `    personalData: true`,
    `    provenance: docs/${w.pick(WORDS)}.md`,
    `    knownBias:`,
    `      - ${w.sentence(5)}`,
  );
}

function risk(w: Writer, index: number): void {
  w.add(
    `  - id: R${index}`,
    `    what: ${w.sentence(9)}`,
    `    affects: [individuals, groups]`,
    `    likelihood: ${w.pick(['rare', 'unlikely', 'possible'])}`,
    `    severity: ${w.pick(['minor', 'moderate', 'major'])}`,
    `    owner: ${w.pick(PEOPLE)}`,
    `    assessed: ${w.day()}`,
    `    treatment:`,
    `      option: reduce`,
    `      controls: [A.6.2.4, A.6.2.6]`,
    `      done: ${w.day()}`,
    `      accepted: {by: dana, date: ${w.day()}}`,
  );
}

function evidence(w: Writer): void {
  w.add(
    `      - path: docs/${w.pick(WORDS)}.md`,
    `        kind: report`,
    `        reviewed: ${w.day()}`,
    `        by: ${w.pick(PEOPLE)}`,
  );
}

/** One system's card of about so many lines: data, risks and the evidence of every control. */
function longCard(lines: number, seed = 1): string {
  const w = new Writer(seed);
  w.add(
    'aims: 1',
    'kind: system',
    'id: credit-scoring',
    'name: Credit scoring',
    'owner: amara',
    'role: [developer, provider]',
    'purpose: Estimate the probability that an applicant defaults within 12 months.',
    'lifecycle:',
    '  stage: operation-monitoring',
    'use:',
    '  intended:',
    '    - Retail loans up to 20 000 EUR',
    'models:',
    '  - id: scorer',
    '    task: tabular-classification',
    'datasets:',
  );
  w.fill(lines * 0.3, (index) => dataset(w, index));
  w.add('risks:');
  w.fill(lines * 0.6, (index) => risk(w, index));
  w.add('controls:');
  // A row is at least nine lines; a short card answers a few controls, a long one all of them.
  const ids = [...catalogue.controls.keys()].slice(0, Math.max(1, Math.floor((lines - w.lines.length) / 9)));
  const each = (lines - w.lines.length) / ids.length;
  for (const [index, id] of ids.entries()) {
    const until = lines - each * (ids.length - index - 1);
    w.add(
      `  ${id}:`,
      '    status: implemented',
      `    why: ${w.sentence(6)}`,
      `    owner: ${w.pick(PEOPLE)}`,
      '    evidence:',
    );
    evidence(w);
    w.fill(until, () => evidence(w));
  }
  return `${w.lines.join('\n')}\n`;
}

const assessment = (w: Writer, system: string): string =>
  [
    'aims: 1',
    'kind: impact-assessment',
    `id: IA-${system}`,
    `system: ${system}`,
    'status: approved',
    `performed: ${w.day()}`,
    'assessor: bo',
    'approvedBy: dana',
    `approvedOn: ${w.day()}`,
    'parties:',
    '  - {id: applicants, kind: direct}',
    'impacts:',
    ...Array.from({ length: 4 }, (_, index) => [
      `  - id: I${index + 1}`,
      '    party: applicants',
      `    dimension: ${w.pick(['fairness', 'privacy', 'safety'])}`,
      '    nature: harm',
      `    what: ${w.sentence(8)}`,
      '    severity: major',
      '    likelihood: possible',
    ]).flat(),
    '',
  ].join('\n');

const ORGANIZATION = `aims: 1
kind: organization
id: northwind
name: Northwind Credit
target: managed
people:
${PEOPLE.map((id) => `  - {id: ${id}, name: ${id} Example, roles: [reviewer, risk-approver]}`).join('\n')}
risk:
  likelihood: [rare, unlikely, possible, likely]
  severity: [minor, moderate, major]
  levels: [low, medium, high]
`;

const CODE = `"""Trains the model."""
import joblib
from sklearn.linear_model import LogisticRegression


def train(features, labels):
    model = LogisticRegression()
    model.fit(features, labels)
    joblib.dump(model, "model.joblib")
`;

/** What the evidence of a card points to. */
const documents = (folder: string): readonly (readonly [string, string])[] =>
  WORDS.map((word) => [`${folder}/docs/${word}.md`, `# ${word}\n`]);

/** A folder with one long card and what it points to. */
export const cardOf = (folder: string, lines: number): ReadonlyMap<string, string> =>
  new Map([[`${folder}/aims.yaml`, longCard(lines)], ...documents(folder)]);

/** Files of a workspace with an organization and so many systems, each with a card, an assessment and some ML code. */
export function workspaceOf(systems: number, seed = 1): ReadonlyMap<string, string> {
  const files = new Map([['aims.yaml', ORGANIZATION]]);
  for (let index = 0; index < systems; index++) {
    const id = `system-${String(index).padStart(4, '0')}`;
    const folder = `areas/${String(index % 20).padStart(2, '0')}/${id}`;
    files.set(`${folder}/aims.yaml`, longCard(120, seed + index).replace('id: credit-scoring', `id: ${id}`));
    files.set(`${folder}/impact-assessment.yaml`, assessment(new Writer(seed + index), id));
    files.set(`${folder}/train.py`, CODE);
    for (const [path, text] of documents(folder)) files.set(path, text);
  }
  return files;
}

/** One function of ordinary code, or of code that trains a model: seventeen lines. */
const pythonFunction = (w: Writer, index: number, isLearning: boolean): readonly string[] => {
  const [table, column, other] = [w.pick(WORDS), w.pick(WORDS), w.pick(WORDS)];
  return [
    `def ${table}_by_${column}_${index}(rows, limit=${index}, *, strict=False):`,
    `    """${w.sentence(9)}.`,
    '',
    `    ${w.sentence(12)}.`,
    '    """',
    `    # ${w.sentence(8)}`,
    `    ${other} = {"${column}": [], "total": 0}`,
    '    for row in rows:',
    `        if strict and row.get("${column}") is None:`,
    `            raise ValueError(f"row {row['id']} has no ${column}")`,
    `        ${other}["${column}"].append(transform(row["${column}"], scale=1.5))`,
    `        ${other}["total"] += len(row) * limit`,
    ...(isLearning
      ? ['    model = LogisticRegression(C=0.5)', `    model.fit(${other}["${column}"], rows)`]
      : [`    options = dict(limit=limit, name="${table}")`, `    ${other}.update(normalise(options))`]),
    `    return ${other}`,
    '',
    '',
  ];
};

/** A Python file of about so many lines. @param isLearning trains models, with a library we know */
export function pythonFile(lines: number, isLearning: boolean, seed = 1): string {
  const w = new Writer(seed);
  w.add(`"""${w.sentence(6)}."""`, 'import json', 'from pathlib import Path', '');
  if (isLearning) w.add('from sklearn.linear_model import LogisticRegression', '');
  w.fill(lines, (index) => {
    w.add(...pythonFunction(w, index, isLearning));
  });
  return w.lines.join('\n');
}

/** So many Python files of 150 lines in folders of fifty; one in forty has to do with machine learning. */
export const pythonFiles = (count: number): ReadonlyMap<string, string> =>
  new Map(
    Array.from({ length: count }, (_, index) => [
      `src/part${Math.floor(index / 50)}/module${index}.py`,
      pythonFile(150, index % 40 === 0, index + 1),
    ]),
  );

export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
