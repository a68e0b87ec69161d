import { tr } from '../l10n/tr';
import type { At } from '../drift/code-index';
import { vendorCalls } from '../drift/providers';
import { foreignWeights } from '../drift/weights';
import type { Place } from '../model/located';
import { planInstead } from '../fixes/control-rows';
import { rowOf } from '../verdict/place-of-row';
import type { OrganizationEntry, Subject, SystemEntry } from '../workspace/snapshot';
import { defineRule, type Report } from './rule';
import { callSentence, MOST_RELATED } from './shared-drift';
import { leavesOut, statusOf } from './shared-soa';

const ID = 'A.10.3';

const suppliersOf = ({ body }: SystemEntry) => body.suppliers?.items ?? [];

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

/** Systems that take their word on the control from this row. */
function answeredBy(subject: Subject, profile: string | undefined): readonly SystemEntry[] {
  if (subject.kind === 'system') return [subject];
  return subject.systems.filter((system) =>
    profile === undefined
      ? !rowOf(system, ID)
      : system.own.profile?.value === profile && system.own.controls?.entries.has(ID) !== true,
  );
}

/** A supplier the row answers for: what a row further down says of its own is not this row's. */
function firstSupplier(
  subject: Subject,
  profile: string | undefined,
  systems: readonly SystemEntry[],
): Place | undefined {
  const ofSystems = systems.flatMap((system) => suppliersOf(system)[0]?.place ?? [])[0];
  return subject.kind === 'system' || profile !== undefined
    ? ofSystems
    : (firstOfOrganization(subject) ?? ofSystems);
}

/** Of a file that several cards cover nobody can tell whose the call is. */
const placesIn = (
  systems: readonly SystemEntry[],
  find: (system: SystemEntry) => readonly At[],
): readonly At[] => systems.flatMap(find).filter(({ entry }) => entry.coveredBy.length === 1);

const nameOf = ({ mark: { provider, use } }: At): string => provider ?? use?.text ?? '';

const relatedTo = (verb: 'calls' | 'loads', places: readonly At[]): NonNullable<Report['related']> =>
  places.slice(0, MOST_RELATED).map((at) => ({
    uri: at.entry.uri,
    range: at.mark.signal.range,
    cell: at.mark.signal.cell,
    message: callSentence(verb, nameOf(at)),
  }));

export const supplierControlExcluded = defineRule({
  id: 'supplier-control-excluded',
  group: 'soa',
  severity: 'warning',
  basis: 'standard',
  requirement: ID,
  summary: 'A.10.3 (suppliers) is left out although a supplier is listed, or the code calls one.',
  why: 'A.10.3 is about what others supply: data, models, hosted services. Who lists a supplier or calls their service has something to look after, whether or not they train a model themselves.',
  help: 'Say how the supplier is looked after, or delete the supplier if there is none. For weights that are only loaded, say in the reason why nobody supplies them to you.',
  message: {
    listed: 'A.10.3 (suppliers) is left out, yet a supplier is listed. Say how its supply is looked after.',
    called:
      'A.10.3 (suppliers) is left out, yet the code calls {provider}. Say how its supply is looked after.',
    weights:
      'A.10.3 (suppliers) is left out, yet the code loads {model}, which others made. Does the reason cover that?',
  },
  on: 'row',
  check: ({ id, row, subject, profile }, report, { snapshot }) => {
    if (id !== ID || !leavesOut(row)) return;
    const systems = answeredBy(subject, profile).filter((system) => !system.inventoryOnly);
    const calls = placesIn(systems, (system) => vendorCalls(snapshot, system));
    const data = { row: row.place };
    const supplier = firstSupplier(subject, profile, answeredBy(subject, profile));
    if (supplier) {
      const listed = { place: supplier, part: 'key' as const, message: tr('A supplier is listed here.') };
      report(statusOf(row), { message: 'listed', related: [listed, ...relatedTo('calls', calls)], data });
      return;
    }
    const [call] = calls;
    if (call) {
      const args = { provider: nameOf(call) };
      report(statusOf(row), { message: 'called', args, related: relatedTo('calls', calls), data });
      return;
    }
    const weights = placesIn(systems, (system) => foreignWeights(snapshot, system));
    const [first] = weights;
    if (first)
      report(statusOf(row), {
        message: 'weights',
        severity: 'hint',
        args: { model: nameOf(first) },
        related: relatedTo('loads', weights),
        data,
      });
  },
  fixes: ({ data }, { snapshot }) => planInstead(snapshot, data.row),
});
