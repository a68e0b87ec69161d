/** Says where the word on a control comes from, and whose word it takes the place of. */
import { tr } from '../../l10n/tr';
import { catalogue } from '../../catalogue';
import { has } from '../../model/located';
import { leavesOut, overriddenBy, rowsOf } from '../../verdict/origin';
import type { OrganizationEntry, Subject, SystemEntry } from '../../workspace/snapshot';
import { nameOf } from '../subject';

const doesWhat = (isLeftOut: boolean): string => (isLeftOut ? tr('leaves it out') : tr('includes it'));

function ofSystem(system: SystemEntry, id: string): string | undefined {
  const [nearest, above] = rowsOf(system, id);
  if (!nearest) return undefined;
  const turned = overriddenBy(system, id);
  if (turned)
    return tr(
      'This card {0}, where {1} {2}.',
      doesWhat(leavesOut(nearest.row)),
      turned.name,
      doesWhat(leavesOut(turned.row)),
    );
  if (nearest.from !== 'card') return tr('The row stands with {0}.', nearest.name);
  if (!above) return undefined;
  if (above.from === 'profile') return tr('The row of this card adds to the one of {0}.', above.name);
  return has(nearest.row, 'why') || !has(above.row, 'why')
    ? tr('The row of this card takes the place of the one of {0}.', above.name)
    : tr('The row of this card takes its reason from the one of {0}.', above.name);
}

/** Systems that turn the organization's word round. */
function ofOrganization(organization: OrganizationEntry, id: string): string | undefined {
  const turning = organization.systems.filter((system) => overriddenBy(system, id)?.from === 'organization');
  return turning.length > 0 ? tr('Otherwise for {0}.', turning.map(nameOf).join(', ')) : undefined;
}

/** @returns nothing where there is nothing to tell apart */
export function originOf(subject: Subject, id: string): string | undefined {
  // Only the organization's word counts, so there is one.
  if (catalogue.controls.get(id)?.scope === 'organization') return undefined;
  return subject.kind === 'system' ? ofSystem(subject, id) : ofOrganization(subject, id);
}
