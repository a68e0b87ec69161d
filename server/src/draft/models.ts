/** The models of a card: what is trained here, what is loaded, what is called at a provider. */
import { groupBy } from '../workspace/group-by';
import { isHubLibrary, isOfLibrary, providerOf, trainsLoaded, type Call } from './calls';
import { kebab } from './clean';
import type { DvcFacts } from './dvc';
import type { MlModelFacts } from './mlmodel';
import { isLocalPath, isUrl, lastPart, stemOf } from './paths';
import type { Said } from './types';

/** A model with all that is said about it, in the order in which sources count. */
export interface ModelFact {
  /** What the id is made of. */
  readonly called: string;
  /** Where it shows that there is such a model. */
  readonly at: readonly string[];
  /** Trained or described here, as opposed to loaded or called. */
  readonly isOwn: boolean;
  readonly bases: readonly Said[];
  readonly provider?: Said | undefined;
  readonly revisions?: readonly Said[];
  readonly artifacts: readonly Said[];
  /** Lines of comment. */
  readonly remarks: readonly string[];
}

const NOTHING = { isOwn: false, bases: [], artifacts: [], remarks: [] } as const;

/** What is kept under a name in a registry, or put on a hub, as opposed to a path. */
const isPublished = ({ callee, library }: Call): boolean =>
  /push_to_hub|save_to_hub|log_model|register_model/.test(callee) || library === 'bentoml';

interface Sources {
  readonly calls: readonly Call[];
  readonly mlmodels: readonly MlModelFacts[];
  readonly dvc: DvcFacts;
}

/** In order: trained here, loaded, called. Without what a README says. */
export function modelsIn({ calls, mlmodels, dvc }: Sources): readonly ModelFact[] {
  const tuned = tunedModels(calls);
  const own = ownModels({ calls, mlmodels, dvc }, new Set(tuned.flatMap(({ files }) => files)));
  const known = new Set(own.flatMap(({ artifacts }) => artifacts.map(({ value }) => value)));
  const told = new Set(tuned.flatMap(({ model }) => model.bases.map(({ value }) => value)));
  const models = [
    ...own,
    ...tuned.map(({ model }) => model),
    ...loadedModels(calls, told, known),
    ...calledModels(calls),
  ];
  return models.length > 0 ? models : unnamedModel(calls);
}

/** Where code loads a model and does not say which, there is one all the same. */
function unnamedModel(calls: readonly Call[]): readonly ModelFact[] {
  const loads = ofKind(calls, 'model-load');
  if (loads.length === 0) return [];
  return [{ ...NOTHING, called: '', at: loads.map(({ at }) => at), provider: hubOf(loads) }];
}

const ofKind = (calls: readonly Call[], kind: Call['kind']): readonly Call[] =>
  calls.filter((call) => call.kind === kind);

/** A name on a hub or in a library. What a class of the project itself is given, only the project understands. */
const isPublicName = ({ target = '', callee }: Call): boolean =>
  target !== '' && !isLocalPath(target) && !isUrl(target) && isOfLibrary(callee);

interface Tuned {
  readonly model: ModelFact;
  readonly files: readonly string[];
}

/** Where one file loads one public model and trains it on, the result is based on it. */
function tunedModels(calls: readonly Call[]): readonly Tuned[] {
  const tuned = new Map<string, { load: Call[]; train: Call[] }>();
  for (const [, inFile] of groupBy(calls, ({ file }) => file)) {
    const train = ofKind(inFile, 'train').filter(({ library }) => trainsLoaded(library));
    const load = ofKind(inFile, 'model-load').filter(isPublicName);
    const [name, another] = new Set(load.map(({ target = '' }) => target));
    if (train.length === 0 || name === undefined || another !== undefined) continue;
    const known = tuned.get(name) ?? { load: [], train: [] };
    tuned.set(name, { load: [...known.load, ...load], train: [...known.train, ...train] });
  }
  return [...tuned].map(([name, { load, train }]) => {
    const files = [...new Set(train.map(({ file }) => file))];
    const saves = ofKind(calls, 'save').filter(({ file }) => files.includes(file));
    return {
      files,
      model: {
        ...NOTHING,
        called: lastPart(name),
        at: train.map(({ at }) => at),
        isOwn: true,
        bases: load.map(({ at }) => ({ value: name, at })),
        provider: hubOf(load),
        revisions: revisionsOf(load),
        artifacts: saves.flatMap(artifactOf),
      },
    };
  });
}

const hubOf = (calls: readonly Call[]): Said | undefined => {
  const found = calls.find(({ library }) => isHubLibrary(library));
  return found && { value: 'huggingface', at: found.at };
};

const revisionsOf = (calls: readonly Call[]): readonly Said[] =>
  calls.flatMap(({ revision, at }) => (revision === undefined ? [] : [{ value: revision, at }]));

function artifactOf(call: Call): readonly Said[] {
  return isPublished(call) || call.path === undefined ? [] : [{ value: call.path, at: call.at }];
}

