import { tr } from '../l10n/tr';
import { catalogue } from '../catalogue';
import { oneEdit, replaceAt } from '../fixes/yaml';
import { defineRule } from './rule';
import { statusOf } from './shared-soa';

export const clauseExcluded = defineRule({
  id: 'clause-excluded',
  group: 'soa',
  severity: 'error',
  basis: 'standard',
  summary: 'A clause is marked not applicable.',
  why: 'Controls of Annex A can be left out with a reason; the clauses 4 to 10 cannot. An organization that leaves one out does not meet the standard.',
  help: 'Say where it stands: `implemented` with evidence, `partial`, or `planned` with a day.',
  message:
    'Clause {id} ({title}) cannot be left out; only controls can. Say where it stands, such as `planned`.',
  on: 'organization',
  check: ({ body }, report) => {
    for (const [id, row] of body.clauses?.entries ?? []) {
      const clause = catalogue.clauses.get(id);
      if (clause && row.status?.value === 'not-applicable')
        report(statusOf(row), { args: { id, title: clause.title }, requirement: id });
    }
  },
  fixes: ({ place }, { snapshot }) =>
    place ? oneEdit(tr('Change to planned'), place.uri, replaceAt(snapshot, place, 'value', 'planned')) : [],
});
