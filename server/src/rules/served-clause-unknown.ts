import {
  findFramework,
  hasClause,
  itemsByFramework,
  parseServed,
  suggestFramework,
  type Framework,
} from '../catalogue/frameworks';
import { allNearest } from '../catalogue';
import { listedFrameworks } from '../frameworks';
import type { Value } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import { changeTo } from '../fixes/yaml';
import type { ControlRow } from '../verdict/row';
import type { Subject } from '../workspace/snapshot';
import { defineRule } from './rule';

/** Every row written in the subject's own file, a profile's and those of additional controls included. */
function rowsOf(subject: Subject): readonly ControlRow[] {
  if (subject.kind === 'system') return [...(subject.own.controls?.entries.values() ?? [])];
  const { controls, clauses, additionalControls, profiles } = subject.body;
  const ofProfiles = [...(profiles?.entries.values() ?? [])].map((profile) => profile.controls);
  return [controls, clauses, additionalControls, ...ofProfiles].flatMap((rows) => [
    ...(rows?.entries.values() ?? []),
  ]);
}

const servedBy = ({ evidence }: ControlRow): readonly Value<string>[] =>
  evidence?.items.flatMap((each) => (each.node === 'block' ? (each.serves?.items ?? []) : [])) ?? [];

interface Doubt {
  readonly message: 'form' | 'near' | 'clause';
  readonly title?: string;
  readonly clause?: string;
  readonly meant?: string | undefined;
}

/** The clause without its framework: meant is the only one listed that has it. */
function withoutFramework(text: string, listed: readonly Framework[]): Doubt {
  const having = listed.filter(({ id }) => hasClause({ framework: id, clause: text }) === true);
  const [only] = having;
  return { message: 'form', meant: having.length === 1 && only ? `${only.id}:${text}` : undefined };
}

function nearClause(framework: string, clause: string): string | undefined {
  const ids = (itemsByFramework().get(framework) ?? []).map(({ id }) => id);
  const near = allNearest(clause, ids, 1);
  return near.length === 1 ? near[0] : undefined;
}

function doubtOf(text: string, listed: readonly Framework[]): Doubt | undefined {
  const served = parseServed(text);
  if (!served) return withoutFramework(text, listed);
  const { framework, clause } = served;
  const known = findFramework(framework);
  if (!known) {
    const meant = suggestFramework(framework);
    return meant && listed.includes(meant) ? { message: 'near', meant: `${meant.id}:${clause}` } : undefined;
  }
  if (!listed.includes(known) || hasClause(served) !== false) return undefined;
  const near = nearClause(framework, clause);
  return {
    message: 'clause',
    title: known.title,
    clause,
    meant: near === undefined ? undefined : `${framework}:${near}`,
  };
}

export const servedClauseUnknown = defineRule({
  id: 'served-clause-unknown',
  group: 'frameworks',
  severity: 'warning',
  basis: 'format',
  summary: 'Evidence is said to serve a part of another framework that does not exist.',
  why: 'Evidence that serves several frameworks is kept once and found from each of them. A clause that does not exist is found from nowhere.',
  help: 'Write the id of the framework, a colon and the clause, such as iso-9001-2015:9.1.',
  message: {
    form: '{text} names no framework. Write it with one, such as {example}.',
    near: '{text} is not read. Did you mean {meant}?',
    clause: '{title} has no {clause}.',
  },
  on: 'subject',
  check: (subject, report) => {
    const listed = listedFrameworks(subject);
    if (listed.length === 0) return;
    for (const { value, place } of rowsOf(subject).flatMap(servedBy)) {
      const doubt = isPlaceholder(value) ? undefined : doubtOf(value, listed);
      if (!doubt) continue;
      const { message, title = '', clause = '', meant } = doubt;
      const example = meant ?? 'iso-9001-2015:9.1';
      report(
        { place, part: 'value' },
        { message, args: { text: value, title, clause, example, meant: meant ?? '' }, data: { meant } },
      );
    }
  },
  fixes: ({ place, data: { meant } }, { snapshot }) => changeTo(snapshot, place, meant, { preferred: true }),
});
