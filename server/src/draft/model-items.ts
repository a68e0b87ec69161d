/** Models as entries of a card. What a README says goes to the one model that is the project’s own. */
import { isSame, parseName } from '../drift/name';
import { kebab, uniqueIds } from './clean';
import { NOTHING, type ModelFact } from './model-fact';
import type { ReadmeFacts } from './readme';
import { placesIn, settle } from './said';
import type { Said } from './types';
import { entry, list, map, numeral, text, todo, type Entry, type Item } from './write';

interface Context {
  /** Id of the system: what a model without a name is called after. */
  readonly system: string;
  readonly readme: ReadmeFacts | undefined;
  /** Licences of the repository. */
  readonly licences: readonly Said[];
  /** Id of the dataset that sources call by a name. */
  readonly datasetOf: (name: string) => string | undefined;
}

/** The model a README describes: the project’s own, where there is one; of several, the one of its name. */
function describedBy({ name }: ReadmeFacts, models: readonly ModelFact[]): ModelFact | undefined {
  const own = models.filter(({ isOwn }) => isOwn);
  return own.length === 1 ? own[0] : own.find(({ called }) => name && kebab(called) === kebab(name.value));
}

export function modelItems(models: readonly ModelFact[], context: Context): readonly Item[] {
  const { readme } = context;
  const withIds = { ...context, id: uniqueIds() };
  if (!readme) return models.map((model) => item(model, undefined, withIds));
  const found = describedBy(readme, models);
  const described = found ?? { ...NOTHING, called: '', at: [], isOwn: true };
  const based = baseOf(described, readme, models);
  return [...(found ? [] : [described]), ...models]
    .filter((model) => model !== based)
    .map((model) =>
      model === described
        ? item(based ? on(based, model) : model, readme, withIds)
        : item(model, undefined, withIds),
    );
}

/** The model among those the code loads that the README says its own is based on, where the code does not say on which. */
function baseOf(
  described: ModelFact,
  { bases: [written] }: ReadmeFacts,
  models: readonly ModelFact[],
): ModelFact | undefined {
  const name = written && parseName(written.value);
  if (!name || described.bases.length > 0) return undefined;
  return models.find(({ isOwn, bases: [first] }) => {
    const loaded = !isOwn && first ? parseName(first.value) : undefined;
    return loaded !== undefined && isSame(loaded, name);
  });
}

/** A model with what the code says of its base. */
const on = (based: ModelFact, model: ModelFact): ModelFact => ({
  ...model,
  bases: based.bases,
  provider: based.provider,
  revision: based.revision,
  tasks: [...model.tasks, ...based.tasks],
  remarks: [...model.remarks, ...based.remarks],
});

type WithIds = Context & { readonly id: ReturnType<typeof uniqueIds> };

function item(model: ModelFact, readme: ReadmeFacts | undefined, context: WithIds): Item {
  const places = [...model.at, ...(readme?.name ? [readme.name.at] : readme ? [readme.at] : [])];
  const id = context.id(readme?.name?.value ?? model.called, `${context.system}-model`);
  return {
    above: [...model.remarks, ...languages(readme)],
    value: map(
      entry('id', text(id, `from ${placesIn(places)}`)),
      artifact(model),
      task(model, readme),
      base(model, readme),
      model.isOwn ? licence(readme, context.licences) : undefined,
      metrics(readme, context.datasetOf),
    ),
  };
}

function artifact({ artifacts }: ModelFact): Entry | undefined {
  const settled = settle(artifacts);
  return entry('artifact', settled && text(settled.value, settled.note));
}

/** What somebody wrote of the model counts before what calls tell. */
function task({ tasks }: ModelFact, readme: ReadmeFacts | undefined): Entry | undefined {
  const settled = settle([...(readme?.tasks ?? []), ...tasks]);
  return entry(
    'task',
    settled ? text(settled.value, settled.note) : todo('what the model does, such as text-classification'),
  );
}

/** What runs counts before what is written about it. */
function base(
  { bases, provider, revision, isOwn, artifacts }: ModelFact,
  readme: ReadmeFacts | undefined,
): Entry | undefined {
  const described = readme?.bases ?? [];
  const settled = settle([...bases, ...described]);
  const from = provider ?? (described[0] && { value: 'huggingface', at: described[0].at });
  if (!settled && (isOwn || artifacts.length > 0)) return undefined;
  return entry(
    'basedOn',
    map(
      entry(
        'name',
        settled
          ? text(settled.value, settled.note)
          : todo('which model it is; the code does not say it in one word'),
      ),
      entry('provider', from && text(from.value, `from ${from.at}`)),
      entry('revision', revision && text(revision.value, `from ${revision.at}`)),
    ),
  );
}

/** What a README says of the model counts before what the repository says of everything in it. */
function licence(readme: ReadmeFacts | undefined, ofRepository: readonly Said[]): Entry | undefined {
  const settled = settle(
    [...(readme?.license ? [readme.license] : []), ...ofRepository],
    (a, b) => kebab(a) === kebab(b),
  );
  return entry('license', settled && text(settled.value, settled.note));
}

/** A card has no place for languages: the impact assessment asks for them. */
function languages(readme: ReadmeFacts | undefined): readonly string[] {
  const [first, ...others] = readme?.languages ?? [];
  if (!first) return [];
  const all = [first, ...others].map(({ value }) => value).join(', ');
  return [`${first.at}: languages ${all}, which the impact assessment asks for (deployment.languages)`];
}

function metrics(readme: ReadmeFacts | undefined, datasetOf: Context['datasetOf']): Entry | undefined {
  const items = (readme?.results ?? []).map(({ name, value, dataset }): Item => {
    const id = dataset && datasetOf(dataset.value);
    return {
      value: map(
        entry('name', text(name.value, `from ${name.at}`)),
        entry('value', numeral(value.value, `from ${value.at}`)),
        entry('dataset', dataset && id !== undefined ? text(id, `from ${dataset.at}`) : undefined),
      ),
    };
  });
  return entry('metrics', items.length > 0 ? list(items) : undefined);
}
