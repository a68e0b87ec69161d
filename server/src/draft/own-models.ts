/** Models that are made here: saved by code, kept by DVC or MLflow, put into a registry. */
import { groupBy } from '../workspace/group-by';
import type { Call } from './calls';
import { kebab } from './clean';
import type { DvcFacts } from './dvc';
import type { MlModelFacts } from './mlmodel';
import { artifactOf, commonTask, isPublished, NOTHING, ofKind, type ModelFact } from './model-fact';
import { lastPart, stemOf } from './paths';
import type { Said } from './types';

export interface ModelSources {
  readonly calls: readonly Call[];
  readonly mlmodels: readonly MlModelFacts[];
  readonly dvc: DvcFacts;
}

/** Folders that are called after what is in them say nothing. */
const isGeneric = (name: string): boolean => /^(?:models?|artifacts?)?$/i.test(name);

const nameOfFolder = ({ folder, logged }: MlModelFacts): string =>
  [logged?.value ?? '', lastPart(folder)].find((name) => !isGeneric(name)) ?? '';

const remarksOn = (model: MlModelFacts | undefined): readonly string[] =>
  model?.uuid ? [`${model.uuid.at}: MLflow knows it as ${model.uuid.value}`] : [];

function savedModels({ mlmodels, dvc }: ModelSources, saves: readonly Call[]): readonly ModelFact[] {
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
    return {
      ...NOTHING,
      called: mlmodel ? nameOfFolder(mlmodel) : stemOf(path),
      at: said.map(({ at }) => at),
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
  return [...saved, ...kept];
}

function publishedModels(saves: readonly Call[]): readonly ModelFact[] {
  const named = saves.filter((call) => isPublished(call) && call.target !== undefined);
  return [...groupBy(named, ({ target = '' }) => kebab(lastPart(target)))].map(([, same]) => ({
    ...NOTHING,
    called: lastPart(same[0]?.target ?? ''),
    at: same.map(({ at }) => at),
    isOwn: true,
  }));
}

/** @param done files whose training is told elsewhere */
export function ownModels(sources: ModelSources, done: ReadonlySet<string>): readonly ModelFact[] {
  const train = ofKind(sources.calls, 'train').filter(({ file, use }) => !use && !done.has(file));
  const saves = ofKind(sources.calls, 'save').filter(({ file }) => !done.has(file));
  const saved = savedModels(sources, saves);
  // A model that has a file and a name in a registry is one model where there is one of each.
  const models = saved.length > 0 ? saved : publishedModels(saves);
  const at = train.map((call) => call.at);
  const task = (files?: ReadonlySet<string>): readonly Said[] =>
    taskOfTraining(files ? train.filter(({ file }) => files.has(file)) : train, sources.calls);
  if (models.length === 0)
    return train.length === 0 ? [] : [{ ...NOTHING, called: '', at, isOwn: true, tasks: task() }];
  const withTasks = models.map((model) => ({ ...model, tasks: task(filesSaving(model, saves)) }));
  const [only, another] = withTasks;
  if (!only || another) return withTasks;
  return [{ ...only, at: [...at, ...only.at], tasks: only.tasks.length > 0 ? only.tasks : task() }];
}

/** Files of code that save a model: what they train is what they save. */
const filesSaving = ({ at }: ModelFact, saves: readonly Call[]): ReadonlySet<string> =>
  new Set(saves.filter((save) => at.includes(save.at)).map(({ file }) => file));

/** Training that does not tell by itself is for what the models are for that are loaded beside it. */
function taskOfTraining(train: readonly Call[], calls: readonly Call[]): readonly Said[] {
  if (train.some(({ signal }) => signal.task !== undefined)) return commonTask(train);
  const files = new Set(train.map(({ file }) => file));
  return commonTask(ofKind(calls, 'model-load').filter(({ file }) => files.has(file)));
}
