import { tr } from '../l10n/tr';
import { defineRule } from './rule';
import { onceAFile } from './shared-once-a-file';

export const placeholder = defineRule({
  id: 'placeholder',
  group: 'format',
  severity: 'info',
  basis: 'format',
  summary: 'Text that only holds a place open, such as TODO, is still to be filled in.',
  why: 'A placeholder never counts as content: what it stands for shows as missing until somebody writes it.',
  help: 'Replace each placeholder with what is true, or delete the key.',
  message: {
    one: 'Fill this in; until then it counts as missing.',
    many: 'Fill this in; until then it counts as missing. The file has {count} more.',
  },
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    const found = onceAFile(snapshot, artefact, {
      placesIn: ({ placeholders }) => placeholders,
      part: 'value',
      note: tr('To be filled in.'),
    });
    if (found) report(found.where, found.details);
  },
});
