import { tr } from '../l10n/tr';
import { suggestControlId } from '../catalogue';
import { oneEditInCode } from '../fixes/code';
import { defineRule } from './rule';
import { readAnnotation } from './shared-annotations';
import { describeSuggestion } from './shared-control-ids';

export const annotationUnknownControl = defineRule({
  id: 'annotation-unknown-control',
  group: 'code',
  severity: 'warning',
  basis: 'format',
  summary: 'A comment in code is evidence of a control that does not exist.',
  why: 'Evidence of a wrong id is evidence of nothing, while the control that was meant stays open.',
  help: 'Use ids such as A.6.2.4, as Annex A of ISO/IEC 42001 writes them.',
  message: {
    near: 'There is no control {text}. Did you mean {id} ({title})?',
    variant: 'Write {id} ({title}) as Annex A does; {text} is not read.',
    clauseToo: 'Write {id} ({title}) if the control is meant. {text} is a clause: code is no evidence of it.',
    iso27001: '{text} is a control of ISO/IEC 27001:{edition}. A comment names one of ISO/IEC 42001.',
    clause: '{text} is a clause ({title}). A comment names a control, such as A.6.2.4.',
    heading: '{text} is a heading ({title}). Name the control below it that you mean.',
    annexC: '{text} is an entry of Annex C ({title}). A comment names a control, such as A.6.2.4.',
    unknown: 'There is no control {text}. The controls are A.2.2 to A.10.4.',
  },
  on: 'annotation',
  check: ({ annotation, entry }, report, { snapshot }) => {
    const reading = readAnnotation(annotation, entry, snapshot);
    if (reading?.kind !== 'unknown-control') return;
    const { text, range } = reading.id;
    const suggestion = suggestControlId(text);
    const { message, args } = describeSuggestion(suggestion);
    const id = suggestion?.kind === 'variant' || suggestion?.kind === 'near' ? suggestion.id : undefined;
    report(
      { uri: entry.uri, range, cell: annotation.cell },
      {
        message,
        args: { text, ...args },
        data: { id, certain: suggestion?.kind === 'variant' && suggestion.clause === undefined },
      },
    );
  },
  fixes: (finding) => {
    const { id, certain } = finding.data;
    return typeof id === 'string'
      ? oneEditInCode(
          tr('Change to {0}', id),
          finding,
          { range: finding.range, newText: id },
          { lossless: certain === true },
        )
      : [];
  },
});
