/** Controls and clauses, as keys of rows and as values. What is due here and has no row comes first. */
import { catalogue } from '../../catalogue';
import { PLACEHOLDER } from '../../fixes/scalar';
import type { Route } from '../../syntax/types';
import { presentKeys } from './keys';
import { openRequirements } from './open-requirements';
import { fill } from './snippet';
import type { Completion, CompletionContext } from './types';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** Like the rows that fixes add: `planned` claims nothing that nobody has said, and what is open is reported. */
const ROW = `
  status: \${1|planned,implemented,partial,not-applicable|}
  why: \${2:${PLACEHOLDER}}
  owner: \${3:${PLACEHOLDER}}
  due: \${4:${PLACEHOLDER}}
  evidence: [\${5}]`;

const CLAUSE_ROW = `
  status: \${1|planned,implemented,partial|}
  owner: \${2:${PLACEHOLDER}}
  due: \${3:${PLACEHOLDER}}
  evidence: [\${4}]`;

function rows(
  context: CompletionContext,
  route: Route,
  entries: Iterable<Titled>,
  renaming: string | undefined,
  template: (id: string) => { readonly key: string; readonly row: string },
): readonly Completion[] {
  const present = presentKeys(context, route);
  const open = openRequirements(context);
  const { locus } = context.cursor;
  return [...entries].flatMap(({ id, title }): Completion[] => {
    if (id !== renaming && present.has(id)) return [];
    const { key, row } = template(id);
    const text =
      renaming === undefined
        ? fill(`${key}:${locus.flow ? ' {status: $1}' : row}`, locus.indent, context.snippets)
        : { newText: key };
    return [
      {
        label: id,
        kind: 'requirement',
        detail: title,
        ...text,
        rank: open.has(id) ? 0 : 1,
        requirement: id,
      },
    ];
  });
}

export const controlRows = (
  context: CompletionContext,
  route: Route,
  renaming: string | undefined,
): readonly Completion[] =>
  rows(context, route, catalogue.controls.values(), renaming, (id) => ({ key: id, row: ROW }));

/** Clause numbers are quoted: YAML would read 4.1 as a number, and 7.10 as 7.1. */
export const clauseRows = (
  context: CompletionContext,
  route: Route,
  renaming: string | undefined,
): readonly Completion[] =>
  rows(context, route, catalogue.leafClauses, renaming, (id) => ({ key: `"${id}"`, row: CLAUSE_ROW }));

/** @param clauses whether clauses are meant too, or controls alone */
export function requirementValues(context: CompletionContext, clauses: boolean): readonly Completion[] {
  const open = openRequirements(context);
  const entries = [...catalogue.controls.values(), ...(clauses ? catalogue.clauses.values() : [])];
  return entries.map(({ id, title, kind }) => ({
    label: id,
    kind: 'requirement',
    detail: title,
    newText: kind === 'clause' ? `"${id}"` : id,
    rank: open.has(id) ? 0 : 1,
    requirement: id,
  }));
}
