/** Where the word on a control comes from: the card's own row, its profile's, or the organization's. */
import { tr } from '../l10n/tr';
import { linkedOrganization, type Subject, type SystemEntry } from '../workspace/snapshot';
import type { ControlRow } from './row';

export interface RowOrigin {
  readonly from: 'card' | 'profile' | 'organization';
  /** `this card`, `the profile tabular`, `the organization`. */
  readonly name: string;
  readonly row: ControlRow;
}

/** Does the row leave its control out, with or without a reason? */
export const leavesOut = (row: ControlRow): boolean => row.status?.value === 'not-applicable';

/** All rows that say something of a control for a system, the nearest first. */
export function rowsOf({ own, organization }: SystemEntry, id: string): readonly RowOrigin[] {
  const body = linkedOrganization(organization);
  const profile = own.profile?.value;
  const rows = [
    { from: 'card' as const, name: tr('this card'), row: own.controls?.entries.get(id) },
    {
      from: 'profile' as const,
      name: tr('the profile {0}', profile ?? ''),
      row:
        profile === undefined ? undefined : body?.profiles?.entries.get(profile)?.controls?.entries.get(id),
    },
    { from: 'organization' as const, name: tr('the organization'), row: body?.controls?.entries.get(id) },
  ];
  return rows.flatMap(({ row, ...origin }) => (row ? [{ ...origin, row }] : []));
}

/**
 * The row whose word a card's own row turns round: the nearest further up that has a status, where one of the two includes
 * the control and the other leaves it out.
 */
export function overriddenBy(subject: Subject, id: string): RowOrigin | undefined {
  if (subject.kind === 'organization') return undefined;
  const [own, ...further] = rowsOf(subject, id);
  const above = further.find(({ row }) => row.status);
  if (own?.from !== 'card' || !own.row.status || !above) return undefined;
  return leavesOut(own.row) === leavesOut(above.row) ? undefined : above;
}
