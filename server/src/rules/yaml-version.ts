import { tr } from '../l10n/tr';
import { deleteOnLine, oneEdit } from '../fixes/yaml';
import { defineRule } from './rule';

export const yamlVersion = defineRule({
  id: 'yaml-version',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'A `%YAML 1.1` line asks for an old version of YAML.',
  why: 'In YAML 1.1 the words no, on and off are not text, so other tools would read other values than this one does.',
  help: 'Delete the line: AIMS files are YAML 1.2.',
  message: '{problem}',
  on: 'syntax-problem',
  check: ({ uri, problem, range }, report) => {
    if (problem.code === 'yaml-version') report({ uri, range }, { args: { problem: problem.message } });
  },
  fixes: ({ uri, range }, { snapshot }) =>
    oneEdit(tr('Delete the line'), uri, deleteOnLine(snapshot, uri, range), {
      preferred: true,
      lossless: true,
    }),
});
