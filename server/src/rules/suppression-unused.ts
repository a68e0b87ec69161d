import { tr } from '../l10n/tr';
import { deleteOnLine, oneEdit } from '../fixes/yaml';
import { defineRule } from './rule';

export const suppressionUnused = defineRule({
  id: 'suppression-unused',
  group: 'format',
  severity: 'info',
  basis: 'format',
  summary: 'An `aims-ignore-next-line` comment silences nothing.',
  why: 'What it was about is mended or has moved. Left in place, it could hide something new one day.',
  help: 'Remove the comment, or move it to the line above the finding.',
  message: 'Nothing to silence here: {rule} finds nothing on the next line. Remove the comment.',
  on: 'suppression',
  check: ({ uri, suppression, outcome }, report) => {
    const { range, cell, rule } = suppression;
    if (outcome === 'unused') report({ uri, range, cell }, { args: { rule } });
  },
  fixes: ({ uri, range }, { snapshot }) =>
    oneEdit(tr('Remove the comment'), uri, deleteOnLine(snapshot, uri, range), {
      preferred: true,
      lossless: true,
    }),
});
