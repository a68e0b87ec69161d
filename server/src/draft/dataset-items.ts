/** Datasets as entries of a card. */
import { kebab, uniqueIds } from './clean';
import type { DatasetFact } from './datasets';
import { lastPart } from './paths';
import { placesIn, settle } from './said';
import type { Said } from './types';
import { entry, list, map, text, todo, type Item } from './write';

export interface DatasetItems {
  readonly items: readonly Item[];
  /** The id of what a source calls by this name; undefined where it is none of the datasets. */
  readonly idOf: (name: string) => string | undefined;
}

/** @param datasets for each dataset, what sources say of it */
export function datasetItems(datasets: readonly (readonly DatasetFact[])[]): DatasetItems {
  const id = uniqueIds();
  const ids = new Map<string, string>();
  const items = datasets.map((facts): Item => {
    const own = id(facts[0]?.called ?? '', 'dataset');
    for (const { called } of facts) ids.set(kebab(called), own);
    return { value: body(own, facts) };
  });
  return { items, idOf: (name) => ids.get(kebab(lastPart(name))) };
}

function body(id: string, facts: readonly DatasetFact[]): Item['value'] {
  const saying = (key: 'source' | 'file' | 'preparation'): readonly Said[] =>
    facts.flatMap(({ [key]: value, at }) => (value === undefined ? [] : [{ value, at }]));
  const [source, file, preparation] = [
    settle(saying('source')),
    settle(saying('file')),
    settle(saying('preparation')),
  ];
  return map(
    entry('id', text(id, `from ${placesIn(facts.map(({ at }) => at))}`)),
    entry('uses', list(uses(facts))),
    entry('source', source ? text(source.value, source.note) : todo('where the data comes from')),
    entry('file', file && text(file.value, file.note)),
    entry('preparation', preparation && text(preparation.value, preparation.note)),
  );
}

function uses(facts: readonly DatasetFact[]): readonly Item[] {
  const said = facts.flatMap(({ uses: use }) => use ?? []);
  const words = [...new Set(said.map(({ value }) => value))];
  if (words.length === 0) return [{ value: todo('what for: training, validation, testing, retrieval, …') }];
  return words.map((word) => ({
    value: text(word, `from ${placesIn(said.filter(({ value }) => value === word).map(({ at }) => at))}`),
  }));
}
