/** The models of a card: what is trained here, what is loaded, what is called at a provider. */
import { plain } from '../drift/own';
import type { Call } from './calls';
import { commonTask, hubOf, NOTHING, ofKind, type ModelFact } from './model-fact';
import { ownModels, type ModelSources } from './own-models';
import { tunedModels } from './tuned-models';
import { calledModels, isSavedAs, loadedModels } from './used-models';

/** In order: trained here, loaded, called. Without what a README says. */
export function modelsIn(sources: ModelSources): readonly ModelFact[] {
  const { calls } = sources;
  const tuned = tunedModels(calls);
  const own = ownModels(sources, new Set(tuned.flatMap(({ files }) => files)));
  const bases = new Set(tuned.map(({ base }) => base));
  const made = new Set([
    ...[...own, ...tuned.map(({ model }) => model)].flatMap(({ artifacts }) =>
      artifacts.map(({ value }) => value),
    ),
    ...ofKind(calls, 'save').map(({ target = '' }) => plain(target)),
  ]);
  const models = [
    ...own,
    ...tuned.map(({ model }) => model),
    ...loadedModels(calls, (call) => bases.has(call.target ?? '') || isSavedAs(made, call)),
    ...calledModels(calls),
  ];
  return models.length > 0 ? models : unnamedModel(calls);
}

/** Where code loads a model and does not say which, there is one all the same. */
function unnamedModel(calls: readonly Call[]): readonly ModelFact[] {
  const loads = ofKind(calls, 'model-load');
  if (loads.length === 0) return [];
  return [
    {
      ...NOTHING,
      called: '',
      at: loads.map(({ at }) => at),
      provider: hubOf(loads),
      tasks: commonTask(loads),
    },
  ];
}
