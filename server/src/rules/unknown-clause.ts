import { tr } from '../l10n/tr';
import { allNearest, catalogue, suggestControlId } from '../catalogue';
import { isPlaceholder } from '../model/scalars';
import { oneEdit, replaceAt } from '../fixes/yaml';
import { defineRule } from './rule';

/** A clause written with more words than its number, or one slip away from one clause and no other. */
function clauseMeant(text: string): string | undefined {
  if (controlMeant(text) !== undefined) return undefined;
  const number = /^(?:iso(?:\/iec)?\s*42001)?[\s:,-]*(?:clause|§)?\s*(\d{1,2}(?:\.\d{1,2})*)\.?$/i.exec(
    text.trim(),
  )?.[1];
  if (number !== undefined && catalogue.clauses.has(number)) return number;
  const [first, second] = allNearest(number ?? text, catalogue.clauses.keys(), 1);
  return second === undefined && number === undefined ? first : undefined;
}

function controlMeant(text: string): string | undefined {
  const suggestion = /^[AB]?[.\s]?\d/i.test(text) ? suggestControlId(text) : undefined;
  return suggestion?.kind === 'exact' || suggestion?.kind === 'variant' ? suggestion.id : undefined;
}

export const unknownClause = defineRule({
  id: 'unknown-clause',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'An id is no clause of ISO/IEC 42001, or no requirement at all.',
  why: 'A row or a reference with a wrong id answers for nothing, while the requirement that was meant stays open.',
  help: 'Clauses are 4 to 10 with the numbers below them, such as "7.3". Put the number in quotes. Controls stand under `controls`.',
  message: {
    near: '{text} is not read. Did you mean {id} ({title})?',
    control: '{text} is a control, not a clause. Its row stands under `controls`.',
    heading: '{text} ({title}) is a heading. A row answers for one clause below it, such as {id}.',
    clause: 'There is no clause {text}. The clauses are 4.1 to 10.2.',
    requirement:
      'There is no requirement {text}. Name a control such as A.6.2.4, a group such as A.6, a clause such as 9.2, or a range such as 4-10.',
  },
  on: 'format-problem',
  check: ({ problem }, report) => {
    if (problem.code !== 'unknown-requirement' || isPlaceholder(problem.text)) return;
    const { text, clausesOnly, place, part } = problem;
    const heading = catalogue.clauses.get(text);
    if (clausesOnly && heading) {
      const below = catalogue.leafClauses.find((clause) => clause.id.startsWith(`${text}.`));
      report(
        { place, part },
        { message: 'heading', args: { text, title: heading.title, id: below?.id ?? '' } },
      );
      return;
    }
    const control = controlMeant(text);
    const id = clausesOnly ? clauseMeant(text) : (clauseMeant(text) ?? control);
    const title =
      id === undefined ? undefined : (catalogue.clauses.get(id) ?? catalogue.controls.get(id))?.title;
    const unmet = clausesOnly ? (control ? 'control' : 'clause') : 'requirement';
    report(
      { place, part },
      { message: id ? 'near' : unmet, args: { text, id: id ?? '', title: title ?? '' }, data: { part, id } },
    );
  },
  fixes: ({ place, data }, { snapshot }) => {
    if (!place || typeof data.id !== 'string') return [];
    // In quotes, so that no YAML reader takes 7.10 for the number 7.1.
    const newText = catalogue.clauses.has(data.id) ? JSON.stringify(data.id) : data.id;
    return oneEdit(
      tr('Change to {0}', data.id),
      place.uri,
      replaceAt(snapshot, place, data.part === 'key' ? 'key' : 'value', newText),
      { preferred: true },
    );
  },
});
