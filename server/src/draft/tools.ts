/** Libraries for AI, with the versions that requirements pin. */
import { JAVASCRIPT, PYTHON } from '../code/signals';
import { groupBy } from '../workspace/group-by';
import type { Call } from './calls';
import type { MlModelFacts } from './mlmodel';
import type { ReadmeFacts } from './readme';
import type { Requirement } from './requirements';
import { settle } from './said';
import { text, type Item } from './write';

/** PyPI takes these for one name. */
const normal = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

/** By names of packages and of imports: what the table of library calls knows. */
const KNOWN: ReadonlySet<string> = new Set(
  [...PYTHON.roots, ...PYTHON.libraries, ...JAVASCRIPT.roots, ...JAVASCRIPT.libraries, 'dvc'].map(normal),
);

/** Comes with Python. */
const STANDARD = new Set(['pickle']);

/** `sklearn` is how scikit-learn is imported. */
const packageOf = (name: string): string => (PYTHON.knows(name) ? PYTHON.libraryNamed(name) : name);

interface Tool {
  readonly name: string;
  readonly version: string | undefined;
  readonly at: string;
}

/** In the order in which versions count: what is pinned, what MLflow wrote down, what code and README use without one. */
export function toolItems(sources: {
  readonly requirements: readonly Requirement[];
  readonly mlmodels: readonly MlModelFacts[];
  readonly calls: readonly Call[];
  readonly readme: ReadmeFacts | undefined;
}): readonly Item[] {
  const { requirements, mlmodels, calls, readme } = sources;
  const library = readme?.library;
  const tools: readonly Tool[] = [
    ...requirements.filter(({ name }) => KNOWN.has(normal(name))),
    ...mlmodels.flatMap((model) =>
      model.tools.map(({ value, version, at }) => ({ name: value, version, at })),
    ),
    ...calls.map(({ library: name, at }) => ({ name, version: undefined, at })),
    ...(library && KNOWN.has(normal(library.value))
      ? [{ name: packageOf(library.value), version: undefined, at: library.at }]
      : []),
  ];
  const named = tools.filter(({ name }) => !STANDARD.has(name));
  return [...groupBy(named, ({ name }) => normal(name))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, same]) => {
      // A version says more than a name; where there is none, the name is all.
      const versioned = same.filter(({ version }) => version !== undefined);
      const name = same[0]?.name ?? '';
      const settled = settle(
        (versioned.length > 0 ? versioned : same).map(({ version, at }) => ({
          value: version === undefined ? name : `${name} ${version}`,
          at,
        })),
      );
      return settled ? [{ value: text(settled.value, settled.note) }] : [];
    });
}
