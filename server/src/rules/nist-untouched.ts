import { tr } from '../l10n/tr';
import { nistSubcategories } from '../catalogue/frameworks';
import { lists, untouchedSubcategories } from '../frameworks';
import { defineRule } from './rule';
import { asksForMore } from './shared-subject';

/** Named in the message; the hover and `aims explain` have them all. */
const MOST_NAMED = 6;

export const nistUntouched = defineRule({
  id: 'nist-untouched',
  group: 'frameworks',
  severity: 'info',
  basis: 'practice',
  summary: 'Subcategories of NIST AI RMF that nothing here touches yet.',
  why: 'The organization lists NIST AI RMF. A crosswalk hosted by NIST says which clauses and controls touch which subcategory; of these, every related one that is due is still missing.',
  help: 'Hover the framework for the whole list, and begin with a requirement that touches several. A crosswalk shows where to look; it does not say that one thing equals the other.',
  message:
    'Nothing here touches {count} of the {all} subcategories of NIST AI RMF: {named}. The requirements related to them are still missing; hover the framework, or `aims explain nist-ai-rmf`, for what each is about.',
  on: 'organization',
  check: (organization, report, { snapshot, date }) => {
    if (!asksForMore(organization) || !lists(organization, 'nist-ai-rmf')) return;
    const listed = organization.body.frameworks?.items.find(({ value }) => value === 'nist-ai-rmf');
    const ids = untouchedSubcategories(snapshot, organization, date).map(({ id }) => id);
    if (!listed || ids.length === 0) return;
    const more = ids.length - MOST_NAMED;
    const named = ids.slice(0, MOST_NAMED).join(', ') + (more > 0 ? tr(' and {0} more', more) : '');
    report(
      { place: listed.place, part: 'value' },
      { args: { count: ids.length, all: nistSubcategories().length, named } },
    );
  },
});
