/** Models of others that are trained on here: the result is the system's own, based on them. */
import { groupBy } from '../workspace/group-by';
import { trainsLoaded, type Call } from './calls';
import {
  artifactOf,
  basesOf,
  commonTask,
  hostOf,
  hubOf,
  NOTHING,
  ofKind,
  revisionOf,
  tasksOf,
  type ModelFact,
} from './model-fact';
import { lastPart } from './paths';

export interface Tuned {
  readonly model: ModelFact;
  /** Names it is based on, as the code writes them. */
  readonly base: string;
  /** Files whose training this is. */
  readonly files: readonly string[];
}

const isNamed = ({ use }: Call): boolean => use?.known === 'public' || use?.known === 'perhaps';

/** Where one file loads one public model and trains it on, the result is based on it. */
function tunedHere(calls: readonly Call[]): readonly Tuned[] {
  const tuned = new Map<string, { load: Call[]; train: Call[] }>();
  for (const [, inFile] of groupBy(calls, ({ file }) => file)) {
    const train = ofKind(inFile, 'train').filter(({ library, use }) => !use && trainsLoaded(library));
    const load = ofKind(inFile, 'model-load').filter(isNamed);
    const [name, another] = new Set(load.map(({ target = '' }) => target));
    if (train.length === 0 || name === undefined || another !== undefined) continue;
    const known = tuned.get(name) ?? { load: [], train: [] };
    tuned.set(name, { load: [...known.load, ...load], train: [...known.train, ...train] });
  }
  return [...tuned].map(([base, { load, train }]) => {
    const files = [...new Set(train.map(({ file }) => file))];
    const saves = ofKind(calls, 'save').filter(({ file }) => files.includes(file));
    const everyLoad = ofKind(calls, 'model-load').filter(({ target }) => target === base);
    return {
      base,
      files,
      model: {
        ...NOTHING,
        called: lastPart(base),
        at: train.map(({ at }) => at),
        isOwn: true,
        bases: basesOf(load),
        provider: hubOf(load),
        ...revisionOf(everyLoad),
        tasks: tasksOf(load).length > 0 ? tasksOf(load) : commonTask(train),
        artifacts: saves.flatMap(artifactOf),
      },
    };
  });
}

/** A service trains a model it hosts. */
function tunedByService(calls: readonly Call[]): readonly Tuned[] {
  const jobs = ofKind(calls, 'train').filter(({ use }) => use !== undefined);
  return [...groupBy(jobs, ({ target = '' }) => target)].map(([base, same]) => ({
    base,
    files: [],
    model: {
      ...NOTHING,
      called: `${lastPart(base)}-tuned`,
      at: same.map(({ at }) => at),
      isOwn: true,
      bases: basesOf(same),
      provider: hostOf(same),
      tasks: tasksOf(same),
    },
  }));
}

export const tunedModels = (calls: readonly Call[]): readonly Tuned[] => [
  ...tunedHere(calls),
  ...tunedByService(calls),
];
