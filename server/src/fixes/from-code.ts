/** Adds to a card what its code uses, filled in as far as the call tells. */
import { tr } from '../l10n/tr';
import type { Place } from '../model/located';
import type { Use } from '../drift/use';
import type { Snapshot } from '../workspace/snapshot';
import { flowText, PLACEHOLDER, yamlText } from './scalar';
import type { Fix } from './edit';
import { insertInList, insertInMap, oneEdit } from './yaml';

/** Libraries whose public names are those of the Hugging Face hub. */
const ON_HUB =
  /^(?:transformers|datasets|diffusers|sentence-transformers|peft|setfit|optimum|huggingface-hub|@huggingface\/\w+|vllm|trl|unsloth)$/;

const slug = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');

/** Short, and not yet taken. */
function freeId(text: string, taken: ReadonlySet<string>): string {
  const id = slug(
    text
      .slice(text.lastIndexOf('/') + 1)
      .replace(/\.(?:joblib|pkl|pt|pth|onnx|h5|keras|csv|jsonl?|parquet)$/i, ''),
  );
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

const flowMap = (pairs: readonly (readonly [string, string | undefined])[]): string => {
  const written = pairs.flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${flowText(yamlText(value))}`],
  );
  return `{ ${written.join(', ')} }`;
};

const isPath = ({ known }: Use): boolean => known === 'file';

export const providerOf = ({ signal: { provider, library } }: Use): string | undefined =>
  provider === undefined ? (ON_HUB.test(library) ? 'huggingface' : undefined) : slug(provider);

/** The pretrained model of a use, as `basedOn` says it. */
function basedOn(use: Use): string {
  const { revision } = use.signal;
  return flowMap([
    ['name', use.text],
    ['provider', providerOf(use)],
    ['revision', revision?.is === 'named' ? revision.name : undefined],
  ]);
}

/** @param artifact the file's path from the card, where the use is of a file */
export function addModel(
  snapshot: Snapshot,
  models: Place,
  use: Use,
  taken: ReadonlySet<string>,
  artifact: string | undefined,
): readonly Fix[] {
  const id = freeId(use.text, taken);
  const lines = [
    `id: ${yamlText(id)}`,
    ...(artifact === undefined ? [] : [`artifact: ${yamlText(artifact)}`]),
    `task: ${use.signal.task ?? PLACEHOLDER}`,
    ...(isPath(use) ? [] : [`basedOn: ${basedOn(use)}`]),
  ];
  return oneEdit(
    tr('Add {0} to the models of the card', use.text),
    models.uri,
    insertInList(snapshot, models, lines),
    {
      preferred: true,
    },
  );
}

/** Says what a model of the card that names no base is based on. */
export const sayBase = (snapshot: Snapshot, model: Place, id: string, use: Use): readonly Fix[] =>
  oneEdit(
    tr('Say that {0} is based on {1}', id, use.text),
    model.uri,
    insertInMap(snapshot, model, [`basedOn: ${basedOn(use)}`]),
  );

function sourceOf({ text, known, signal: { library } }: Use): string {
  if (known === 'file') return PLACEHOLDER;
  if (ON_HUB.test(library))
    return yamlText(/^https?:/.test(text) ? text : `https://huggingface.co/datasets/${text}`);
  return yamlText(library);
}

export function addDataset(
  snapshot: Snapshot,
  datasets: Place,
  use: Use,
  taken: ReadonlySet<string>,
  file: string | undefined,
): readonly Fix[] {
  const lines = [
    `id: ${yamlText(freeId(use.text, taken))}`,
    `uses: [${PLACEHOLDER}]`,
    `source: ${sourceOf(use)}`,
    ...(file === undefined ? [] : [`file: ${yamlText(file)}`]),
  ];
  return oneEdit(
    tr('Add {0} to the datasets of the card', use.text),
    datasets.uri,
    insertInList(snapshot, datasets, lines),
    {
      preferred: true,
    },
  );
}

export function addSupplier(
  snapshot: Snapshot,
  suppliers: Place,
  provider: string,
  taken: ReadonlySet<string>,
): readonly Fix[] {
  const lines = [
    `id: ${yamlText(freeId(provider, taken))}`,
    `name: ${yamlText(provider)}`,
    'provides: Hosted models',
    'kind: service',
    `contract: ${PLACEHOLDER}`,
    `responsibilities: ${PLACEHOLDER}`,
  ];
  return oneEdit(
    tr('Add {0} to the suppliers of the card', provider),
    suppliers.uri,
    insertInList(snapshot, suppliers, lines),
    {
      preferred: true,
    },
  );
}
