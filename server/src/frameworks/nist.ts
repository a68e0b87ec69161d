/** NIST AI RMF: which subcategories nothing here touches. */
import { nistSubcategories, type NistSubcategory } from '../catalogue/frameworks';
import type { Day } from '../model/scalars';
import type { OrganizationEntry, Snapshot } from '../workspace/snapshot';
import { standingOf, verdictsFor } from './standing';

/** Subcategories of which every related requirement that counts is missing, in the organization and all its systems. */
export function untouchedSubcategories(
  snapshot: Snapshot,
  organization: OrganizationEntry,
  date: Day,
): readonly NistSubcategory[] {
  const verdicts = verdictsFor(snapshot, organization, date);
  return nistSubcategories().filter(
    ({ pairs }) =>
      standingOf(
        pairs.filter(({ confidence }) => confidence !== 'low').map(({ requirement }) => requirement),
        verdicts,
      ) === 'open',
  );
}
