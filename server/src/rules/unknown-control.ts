import { tr } from '../l10n/tr';
import { suggestControlId } from '../catalogue';
import { isPlaceholder } from '../model/scalars';
import { oneEdit, replaceAt } from '../fixes/yaml';
import { defineRule } from './rule';
import { describeSuggestion } from './shared-control-ids';

export const unknownControl = defineRule({
  id: 'unknown-control',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'An id is not one of the 38 controls of ISO/IEC 42001, Annex A.',
  why: 'A row or a reference with a wrong id answers for nothing, while the control that was meant stays open.',
  help: 'Use ids such as A.6.2.4, as Annex A writes them. Controls from other standards go under `additionalControls` of the organization.',
  message: {
    near: 'There is no control {text}. Did you mean {id} ({title})?',
    variant: 'Write {id} ({title}) as Annex A does; {text} is not read.',
    clauseToo:
      'Write {id} ({title}) if the control is meant. {text} is a clause, whose row stands under `clauses` of the organization.',
    iso27001:
      '{text} is a control of ISO/IEC 27001:{edition}, not of ISO/IEC 42001. Put it under `additionalControls` of the organization, as {additional}.',
    clause:
      '{text} is a clause ({title}), not a control. Its row stands under `clauses` of the organization.',
    heading: '{text} is a heading ({title}), not a control. Name the control below it that you mean.',
    annexC: '{text} is an entry of Annex C ({title}), not a control.',
    unknown: 'There is no control {text}. The controls are A.2.2 to A.10.4.',
  },
  on: 'format-problem',
  check: ({ artefact, problem }, report) => {
    if (problem.code !== 'unknown-control' || isPlaceholder(problem.text)) return;
    const { text, place, part } = problem;
    const suggestion = suggestControlId(text);
    const { message, args } = describeSuggestion(suggestion);
    const id =
      suggestion && (suggestion.kind === 'variant' || suggestion.kind === 'near') ? suggestion.id : undefined;
    const isTaken =
      part === 'key' && id !== undefined && artefact.yaml.has([...place.route.slice(0, -1), id]);
    report(
      { place, part },
      {
        message,
        args: { text, ...args },
        data: {
          part,
          id: isTaken ? undefined : id,
          certain: suggestion?.kind === 'variant' && suggestion.clause === undefined,
        },
      },
    );
  },
  fixes: ({ place, data }, { snapshot }) =>
    place && typeof data.id === 'string'
      ? oneEdit(
          tr('Change to {0}', data.id),
          place.uri,
          replaceAt(snapshot, place, data.part === 'key' ? 'key' : 'value', data.id),
          { preferred: true, lossless: data.certain === true },
        )
      : [],
});
