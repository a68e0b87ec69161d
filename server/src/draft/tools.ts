/** Libraries for AI and those that training data is read with, with the versions that requirements pin. */
import { JAVASCRIPT, PYTHON } from '../code/signals';
import { groupBy } from '../workspace/group-by';
import type { Call } from './calls';
import type { DataRead } from './data-reads';
import type { MlModelFacts } from './mlmodel';
import type { ReadmeFacts } from './readme';
import type { Requirement } from './requirements';
import { placesIn, settle } from './said';
import type { Said } from './types';
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

const IN_NPM = ' (npm)';
/** Where packages of npm are named: in its files, and in JavaScript and TypeScript. */
const NPM = /(?:package(?:-lock)?\.json|pnpm-lock\.yaml|\.(?:[cm]?[jt]s|[jt]sx))(?::\d+)?$/;

/** One library, whatever name it has where it is imported. What npm and PyPI call the same are two. */
const keyOf = ({ name, at }: Pick<Tool, 'name' | 'at'>): string =>
  `${normal(JAVASCRIPT.canonical(packageOf(name)))}${NPM.test(at) ? IN_NPM : ''}`;

interface Tool {
  readonly name: string;
  readonly version: string | undefined;
  readonly at: string;
}

export interface ToolSources {
  readonly requirements: readonly Requirement[];
  /** What lock files say, of whatever packages. */
  readonly locked: readonly Requirement[];
  /** Images of containers that are made for AI. */
  readonly images: readonly Said[];
  readonly mlmodels: readonly MlModelFacts[];
  readonly calls: readonly Call[];
  /** Libraries for anything are tools where the data is read with them. */
  readonly reads: readonly DataRead[];
  readonly readme: ReadmeFacts | undefined;
}

/** Packages named above the folder are those of whatever is there: of this system are the ones its own code uses. */
function ofFolder({ requirements, calls, reads }: ToolSources): readonly Requirement[] {
  const used = new Set([...calls, ...reads].map(({ library: name, at }) => keyOf({ name, at })));
  return requirements.filter((tool) => !tool.at.startsWith('../') || used.has(keyOf(tool)));
}

/** In the order in which versions count: what is pinned, what MLflow wrote down, what code and README use without one. */
function named(sources: ToolSources): readonly Tool[] {
  const { mlmodels, calls, reads, readme } = sources;
  const library = readme?.library;
  const reading = new Set(reads.map((read) => normal(read.library)));
  return [
    ...ofFolder(sources).filter(({ name }) => KNOWN.has(normal(name)) || reading.has(normal(name))),
    ...mlmodels.flatMap((model) =>
      model.tools.map(({ value, version, at }) => ({ name: value, version, at })),
    ),
    ...[...calls, ...reads].map(({ library: name, at }) => ({ name, version: undefined, at })),
    ...(library && KNOWN.has(normal(library.value))
      ? [{ name: packageOf(library.value), version: undefined, at: library.at }]
      : []),
  ].filter(({ name }) => !STANDARD.has(name));
}

const isExact = ({ version }: Tool): boolean => version !== undefined && /^\d/.test(version);

/** What gets installed is what is pinned, else what was locked; what was asked for stands beside it. */
function item(name: string, same: readonly Tool[], locked: readonly Tool[]): Item | undefined {
  const asSaid = ({ version, at }: Tool): Said => ({
    value: version === undefined ? name : `${name} ${version}`,
    at,
  });
  const pins = same.filter(isExact);
  const ranges = same.filter((tool) => tool.version !== undefined && !isExact(tool));
  if (pins.length === 0 && locked.length > 0) {
    const settled = settle(locked.map(asSaid));
    const asked = ranges.map(({ version = '', at }) => `${at} asks for ${version}`).slice(0, 1);
    return settled && { value: text(settled.value, [settled.note, ...asked].join('; ')) };
  }
  // A version says more than a name; where there is none, the name is all.
  const versioned = same.filter(({ version }) => version !== undefined);
  const settled = settle(
    [...(versioned.length > 0 ? versioned : same), ...(pins.length > 0 ? locked : [])].map(asSaid),
  );
  return settled && { value: text(settled.value, settled.note) };
}

export function toolItems(sources: ToolSources): readonly Item[] {
  const groups = groupBy(named(sources), keyOf);
  const locked = groupBy(
    sources.locked.filter((tool) => groups.has(keyOf(tool))),
    keyOf,
  );
  return [
    ...[...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, same]) => {
        const isTwin = key.endsWith(IN_NPM) && groups.has(key.slice(0, -IN_NPM.length));
        const name = `${same[0]?.name ?? ''}${isTwin ? IN_NPM : ''}`;
        return item(name, same, locked.get(key) ?? []) ?? [];
      }),
    ...[...groupBy(sources.images, ({ value }) => value)].map(([value, same]): Item => ({
      value: text(`${value} (container image)`, `from ${placesIn(same.map(({ at }) => at))}`),
    })),
  ];
}
