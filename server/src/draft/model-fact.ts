/** What sources say about one model, and how calls say it. */
import { isHubLibrary, type Call } from './calls';
import { kebab } from './clean';
import { placesIn } from './said';
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
  readonly revision?: Said | undefined;
  readonly artifacts: readonly Said[];
  /** What calls tell it is used for. */
  readonly tasks: readonly Said[];
  /** Lines of comment. */
  readonly remarks: readonly string[];
}

export const NOTHING = { isOwn: false, bases: [], artifacts: [], tasks: [], remarks: [] } as const;

export const ofKind = (calls: readonly Call[], kind: Call['kind']): readonly Call[] =>
  calls.filter((call) => call.kind === kind);

/** Where a public model is from: a name on the Hub can be told from the library. */
export const hubOf = (calls: readonly Call[]): Said | undefined => {
  const found = calls.find(({ library }) => isHubLibrary(library));
  return found && { value: 'huggingface', at: found.at };
};

/** A name as what a model is based on. Where it could be a folder too, that is said. */
export const basesOf = (calls: readonly Call[]): readonly Said[] =>
  calls.flatMap(({ target, use, at }) =>
    target === undefined
      ? []
      : [{ value: target, at: use?.known === 'perhaps' ? `${at} (or it is a folder of that name)` : at }],
  );

/** A card that pins what only some of the code asks for would be contradicted by the rest of it. */
export function revisionOf(calls: readonly Call[]): {
  readonly revision?: Said;
  readonly remarks: readonly string[];
} {
  const asked = calls.flatMap(({ signal: { revision }, at }) =>
    revision?.is === 'named' ? [{ value: revision.name, at }] : [],
  );
  const [first] = asked;
  if (!first) return { remarks: [] };
  const isOne = asked.length === calls.length && asked.every(({ value }) => value === first.value);
  if (isOne)
    return { revision: { value: first.value, at: placesIn(asked.map(({ at }) => at)) }, remarks: [] };
  return {
    remarks: [`${first.at} asks for the revision ${first.value}, other code for another or the newest`],
  };
}

/** What is kept under a name in a registry, or put on a hub, as opposed to a path. */
export const isPublished = ({ callee, library }: Call): boolean =>
  /push_to_hub|save_to_hub|log_model|register_model/.test(callee) || library === 'bentoml';

export function artifactOf(call: Call): readonly Said[] {
  return isPublished(call) || call.path === undefined ? [] : [{ value: call.path, at: call.at }];
}

export const tasksOf = (calls: readonly Call[]): readonly Said[] =>
  calls.flatMap(({ signal: { task }, at }) => (task === undefined ? [] : [{ value: task, at }]));

/** Where any of these calls may be the model's: what it is used for is known where all of them tell the same. */
export function commonTask(calls: readonly Call[]): readonly Said[] {
  const tasks = tasksOf(calls);
  const isOne = tasks.length === calls.length && new Set(tasks.map(({ value }) => value)).size === 1;
  return isOne ? tasks : [];
}

/** Who runs a hosted model, as values of `provider` are written; undefined where the call does not tell. */
export const hostOf = (calls: readonly Call[]): Said | undefined => {
  const found = calls.find(({ provider }) => provider !== undefined);
  return found?.provider === undefined ? undefined : { value: kebab(found.provider), at: found.at };
};
