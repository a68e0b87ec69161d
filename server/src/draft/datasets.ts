/** The data of a card: what code loads, what DVC keeps, what a README says a model was trained and tested on. */
import { groupBy } from '../workspace/group-by';
import { isHubLibrary, type Call } from './calls';
import { kebab } from './clean';
import type { DataRead } from './data-reads';
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
  readonly reads: readonly DataRead[];
  readonly dvc: DvcFacts;
  readonly readme: ReadmeFacts | undefined;
  /** Files that are there. */
  readonly present: ReadonlySet<string>;
}

/** In the order in which sources count: code, DVC, README. */
export const datasetsIn = ({
  calls,
  reads,
  dvc,
  readme,
  present,
}: Sources): readonly (readonly DatasetFact[])[] => {
  const facts = [
    ...withUses([...loaded(calls), ...read(reads, dvc)], calls),
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

/** What code loads or reads, in which file. */
type Loaded = Omit<DatasetFact, 'called'> & { readonly called: string | undefined; readonly code: string };

const loaded = (calls: readonly Call[]): readonly Loaded[] =>
  calls
    .filter(({ kind }) => kind === 'dataset-load')
    .map((call) => ({ called: undefined, ...nameOf(call), at: call.at, code: call.file }));

/** A file in a folder that DVC keeps is of the data of that folder. */
const read = (reads: readonly DataRead[], { data }: DvcFacts): readonly Loaded[] =>
  reads.map(({ called, source, path, at, file: code }) => {
    const kept = data.find(({ value }) => path?.startsWith(`${value}/`));
    return kept ? { called: stemOf(kept.value), at, code } : { called, source, file: path, at, code };
  });

/** Where a file trains, the one dataset it loads is what it trains on. */
function withUses(loads: readonly Loaded[], calls: readonly Call[]): readonly DatasetFact[] {
  const training = new Set(calls.filter(({ kind }) => kind === 'train').map(({ file }) => file));
  const byFile = groupBy(loads, ({ code }) => code);
  return loads.flatMap(({ called, code, ...fact }) => {
    if (called === undefined) return [];
    const isOnly = new Set(byFile.get(code)?.map((other) => other.called)).size === 1;
    const uses = isOnly && training.has(code) ? { value: 'training', at: fact.at } : undefined;
    return [{ ...fact, called, uses }];
  });
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
