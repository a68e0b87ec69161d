/**
 * Compiles server/data/requirements.yaml into a typed module, and refuses keys the format does not have.
 *
 *     tsx scripts/generate-requirements.ts [--check]
 */
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { catalogue } from '../server/src/catalogue';
import { childField, formats } from '../server/src/schema';
import type { Field } from '../server/src/schema/field';
import type { Level, Requirement, SectionRule } from '../server/src/verdict/requirement';

const ROOT = new URL('../', import.meta.url);
const SOURCE = new URL('server/data/requirements.yaml', ROOT);
const OUTPUT = new URL('server/src/verdict/requirements.generated.ts', ROOT);
const ROW_KEYS = ['from', 'roles', 'rollUp', 'sections'];
const SECTION_KEYS = [
  'at',
  'needs',
  'files',
  'who',
  'when',
  'every',
  'until',
  'done',
  'newest',
  'some',
  'ahead',
  'measured',
  'planned',
  'objective',
];

type Row = Partial<Omit<Requirement, 'id' | 'level' | 'phase'>>;

const fail = (where: string, what: string): never => {
  throw new Error(`requirements.yaml: ${where}: ${what}`);
};

/** Walks a dotted path of the table through the schema, so that a renamed key breaks the build and not the verdicts. */
function fieldOf(start: Field<unknown>, path: string, where: string): Field<unknown> {
  if (path === '.') return start;
  let field = start;
  for (const step of path.split('.')) {
    const [, key = '', each] = /^([A-Za-z]+)(\[.*\])?$/.exec(step) ?? [];
    const next: Field<unknown> | undefined = childField(field, key);
    field = next ?? fail(where, `the format has no key ${key} in ${path}`);
    if (each) field = childField(field, 0) ?? fail(where, `${key} is no list in ${path}`);
  }
  return field;
}

function checkSection(section: SectionRule, level: Level, where: string): void {
  for (const key of Object.keys(section)) if (!SECTION_KEYS.includes(key)) fail(where, `unknown key ${key}`);
  const onAssessment = section.at === 'assessment';
  const root = onAssessment
    ? formats['impact-assessment']
    : level === 'organization'
      ? formats.organization
      : formats.system;
  const at = fieldOf(root, onAssessment ? '.' : section.at, where);
  const scalars = [
    section.who,
    section.when,
    section.every,
    section.until,
    section.done,
    section.planned,
  ].filter((key) => key !== undefined);
  for (const path of [...(section.needs ?? []), ...(section.files ?? []), ...scalars])
    for (const alternative of path.split('|'))
      if (!alternative.startsWith('=')) fieldOf(at, alternative, where);
}

function rowsOf(level: Level, rows: Readonly<Record<string, Row | null>>): Requirement[] {
  return Object.entries(rows).map(([id, row]) => {
    const where = `${level}.${id}`;
    const entry =
      catalogue.controls.get(id) ?? catalogue.clauses.get(id) ?? fail(where, 'no such clause or control');
    if (entry.kind === 'clause' && !entry.leaf)
      fail(where, 'has clauses below it: only leaf clauses are requirements');
    for (const key of Object.keys(row ?? {})) if (!ROW_KEYS.includes(key)) fail(where, `unknown key ${key}`);
    const { from, roles, rollUp, sections = [] } = row ?? {};
    sections.forEach((section) => checkSection(section, level, where));
    return {
      id,
      level,
      phase: entry.pdca,
      ...(from ? { from } : {}),
      ...(roles ? { roles } : {}),
      ...(rollUp ? { rollUp } : {}),
      sections,
    };
  });
}

function checkComplete(requirements: readonly Requirement[]): void {
  const at = (level: Level): Set<string> =>
    new Set(requirements.filter((row) => row.level === level).map((row) => row.id));
  const [organization, system] = [at('organization'), at('system')];
  for (const { id } of catalogue.leafClauses)
    if (!organization.has(id)) fail(id, 'every leaf clause needs an organization row');
  for (const { id, scope } of catalogue.controls.values()) {
    if (organization.has(id) !== (scope !== 'ai-system'))
      fail(id, `scope is ${scope}, organization row ${organization.has(id) ? 'there' : 'missing'}`);
    if (system.has(id) !== (scope !== 'organization'))
      fail(id, `scope is ${scope}, system row ${system.has(id) ? 'there' : 'missing'}`);
  }
}

/** @returns exit code: 1 where `check` found the module out of date */
async function main(check: boolean): Promise<number> {
  const table = parse(await readFile(SOURCE, 'utf8')) as Record<Level, Record<string, Row | null>>;
  const requirements = [...rowsOf('organization', table.organization), ...rowsOf('system', table.system)];
  checkComplete(requirements);
  const style = (await resolveConfig(OUTPUT)) ?? {};
  const code = await format(
    `// Generated from server/data/requirements.yaml by scripts/generate-requirements.ts. Do not edit.
import type { Requirement } from './requirement';

export const requirements: readonly Requirement[] = ${JSON.stringify(requirements)};`,
    { ...style, parser: 'typescript' },
  );
  if (code === (await readFile(OUTPUT, 'utf8').catch(() => ''))) return 0;
  if (!check) await writeFile(OUTPUT, code);
  else console.error('server/src/verdict/requirements.generated.ts is out of date: run npm run generate');
  return check ? 1 : 0;
}

main(process.argv.includes('--check')).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
