/** Which requirement a question is about. */
import { catalogue, findEntry, suggestControlId, type Clause, type Control } from '../catalogue';
import { quoteForUser } from '../syntax/quoteForUser';
import { ToolError, type PropertySchema } from './schema';

export const REQUIREMENT_INPUT = {
  type: 'string',
  maxLength: 200,
  description: 'Id of a control of Annex A or of a clause of ISO/IEC 42001, such as A.6.2.4 or 9.2.1.',
} as const satisfies PropertySchema;

/**
 * The control or clause that is meant, however its id is written.
 *
 * @throws {ToolError} where it is none, with what it may be instead
 */
export function chosenRequirement(typed: string): Control | Clause {
  const id = typed.trim();
  const entry = findEntry(id);
  if (entry?.kind === 'control' || entry?.kind === 'clause') return entry;
  const suggestion = suggestControlId(id);
  switch (suggestion?.kind) {
    case 'variant': {
      const control = catalogue.controls.get(suggestion.id);
      if (control) return control;
      break;
    }
    case 'near':
      throw new ToolError(`There is no requirement ${quoteForUser(id)}. Did you mean ${suggestion.id}?`);
    case 'iso27001':
      throw new ToolError(`${quoteForUser(id)} is a control of ISO/IEC 27001, not of ISO/IEC 42001.`);
    case 'not-a-control':
      if (suggestion.entry.kind === 'clause') return suggestion.entry;
      if ('controls' in suggestion.entry)
        throw new ToolError(
          `${suggestion.entry.id} is a heading. Ask for one of its controls: ${suggestion.entry.controls.join(', ')}.`,
        );
      break;
    default:
  }
  throw new ToolError(
    `There is no requirement ${quoteForUser(id)}. Controls are A.2.2 to A.10.4, clauses 4.1 to 10.2; aims_list_gaps gives the ids of those that are open.`,
  );
}
