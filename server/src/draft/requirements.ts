/** Which packages a project says it needs, in the files of pip, Poetry, uv, conda and npm. */
import { cleanText } from './clean';
import { placeOf } from './said';
import { readToml } from './toml';
import type { Said, SourceFile } from './types';
import { readYaml } from './yaml-source';

export interface Requirement {
  readonly name: string;
  /** As pinned, or the range as written; undefined where any will do. */
  readonly version: string | undefined;
  readonly at: string;
}

/** What a project calls itself. */
export interface ProjectFacts {
  readonly name: Said | undefined;
  readonly version: Said | undefined;
  readonly description: Said | undefined;
  readonly license: Said | undefined;
  readonly requirements: readonly Requirement[];
}

const NOTHING: ProjectFacts = {
  name: undefined,
  version: undefined,
  description: undefined,
  license: undefined,
  requirements: [],
};

/** @returns undefined where the file is none of those that name packages */
export function readProject(file: SourceFile): ProjectFacts | undefined {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  if (/^requirements.*\.txt$/i.test(name)) return { ...NOTHING, requirements: pipRequirements(file) };
  if (name === 'pyproject.toml') return pyproject(file);
  if (/^environment\.ya?ml$/i.test(name)) return { ...NOTHING, requirements: condaRequirements(file) };
  return name === 'package.json' ? packageJson(file) : undefined;
}

/** Longer lines are no requirements, and files with more are no lists somebody wrote. */
const MOST = { line: 1_000, lines: 5_000 } as const;

/** `scikit-learn[extra]==1.5.0 ; python_version > "3.9"`; undefined for options, addresses and paths. */
function requirement(line: string, at: string): Requirement | undefined {
  if (line.length > MOST.line) return undefined;
  const [, name, rest = ''] =
    /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*([^;@#]*)(?:;.*|@.*)?$/s.exec(line.trim()) ??
    [];
  const range = cleanText(rest.replace(/\s*\\$|\s*--hash.*$/gs, '').replace(/[()]/g, ''));
  const isRange = range === undefined || /^(?:[<>=!~]=?|===?|\^)/.test(range);
  return name === undefined || !isRange ? undefined : { name, version: pinned(range), at };
}

/** `==1.5.0` -> `1.5.0`; ranges stay as they are. */
const pinned = (range: string | undefined): string | undefined => {
  const short = range?.replace(/\s+/g, '');
  return short === '*' ? undefined : (/^={1,3}([^,*]+)$/.exec(short ?? '')?.[1] ?? short);
};

const pipRequirements = ({ path, text }: SourceFile): readonly Requirement[] =>
  text
    .split('\n', MOST.lines)
    .flatMap((line, index) => requirement(line.replace(/(?:^|\s)#.*$/s, ''), placeOf(path, index)) ?? []);

/** Tables whose keys are packages, and lists of requirements. */
const POETRY = /^tool\.poetry\.(?:group\.[^.]+\.)?(?:dev-)?dependencies$/;
const LISTS = /^project\.(?:dependencies|optional-dependencies\.[^.]+)$|^dependency-groups\.[^.]+$/;

function pyproject({ path, text }: SourceFile): ProjectFacts {
  const strings = readToml(text);
  const said = (key: string): Said | undefined => {
    const found = ['project', 'tool.poetry']
      .map((table) => strings.find((each) => each.table === table && each.key === key))
      .find((each) => each !== undefined);
    const value = cleanText(found?.value);
    return found && value !== undefined ? { value, at: placeOf(path, found.line) } : undefined;
  };
  const requirements = strings.flatMap(({ table, key, value, line }) => {
    const at = placeOf(path, line);
    if (POETRY.test(table)) {
      const [name = '', below = 'version'] = key.split('.');
      return below === 'version' && name !== 'python'
        ? [{ name, version: pinned(cleanText(value)), at }]
        : [];
    }
    return LISTS.test(`${table}.${key}`) ? (requirement(value, at) ?? []) : [];
  });
  return {
    name: said('name'),
    version: said('version'),
    description: said('description'),
    license: said('license') ?? said('license.text'),
    requirements,
  };
}

function condaRequirements(file: SourceFile): readonly Requirement[] {
  const source = readYaml(file);
  const pip = Array.from({ length: source.count('dependencies') }, (_, index) =>
    source.each('dependencies', index, 'pip').flatMap(({ value, at }) => requirement(value, at) ?? []),
  );
  const conda = source.each('dependencies').flatMap(({ value, at }) => {
    // `channel::name=version=build`; one `=` is conda's.
    const short = value.replace(/^[\w.-]+::/, '');
    const [, name, version] = /^([\w.-]+?)\s*=\s*([\w.*]+)(?:=.*)?$/.exec(short) ?? [];
    return name !== undefined
      ? [{ name, version: version?.replace(/\.?\*$/, '') ?? undefined, at }]
      : (requirement(short, at) ?? []);
  });
  return [...conda, ...pip.flat()];
}

function packageJson(file: SourceFile): ProjectFacts {
  const source = readYaml(file);
  return {
    name: source.said('name'),
    version: source.said('version'),
    description: source.said('description'),
    license: source.said('license'),
    requirements: ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((key) =>
      source.keys(key).flatMap((name) => {
        const clean = cleanText(name);
        const range = source.said(key, name);
        // Addresses and paths of the workspace are no versions.
        const version = range && /^[\^~<>=]?\s*\d[\w.+-]*$/.test(range.value) ? range.value : undefined;
        return clean === undefined ? [] : [{ name: clean, version, at: source.at(key, name) }];
      }),
    ),
  };
}
