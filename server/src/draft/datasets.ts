/** The data of a card: what code loads, what DVC keeps, what a README says a model was trained and tested on. */
import { groupBy } from '../workspace/group-by';
import { isHubLibrary, type Call } from './calls';
import { kebab } from './clean';
import type { DvcFacts } from './dvc';
import { isUrl, lastPart, stemOf } from './paths';
import type { ReadmeFacts } from './readme';
import type { Said } from './types';

export interface DatasetFact {
  /** What the id is made of; facts with one id are of one dataset. */
  readonly called: string;
  readonly at: string;
  readonly source?: string | undefined;
  readonly file?: string | undefined;
  readonly uses?: Said | undefined;
  readonly preparation?: string | undefined;
}

interface Sources {
  readonly calls: readonly Call[];
  readonly dvc: DvcFacts;
  readonly readme: ReadmeFacts | undefined;
  /** Files that are there. */
  readonly present: ReadonlySet<string>;
}

/** In the order in which sources count: code, DVC, README. */
export const datasetsIn = ({ calls, dvc, readme, present }: Sources): readonly (readonly DatasetFact[])[] => {
  const facts = [
    ...loaded(calls),
    ...dvc.data.map(({ value, at, stage, from, code: scripts }): DatasetFact => ({
      called: stemOf(value),
      at,
      file: value,
      source: from?.value ?? (stage === undefined ? undefined : `written by the DVC stage ${stage}`),
      preparation: scripts.find((path) => present.has(path)),
      uses: dvc.trainedOn.filter((input) => input.value === value).map(asTraining)[0],
    })),
    ...(readme ? described(readme) : []),
  ];
  if (facts.length === 0) return [unnamed(calls)].filter(({ length }) => length > 0);
  return [...groupBy(facts, ({ called }) => kebab(called)).values()];
};

/** What is trained is trained on something, also where the code gets it from elsewhere. */
const unnamed = (calls: readonly Call[]): readonly DatasetFact[] =>
  calls
    .filter(({ kind }) => kind === 'train')
    .map(({ at }) => ({ called: 'training-data', at, uses: { value: 'training', at } }));

const asTraining = ({ at: place }: Said): Said => ({ value: 'training', at: place });

/** What the Hub calls a dataset, as a source. */
const onHub = (name: string): string => `${name} (Hugging Face)`;

function described({ datasets, results }: ReadmeFacts): readonly DatasetFact[] {
  return [
    ...datasets.map(({ value, at }): DatasetFact => ({
      called: lastPart(value),
      at,
      source: onHub(value),
      uses: { value: 'training', at },
    })),
    ...results.flatMap(({ dataset }): readonly DatasetFact[] =>
      dataset
        ? [
            {
              called: lastPart(dataset.value),
              at: dataset.at,
              source: onHub(dataset.value),
              uses: { value: 'testing', at: dataset.at },
            },
          ]
        : [],
    ),
  ];
}

function loaded(calls: readonly Call[]): readonly DatasetFact[] {
  const loads = calls.filter(({ kind }) => kind === 'dataset-load');
  return loads.flatMap((call) => {
    const found = nameOf(call);
    return found ? [{ ...found, at: call.at, uses: usesOf(call, calls) }] : [];
  });
}

/** Where a file trains, the one dataset it loads is what it trains on. */
function usesOf({ file, at }: Call, calls: readonly Call[]): Said | undefined {
  const inFile = calls.filter((call) => call.file === file);
  const isOnly =
    new Set(inFile.filter(({ kind }) => kind === 'dataset-load').map((call) => nameOf(call)?.called)).size ===
    1;
  return isOnly && inFile.some(({ kind }) => kind === 'train') ? { value: 'training', at } : undefined;
}

/** The name as the rules read it that hold the code against the card, and where it is from. */
function nameOf({
  library,
  target,
  use,
  path,
}: Call): Pick<DatasetFact, 'called' | 'source' | 'file'> | undefined {
  if (use === undefined || target === undefined) return undefined;
  if (isUrl(target)) return { called: stemOf(target), source: target };
  if (use.known === 'file' || use.known === 'elsewhere')
    return { called: stemOf(target.replaceAll('\\', '/')), file: path };
  const inLibrary = `${target} (${library})`;
  if (!isHubLibrary(library)) return { called: lastPart(target), source: inLibrary };
  return {
    called: lastPart(target),
    source: use.known === 'public' ? onHub(target) : `${target} (Hugging Face, or a folder of that name)`,
  };
}
