/** What a card names and nothing in the code uses. Known only where all the code was read, and names itself. */
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import { itemsOf, type CardDataset, type CardModel } from './card';
import { comparedOf } from './compare';
import type { CodeIndex } from './code-index';
import { unread } from './marks';
import { codeOf } from './system-code';
import type { Use, What } from './use';

/** What covered code uses of a sort, tests included; undefined where some of it cannot be told. */
function knownUses({ entries, byId }: CodeIndex, what: What): readonly Use[] | undefined {
  if (
    byId.has(unread(what)) ||
    entries.some(({ facts }) => facts.unreadable !== undefined || facts.hasErrors)
  )
    return undefined;
  const uses = [...byId.values()]
    .flatMap(([first]) => first?.mark.use ?? [])
    .filter((use) => use.what === what);
  // Code that names nothing of this sort may get it in a way we do not read: a service, a configuration, a command.
  return uses.some(({ known }) => known === 'public') && !uses.some(isUnclear) ? uses : undefined;
}

/** A folder or deployment of one's own may hold anything. */
const isUnclear = ({ known }: Use): boolean => known === 'elsewhere' || known === 'perhaps';

/** Models of the card, based on one that others know by its name, which no code loads or calls. */
export function unusedModels(snapshot: Snapshot, system: SystemEntry): readonly CardModel[] {
  if (codeOf(snapshot, system).length === 0) return [];
  const { models, code } = comparedOf(snapshot, system);
  const uses = models.whole ? knownUses(code, 'model') : undefined;
  if (!uses) return [];
  const used = new Set(uses.flatMap((use) => itemsOf(use, models)));
  // With a file of its own it may have been made elsewhere, once.
  return models.items
    .map(({ item }) => item)
    .filter((model) => model.basedOn?.name && !model.artifact && !used.has(model));
}

const PUBLIC_SOURCE =
  /(?:huggingface\.co|hf\.co)\/datasets\/|^hf:\/\/|kaggle\.com\/(?:datasets|competitions)\/|openml\.org\//i;

/** Whether an address is one of a public dataset, on a hub. */
export const isPublicSource = (source: string): boolean => PUBLIC_SOURCE.test(source);

/** Datasets of the card with the address of a public one as their source, which no code loads. */
export function unusedDatasets(snapshot: Snapshot, system: SystemEntry): readonly CardDataset[] {
  if (codeOf(snapshot, system).length === 0) return [];
  const { datasets, code } = comparedOf(snapshot, system);
  const isPublic = ({ source, file }: CardDataset): boolean => !file && isPublicSource(source?.value ?? '');
  if (!datasets.whole || !datasets.items.some(({ item }) => isPublic(item))) return [];
  const uses = knownUses(code, 'dataset');
  if (!uses || uses.some(({ known }) => known === 'file')) return [];
  const used = new Set(uses.flatMap((use) => itemsOf(use, datasets)));
  return datasets.items.map(({ item }) => item).filter((dataset) => isPublic(dataset) && !used.has(dataset));
}
