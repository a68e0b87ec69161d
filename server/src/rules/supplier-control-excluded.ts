import type { Place } from '../model/located';
import { planInstead } from '../fixes/control-rows';
import { rowOf } from '../verdict/place-of-row';
import type { OrganizationEntry, Subject, SystemEntry } from '../workspace/snapshot';
import { defineRule } from './rule';
import { leavesOut, statusOf } from './shared-soa';

const ID = 'A.10.3';

const suppliersOf = ({ body }: SystemEntry) => body.suppliers?.items ?? [];

/** The first supplier of those systems that take their word on suppliers from the organization or a profile of it. */
const firstOfInheriting = (
  { systems }: OrganizationEntry,
  inherits: (system: SystemEntry) => boolean,
): Place | undefined => systems.filter(inherits).flatMap((system) => suppliersOf(system)[0]?.place ?? [])[0];

/** A supplier of the organization's, unless each system that uses it has a row of its own that includes the control. */
function firstOfOrganization({ body, systems }: OrganizationEntry): Place | undefined {
  const lookedAfter = new Set(
    systems
      .filter((system) => {
        const row = rowOf(system, ID);
        return row !== undefined && !leavesOut(row);
      })
      .flatMap(suppliersOf)
      .flatMap((item) => (item.node === 'value' ? item.value : [])),
  );
  return body.suppliers?.items.find(({ id }) => !id || !lookedAfter.has(id.value))?.place;
}

/** A supplier the row answers for: what a row further down says of its own is not this row's. */
function firstSupplier(subject: Subject, profile: string | undefined): Place | undefined {
  if (subject.kind === 'system') return suppliersOf(subject)[0]?.place;
  if (profile !== undefined)
    return firstOfInheriting(
      subject,
      ({ own }) => own.profile?.value === profile && own.controls?.entries.has(ID) !== true,
    );
  return firstOfOrganization(subject) ?? firstOfInheriting(subject, (system) => !rowOf(system, ID));
}

export const supplierControlExcluded = defineRule({
  id: 'supplier-control-excluded',
  group: 'soa',
  severity: 'warning',
  basis: 'standard',
  requirement: ID,
  summary: 'A.10.3 (suppliers) is left out although a supplier is listed.',
  why: 'A.10.3 is about what others supply: data, models, hosted services. Who lists a supplier has something to look after, whether or not they train a model themselves.',
  help: 'Say how the supplier is looked after, or delete the supplier if there is none.',
  message: 'A.10.3 (suppliers) is left out, yet a supplier is listed. Say how its supply is looked after.',
  on: 'row',
  check: ({ id, row, subject, profile }, report) => {
    if (id !== ID || !leavesOut(row)) return;
    const supplier = firstSupplier(subject, profile);
    if (supplier)
      report(statusOf(row), {
        related: [{ place: supplier, part: 'key', message: 'A supplier is listed here.' }],
        data: { row: row.place },
      });
  },
  fixes: ({ data }, { snapshot }) => planInstead(snapshot, data.row),
});
