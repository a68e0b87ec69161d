/** Who runs the hosted models that code calls: suppliers of the system. */
import { groupBy } from '../workspace/group-by';
import { providerOf, type Call } from './calls';
import { kebab } from './clean';
import { placesIn } from './said';
import type { DraftInput } from './types';
import { entry, map, text, type Item } from './write';

/** Called over the network like a vendor’s, but run by whoever installs them. */
const SELF_HOSTED = new Set(['ollama', 'vllm', 'llama-cpp']);

export function supplierItems(calls: readonly Call[], { organization }: DraftInput): readonly Item[] {
  const hosted = calls.filter(({ kind, provider }) => kind === 'ai-api-call' && provider !== undefined);
  return [...groupBy(hosted, providerOf)].flatMap(([provider, same]): readonly Item[] => {
    const id = kebab(provider);
    if (SELF_HOSTED.has(id)) return [];
    const from = `from ${placesIn(same.map(({ at }) => at))}`;
    const known = organization?.body.suppliers?.items.find((supplier) => supplier.id?.value === id);
    if (known) return [{ value: text(id, `${from}; told in ${organization?.path ?? ''}`) }];
    return [
      {
        value: map(
          entry('id', text(id, from)),
          entry('name', text(provider, from)),
          entry('provides', text('Hosted models', from)),
          entry('kind', text('service', from)),
        ),
      },
    ];
  });
}
