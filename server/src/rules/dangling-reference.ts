import { tr } from '../l10n/tr';
import { isPlaceholder } from '../model/scalars';
import { changeTo } from '../fixes/yaml';
import { entityWord } from '../schema/entity-words';
import { defineRule } from './rule';
import { isInSight, suggestId } from './shared-references';

export const danglingReference = defineRule({
  id: 'dangling-reference',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'An id points to nothing.',
  why: 'The link somebody relied on is not there: a metric on no dataset, a risk from no impact.',
  help: 'Correct the id, or add what it should point to.',
  message: {
    near: 'There is no {kinds} with the id {id}. Did you mean {suggestion}?',
    none: 'There is no {kinds} with the id {id}. Correct it, or add the {kinds}.',
  },
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    for (const { to, id, place, open, person } of artefact.references) {
      if (open || person || isPlaceholder(id)) continue;
      if (to.some((kind) => snapshot.lookup(kind, id, place.uri))) continue;
      if (!to.every((kind) => isInSight(snapshot, artefact, kind))) continue;
      const suggestion = suggestId(snapshot, to, id, place.uri);
      report(
        { place, part: 'value' },
        {
          message: suggestion ? 'near' : 'none',
          args: { id, kinds: to.map(entityWord).join(tr(' or ')), suggestion: suggestion ?? '' },
          data: { suggestion },
        },
      );
    }
  },
  fixes: ({ place, data }, { snapshot }) => changeTo(snapshot, place, data.suggestion, { preferred: true }),
});
