import { changeTo } from '../fixes/yaml';
import { defineRule } from './rule';
import { isInSight, suggestId } from './shared-references';

export const unknownPerson = defineRule({
  id: 'unknown-person',
  group: 'format',
  severity: 'warning',
  basis: 'format',
  requirement: '5.3',
  summary: 'A person is named by an id that `people` of the organization does not have.',
  why: 'Roles and approvals are checked through `people`; somebody who is not listed there can hold none.',
  help: 'Correct the id or add the person under `people`. Somebody outside is named in full, such as `Ada Palmer`.',
  message: {
    near: 'Nobody under `people` has the id {id}. Did you mean {suggestion}?',
    none: 'Nobody under `people` has the id {id}. Add the person there, or write the full name.',
  },
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    for (const { id, place, person } of artefact.references) {
      if (!person || snapshot.lookup('person', id, place.uri)) continue;
      if (snapshot.candidates('person', place.uri).length === 0) continue;
      if (!isInSight(snapshot, artefact, 'person')) continue;
      const suggestion = suggestId(snapshot, ['person'], id, place.uri);
      report(
        { place, part: 'value' },
        {
          message: suggestion ? 'near' : 'none',
          args: { id, suggestion: suggestion ?? '' },
          data: { suggestion },
        },
      );
    }
  },
  fixes: ({ place, data }, { snapshot }) => changeTo(snapshot, place, data.suggestion, { preferred: true }),
});
