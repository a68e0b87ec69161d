import { tr } from '../l10n/tr';
import type { At } from '../drift/code-index';
import { providersWithoutSupplier, vendorCalls, type ProviderUse } from '../drift/providers';
import { addSupplier } from '../fixes/from-code';
import { leaveOut } from '../fixes/leave-out';
import { below } from '../model/located';
import { rowOf } from '../verdict/place-of-row';
import { linkedOrganization, type CodeEntry, type Snapshot, type SystemEntry } from '../workspace/snapshot';
import { defineRule, type Report, type Where } from './rule';
import { MOST_RELATED, nameOf, onCard } from './shared-drift';
import { asksForMore, isLeftOut } from './shared-subject';

const CONTROL = 'A.10.3';

const whereIs = ({ entry, mark: { signal } }: At): Where => ({
  uri: entry.uri,
  range: signal.range,
  cell: signal.cell,
});

interface Call {
  readonly system: SystemEntry;
  readonly call: At;
}

interface Found {
  readonly system: SystemEntry;
  readonly use: ProviderUse;
}

/** Providers without a supplier that are called in this file first. */
function startingIn(snapshot: Snapshot, entry: CodeEntry): readonly Found[] {
  const [system] = entry.coveredBy;
  if (!system || isLeftOut(system, CONTROL)) return [];
  return providersWithoutSupplier(snapshot, system)
    .filter(({ calls: [first] }) => first.entry === entry)
    .map((use) => ({ system, use }));
}

const excludedAt = (system: SystemEntry): NonNullable<Report['related']> => {
  const row =
    rowOf(system, CONTROL) ?? linkedOrganization(system.organization)?.controls?.entries.get(CONTROL);
  return row ? [{ place: row.place, part: 'key', message: tr('Left out here.') }] : [];
};

/** The first call of a vendor by a system that leaves suppliers out. Of a file of several cards nobody can tell whose it is. */
function callDespiteExclusion(snapshot: Snapshot, entry: CodeEntry): Call | undefined {
  const [system, ...others] = entry.coveredBy;
  if (!system || others.length > 0 || !isLeftOut(system, CONTROL)) return undefined;
  const [call] = vendorCalls(snapshot, system).filter(({ entry: { coveredBy } }) => coveredBy.length === 1);
  return call?.entry === entry ? { system, call } : undefined;
}

export const providerNotOnCard = defineRule({
  id: 'provider-not-on-card',
  group: 'code',
  severity: 'warning',
  basis: 'standard',
  requirement: CONTROL,
  summary: 'Code calls a model that somebody else hosts, and nobody lists that provider as a supplier.',
  why: 'What is sent to a provider leaves the house, and what comes back can change from one day to the next. Somebody has to know the contract, and who answers for what.',
  help: 'List the provider under `suppliers` of the card or the organization, with the contract and who is responsible for what.',
  message: {
    unknown:
      'This calls {provider}, which the card of {system} does not name. List it as a supplier, with the contract.',
    mentioned:
      'This calls {provider}. The card of {system} names it, but not as a supplier: add who looks after the contract.',
    excluded:
      'This calls {provider}, and A.10.3 (suppliers) is left out for {system}. Say there how the supply is looked after.',
  },
  on: 'code',
  check: (entry, report, { snapshot }) => {
    const despite = callDespiteExclusion(snapshot, entry);
    if (despite) {
      const { system, call } = despite;
      // The warning about it stands on the row; this only points there.
      report(whereIs(call), {
        message: 'excluded',
        severity: 'info',
        args: { provider: call.mark.provider ?? '', system: nameOf(system) },
        related: excludedAt(system),
      });
    }
    for (const { system, use } of startingIn(snapshot, entry)) {
      if (use.mentioned && !asksForMore(system)) continue;
      const [first, ...others] = use.calls;
      report(whereIs(first), {
        message: use.mentioned ? 'mentioned' : 'unknown',
        severity: use.mentioned ? 'info' : 'warning',
        args: { provider: use.provider, system: nameOf(system) },
        related: [
          ...others
            .slice(0, MOST_RELATED)
            .map((call) => ({ ...whereIs(call), message: tr('This calls it too.') })),
          onCard(system, 'suppliers'),
        ],
        data: { provider: use.provider },
      });
    }
  },
  fixes: ({ uri, data: { provider } }, { snapshot }) => {
    const [system] = snapshot.code.get(uri)?.coveredBy ?? [];
    if (!system) return [];
    if (typeof provider !== 'string') return leaveOut(snapshot, system, uri);
    const taken = new Set(
      (system.body.suppliers?.items ?? []).flatMap((item) =>
        item.node === 'value' ? item.value : (item.id?.value ?? []),
      ),
    );
    return [
      ...addSupplier(snapshot, below(system.own, 'suppliers'), provider, taken),
      ...leaveOut(snapshot, system, uri),
    ];
  },
});
