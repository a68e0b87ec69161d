import type { At } from '../drift/code-index';
import { providersWithoutSupplier, type ProviderUse } from '../drift/providers';
import { addSupplier } from '../fixes/from-code';
import { leaveOut } from '../fixes/leave-out';
import { below } from '../model/located';
import type { CodeEntry, Snapshot, SystemEntry } from '../workspace/snapshot';
import { defineRule, type Where } from './rule';
import { MOST_RELATED, nameOf, onCard } from './shared-drift';
import { asksForMore, isLeftOut } from './shared-subject';

const CONTROL = 'A.10.3';

const whereIs = ({ entry, mark: { signal } }: At): Where => ({
  uri: entry.uri,
  range: signal.range,
  cell: signal.cell,
});

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
  },
  on: 'code',
  check: (entry, report, { snapshot }) => {
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
            .map((call) => ({ ...whereIs(call), message: 'This calls it too.' })),
          onCard(system, 'suppliers'),
        ],
        data: { provider: use.provider },
      });
    }
  },
  fixes: ({ uri, data: { provider } }, { snapshot }) => {
    const [system] = snapshot.code.get(uri)?.coveredBy ?? [];
    if (!system || typeof provider !== 'string') return [];
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
