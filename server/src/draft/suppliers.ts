/** Who runs the hosted models that code calls: suppliers of the system. */
import { groupBy } from '../workspace/group-by';
import { vendorAsked } from '../drift/vendors';
import type { Call } from './calls';
import { kebab } from './clean';
import { placesIn } from './said';
import type { DraftInput } from './types';
import { entry, map, text, type Item } from './write';

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

export function supplierItems(calls: readonly Call[], { organization }: DraftInput): readonly Item[] {
  const hosted = calls.flatMap((call) => {
    const vendor = vendorAsked(call.signal);
    return vendor === undefined ? [] : [{ vendor, at: call.at }];
  });
  return [...groupBy(hosted, ({ vendor }) => vendor)].map(([vendor, same]): Item => {
    const from = `from ${placesIn(same.map(({ at }) => at))}`;
    const known = organization?.body.suppliers?.items.find(
      ({ id, name }) =>
        id?.value === kebab(vendor) || (id && name && letters(name.value) === letters(vendor)),
    );
    if (known?.id) return { value: text(known.id.value, `${from}; told in ${organization?.path ?? ''}`) };
    return {
      value: map(
        entry('id', text(kebab(vendor), from)),
        entry('name', text(vendor, 'who runs what is called there')),
        entry('provides', text('Hosted models', 'what is called there')),
        entry('kind', text('service', 'it is called over the network')),
      ),
    };
  });
}
