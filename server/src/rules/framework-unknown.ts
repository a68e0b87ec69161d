import { findFramework, suggestFramework } from '../catalogue/frameworks';
import { isPlaceholder } from '../model/scalars';
import { changeTo } from '../fixes/yaml';
import { defineRule } from './rule';

export const frameworkUnknown = defineRule({
  id: 'framework-unknown',
  group: 'frameworks',
  severity: 'warning',
  basis: 'format',
  summary: 'A framework under `frameworks` is not read, though one of nearly that name is.',
  why: 'A framework that is not known by its id is neither shown nor checked, and nobody notices.',
  help: 'Use the id that is suggested. A framework of your own that resembles none of these may stand there; nothing is said about it.',
  message: '{text} is not read as a framework. Did you mean {id} ({title})?',
  on: 'organization',
  check: ({ body }, report) => {
    for (const { value, place } of body.frameworks?.items ?? []) {
      const meant = isPlaceholder(value) || findFramework(value) ? undefined : suggestFramework(value);
      if (!meant) continue;
      const { id, title } = meant;
      report({ place, part: 'value' }, { args: { text: value, id, title }, data: { id } });
    }
  },
  fixes: ({ place, data: { id } }, { snapshot }) =>
    changeTo(snapshot, place, id, { preferred: true, lossless: true }),
});
