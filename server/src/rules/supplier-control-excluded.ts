import type { Place } from '../model/located';
import { planInstead } from '../fixes/control-rows';
import type { Subject } from '../workspace/snapshot';
import { defineRule } from './rule';
import { statusOf } from './shared-soa';

/** The first supplier somebody lists: the system's own, or any of an organization and its systems. */
function firstSupplier(subject: Subject): Place | undefined {
  const own = subject.body.suppliers?.items[0]?.place;
  if (own || subject.kind === 'system') return own;
  return subject.systems.flatMap(({ body }) => body.suppliers?.items[0]?.place ?? [])[0];
}

export const supplierControlExcluded = defineRule({
  id: 'supplier-control-excluded',
  group: 'soa',
  severity: 'warning',
  basis: 'standard',
  requirement: 'A.10.3',
  summary: 'A.10.3 (suppliers) is left out although a supplier is listed.',
  why: 'A.10.3 is about what others supply: data, models, hosted services. Who lists a supplier has something to look after, whether or not they train a model themselves.',
  help: 'Say how the supplier is looked after, or delete the supplier if there is none.',
  message: 'A.10.3 (suppliers) is left out, yet a supplier is listed. Say how its supply is looked after.',
  on: 'row',
  check: ({ id, row, subject }, report) => {
    if (id !== 'A.10.3' || row.status?.value !== 'not-applicable') return;
    const supplier = firstSupplier(subject);
    if (supplier)
      report(statusOf(row), {
        related: [{ place: supplier, part: 'key', message: 'A supplier is listed here.' }],
        data: { row: row.place },
      });
  },
  fixes: ({ data }, { snapshot }) => planInstead(snapshot, data.row),
});