/** @param done files whose training is told elsewhere */
function ownModels({ calls, mlmodels, dvc }: Sources, done: ReadonlySet<string>): readonly ModelFact[] {
  const train = ofKind(calls, 'train').filter(({ file }) => !done.has(file));
  const saves = ofKind(calls, 'save').filter(({ file }) => !done.has(file));
  const byPath = groupBy(
    [
      ...saves.flatMap((call) => artifactOf(call)),
      ...mlmodels.flatMap(({ artifact }) => artifact ?? []),
      ...dvc.models,
    ],
    ({ value }) => value,
  );
  const saved = [...byPath].map(([path, said]): ModelFact => {
    const mlmodel = mlmodels.find(({ artifact }) => artifact?.value === path);
    const places = said.map(({ at }) => at);
    const name = mlmodel ? nameOfFolder(mlmodel) : stemOf(path);
    return {
      ...NOTHING,
      called: name,
      at: places,
      isOwn: true,
      artifacts: said,
      remarks: remarksOn(mlmodel),
    };
  });
  const kept = mlmodels
    .filter(({ artifact }) => !artifact)
    .map((model): ModelFact => ({
      ...NOTHING,
      called: nameOfFolder(model),
      at: [model.at],
      isOwn: true,
      remarks: remarksOn(model),
    }));
  const named = saves.filter((call) => isPublished(call) && call.target !== undefined);
  const published = [...groupBy(named, ({ target = '' }) => kebab(lastPart(target)))].map(
    ([, same]): ModelFact => ({
      ...NOTHING,
      called: lastPart(same[0]?.target ?? ''),
      at: same.map(({ at }) => at),
      isOwn: true,
    }),
  );
  // A model that has a file and a name in a registry is one model where there is one of each.
  const files = [...saved, ...kept];
  const models = files.length > 0 ? files : published;
  if (models.length === 0)
    return train.length === 0 ? [] : [{ ...NOTHING, called: '', at: train.map(({ at }) => at), isOwn: true }];
  const [only, another] = models;
  if (!only || another) return models;
  return [{ ...only, at: [...train.map(({ at }) => at), ...only.at] }];
}

/** Folders that are called after what is in them say nothing. */
const isGeneric = (name: string): boolean => /^(?:models?|artifacts?)?$/i.test(name);

const nameOfFolder = ({ folder, logged }: MlModelFacts): string =>
  [logged?.value ?? '', lastPart(folder)].find((name) => !isGeneric(name)) ?? '';

const remarksOn = (model: MlModelFacts | undefined): readonly string[] =>
  model?.uuid ? [`${model.uuid.at}: MLflow knows it as ${model.uuid.value}`] : [];

/** @param told, @param files names and paths of models that are told elsewhere */
function loadedModels(
  calls: readonly Call[],
  told: ReadonlySet<string>,
  files: ReadonlySet<string>,
): readonly ModelFact[] {
  const loads = ofKind(calls, 'model-load');
  const named = loads.filter((call) => isPublicName(call) && !told.has(call.target ?? ''));
  const local = loads.flatMap(({ target = '', path, at }) =>
    path === undefined || !isLocalPath(target) || files.has(path) ? [] : [{ value: path, at }],
  );
  const fetched = loads.filter(({ target }) => target !== undefined && isUrl(target));
  const models: ModelFact[] = [
    ...[...groupBy(named, ({ target = '' }) => target)].map(([name, same]) => ({
      ...NOTHING,
      called: lastPart(name),
      at: same.map(({ at }) => at),
      bases: same.map(({ at }) => ({ value: name, at })),
      provider: hubOf(same),
      revisions: revisionsOf(same),
    })),
    ...[...groupBy(local, ({ value }) => value)].map(([path, same]) => ({
      ...NOTHING,
      called: stemOf(path),
      at: same.map(({ at }) => at),
      artifacts: same,
    })),
    ...[...groupBy(fetched, ({ target = '' }) => target)].map(([url, same]) => ({
      ...NOTHING,
      called: stemOf(url),
      at: same.map(({ at }) => at),
      bases: same.map(({ at }) => ({ value: url, at })),
    })),
  ];
  return models;
}

/** One entry a model and provider; one for a provider whose models the code does not name. */
function calledModels(calls: readonly Call[]): readonly ModelFact[] {
  return [...groupBy(ofKind(calls, 'ai-api-call'), providerOf)].flatMap(([provider, atProvider]) => {
    const named = atProvider.filter(({ target }) => target !== undefined);
    const unnamed = atProvider.filter(({ target }) => target === undefined);
    const byName = [...groupBy(named, ({ target = '' }) => target)];
    const groups: readonly (readonly [string, readonly Call[]])[] =
      byName.length > 0 ? byName : [['', unnamed]];
    return groups.map(([name, same]): ModelFact => ({
      ...NOTHING,
      called: name === '' ? `${kebab(provider)}-model` : lastPart(name),
      at: same.map(({ at }) => at),
      bases: name === '' ? [] : same.map(({ at }) => ({ value: name, at })),
      provider: { value: kebab(provider), at: same[0]?.at ?? '' },
    }));
  });
}
