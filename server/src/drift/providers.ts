/** Who hosts the models that code calls, against the suppliers of the card and its organization. */
import { below, has, type List } from '../model/located';
import { groupBy } from '../workspace/group-by';
import { isReadWhole } from '../workspace/read-whole';
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import { comparedOf, perSystem } from './compare';
import { loud, together, type At, type CodeIndex } from './code-index';
import { meansProvider, vendorAsked } from './vendors';

export interface ProviderUse {
  readonly provider: string;
  /** In order of files and lines. Never empty. */
  readonly calls: readonly [At, ...At[]];
  /** Is it named as the origin of a model, or among what the system runs on? */
  readonly mentioned: boolean;
}

/** Calls of models that others host, by who does; tests and examples left out. */
function callsByVendor({ byId }: CodeIndex): ReadonlyMap<string, readonly (readonly At[])[]> {
  const lists = [...byId.values()].filter(
    ([first]) => first?.mark.provider !== undefined && vendorAsked(first.mark.signal) !== undefined,
  );
  return groupBy(lists.map(loud), ([first]) => first?.mark.provider ?? '');
}

/** Calls of models that others host, in order of files and lines; tests and examples left out. */
export const vendorCalls = perSystem((snapshot, system): readonly At[] =>
  together([...callsByVendor(comparedOf(snapshot, system).code).values()].flat()),
);

type Supplier = NonNullable<NonNullable<SystemEntry['body']['suppliers']>['items']>[number];

const textsOf = (supplier: Supplier): readonly string[] =>
  supplier.node === 'value'
    ? [supplier.value]
    : [supplier.id, supplier.name, supplier.provides].flatMap((each) => each?.value ?? []);

/** Undefined where there may be suppliers that were not read. */
function supplierTexts(
  snapshot: Snapshot,
  { own, body, organization }: SystemEntry,
): readonly string[] | undefined {
  const isWhole = (
    block: SystemEntry['own'] | Extract<typeof organization, { kind: 'found' }>['body'],
  ): boolean =>
    isReadWhole(snapshot, below(block, 'suppliers')) &&
    (block.suppliers === undefined
      ? !has(block, 'suppliers')
      : block.suppliers.items.length === block.suppliers.written);
  if (organization.kind === 'unreachable' || !isWhole(own)) return undefined;
  if (organization.kind === 'none') return (body.suppliers?.items ?? []).flatMap(textsOf);
  if (!isWhole(organization.body)) return undefined;
  return [...(body.suppliers?.items ?? []), ...(organization.body.suppliers?.items ?? [])].flatMap(textsOf);
}

const listed = (list: List<{ readonly value: string }> | undefined): readonly string[] =>
  list?.items.map(({ value }) => value) ?? [];

const mentions = ({ body: { models, resources } }: SystemEntry): readonly string[] => [
  ...(models?.items ?? []).flatMap(({ basedOn }) => basedOn?.provider?.value ?? []),
  ...listed(resources?.tools),
  ...listed(resources?.compute),
];

/**
 * Providers that neither the card nor its organization lists as a supplier. Where a model of theirs is not on the card
 * either, that is said instead.
 */
export const providersWithoutSupplier = perSystem((snapshot, system): readonly ProviderUse[] => {
  const suppliers = supplierTexts(snapshot, system);
  const { models, notOnCard, code } = comparedOf(snapshot, system);
  if (!suppliers || !models.whole) return [];
  const unnamed = new Set(notOnCard.flatMap(({ uses }) => uses.map(({ use }) => use.signal.provider)));
  return [...callsByVendor(code)].flatMap(([provider, lists]) => {
    const isKnown = (text: string): boolean => meansProvider(text, provider);
    if (unnamed.has(provider) || suppliers.some(isKnown)) return [];
    const [first, ...others] = together(lists).filter(({ entry }) => entry.coveredBy[0] === system);
    return first ? [{ provider, calls: [first, ...others], mentioned: mentions(system).some(isKnown) }] : [];
  });
});
