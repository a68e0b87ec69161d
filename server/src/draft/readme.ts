/** The front matter of a README that describes a model, as the Hugging Face Hub reads it. */
import { kebab } from './clean';
import type { Said, SourceFile } from './types';
import { readYaml, type YamlSource } from './yaml-source';

/** A measured figure of `model-index`. */
export interface ResultFact {
  readonly name: Said;
  /** Digits as written. */
  readonly value: Said;
  readonly dataset: Said | undefined;
}

export interface ReadmeFacts {
  readonly name: Said | undefined;
  readonly license: Said | undefined;
  readonly bases: readonly Said[];
  /** What the model was trained on: that is what the Hub means by `datasets`. */
  readonly datasets: readonly Said[];
  readonly languages: readonly Said[];
  readonly tasks: readonly Said[];
  readonly results: readonly ResultFact[];
  readonly library: Said | undefined;
  /** Where a model is described at all. */
  readonly at: string;
}

/** Front matters are short; what is longer is none. In UTF-16 code units. */
const MOST_LENGTH = 100_000;

/** Keys only a model has; `license` and `tags` stand in any front matter. */
const MODEL_KEYS = ['base_model', 'model-index', 'pipeline_tag', 'library_name', 'datasets', 'model_name'];

/** @returns undefined where there is no front matter, or none about a model */
export function readReadme({ path, text }: SourceFile): ReadmeFacts | undefined {
  const [opening] = /^\s*---[ \t]*\r?\n/.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const rest = text.slice(opening.length, opening.length + MOST_LENGTH);
  const end = /^---[ \t]*$/m.exec(rest)?.index;
  if (end === undefined) return undefined;
  const firstLine = opening.split('\n').length - 1;
  const source = readYaml({ path, text: rest.slice(0, end) }, firstLine);
  const [key] = MODEL_KEYS.filter((each) => source.each(each).length > 0 || source.count(each) > 0);
  return key === undefined ? undefined : factsOf(source, source.at(key));
}

const isNumber = ({ value }: Said): boolean => /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(value);

/** `name` where it says more than `type`: "Precision Macro", not "Accuracy". */
const nameOf = (type: Said | undefined, name: Said | undefined): Said | undefined =>
  type && name && kebab(type.value) !== kebab(name.value) ? name : (type ?? name);

function* resultsIn(source: YamlSource): Iterable<{ readonly task: Said | undefined; facts: ResultFact[] }> {
  const results = ['model-index', 0, 'results'] as const;
  for (let index = 0; index < source.count(...results); index++) {
    const dataset = [...results, index, 'dataset'] as const;
    const metrics = [...results, index, 'metrics'] as const;
    const facts = Array.from({ length: source.count(...metrics) }, (_, each): ResultFact[] => {
      const name = nameOf(source.said(...metrics, each, 'type'), source.said(...metrics, each, 'name'));
      const value = source.said(...metrics, each, 'value');
      if (!name || !value || !isNumber(value)) return [];
      return [{ name, value, dataset: source.said(...dataset, 'type') ?? source.said(...dataset, 'name') }];
    });
    yield { task: source.said(...results, index, 'task', 'type'), facts: facts.flat() };
  }
}

function factsOf(source: YamlSource, at: string): ReadmeFacts {
  const results = [...resultsIn(source)];
  return {
    at,
    name: source.said('model-index', 0, 'name') ?? source.said('model_name'),
    license: source.said('license'),
    bases: source.each('base_model'),
    datasets: source.each('datasets'),
    languages: source.each('language'),
    tasks: [source.said('pipeline_tag') ?? [], results.map(({ task }) => task ?? [])].flat(2),
    results: results.flatMap(({ facts }) => facts),
    library: source.said('library_name'),
  };
}
