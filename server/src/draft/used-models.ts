/** Models that are made elsewhere: loaded from a hub or a file, or called where somebody else runs them. */
import { plain } from '../drift/own';
import type { Use } from '../drift/use';
import { groupBy } from '../workspace/group-by';
import type { Call } from './calls';
import { kebab } from './clean';
import { basesOf, hostOf, hubOf, NOTHING, ofKind, revisionOf, tasksOf, type ModelFact } from './model-fact';
import { isUrl, lastPart, stemOf } from './paths';

const isFile = (use: Use | undefined): boolean => use?.known === 'file';

/** On this machine or in a registry, but not in the workspace. */
const OUTSIDE = /^(?:[/~]|[a-z]:[\\/]|(?:models|runs|mlflow-artifacts):\/(?!\/))/i;
const isOutside = (target: string): boolean => OUTSIDE.test(target);
/** `models:/churn/3` is a version of `churn`. */
const IN_REGISTRY = /^models:\/([^/@]+)/;

/**
 * Every model that code loads and names has an entry: the rules that hold the code against the card ask for each.
 * @param isTold whether a call loads what is told elsewhere
 */
export function loadedModels(calls: readonly Call[], isTold: (call: Call) => boolean): readonly ModelFact[] {
  const loads = ofKind(calls, 'model-load').filter((call) => call.use && !isTold(call));
  const named = loads.filter(
    ({ use, target = '' }) => !isFile(use) && (use?.known !== 'elsewhere' || isUrl(target)),
  );
  const files = loads.filter(({ use, target = '' }) => isFile(use) || isOutside(target));
  return [
    ...[...groupBy(named, ({ target = '' }) => target)].map(([name, same]): ModelFact => ({
      ...NOTHING,
      called: isUrl(name) ? stemOf(name) : lastPart(name),
      at: same.map(({ at }) => at),
      bases: basesOf(same),
      provider: isUrl(name) ? undefined : hubOf(same),
      ...revisionOf(same),
      tasks: tasksOf(same),
    })),
    ...[...groupBy(files, ({ path, target = '' }) => path ?? target)].map(([path, same]) =>
      fromFile(path, same),
    ),
  ];
}

function fromFile(path: string, loads: readonly Call[]): ModelFact {
  const isBelow = loads.some((call) => call.path !== undefined);
  return {
    ...NOTHING,
    called: IN_REGISTRY.exec(path)?.[1] ?? stemOf(path.replaceAll('\\', '/')),
    at: loads.map(({ at }) => at),
    artifacts: isBelow ? loads.map(({ at }) => ({ value: path, at })) : [],
    tasks: tasksOf(loads),
    remarks: isBelow ? [] : [`loaded from ${path}, which is not below this folder: say what it is based on`],
  };
}

/** As what is told elsewhere: the same path, or the name it was saved under. */
export const isSavedAs = (paths: ReadonlySet<string>, { path, target = '' }: Call): boolean =>
  (path !== undefined && paths.has(path)) || paths.has(plain(target));

/** One entry a model and provider; one for a provider whose models the code does not name. */
export function calledModels(calls: readonly Call[]): readonly ModelFact[] {
  const providerOf = ({ provider, library }: Call): string => provider ?? library;
  return [...groupBy(ofKind(calls, 'ai-api-call'), providerOf)].flatMap(([provider, atProvider]) => {
    const named = groupBy(
      atProvider.filter(({ use }) => use !== undefined),
      ({ target = '' }) => target,
    );
    if (named.size === 0)
      return [
        {
          ...NOTHING,
          called: `${kebab(provider)}-model`,
          at: atProvider.map(({ at }) => at),
          provider: hostOf(atProvider),
          tasks: tasksOf(atProvider),
        },
      ];
    return [...named].map(([name, same]): ModelFact => ({
      ...NOTHING,
      called: lastPart(name),
      at: same.map(({ at }) => at),
      bases: basesOf(same),
      provider: hostOf(same),
      tasks: tasksOf(same),
    }));
  });
}
