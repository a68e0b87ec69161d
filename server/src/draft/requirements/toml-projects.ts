/** Projects that say in TOML what they need: `pyproject.toml` (standard, groups, Poetry) and `Pipfile`. */
import { cleanText } from '../clean';
import { placeOf } from '../said';
import { readToml, type TomlString } from '../toml';
import type { Said, SourceFile } from '../types';
import { pinned, requirement } from './pip';
import { SILENT, type ProjectFacts, type Requirement } from './types';

/** Tables whose keys are packages, and lists of requirements. */
const POETRY = /^tool\.poetry\.(?:group\.[^.]+\.)?(?:dev-)?dependencies$/;
const PIPENV = /^(?:dev-)?packages$/;
const LISTS = /^project\.(?:dependencies|optional-dependencies\.[^.]+)$|^dependency-groups\.[^.]+$/;

/** `torch = "^2.1"`, `torch = { version = "^2.1" }`. */
function keyed({ key, value }: TomlString, at: string): readonly Requirement[] {
  const [name = '', below = 'version'] = key.split('.');
  const isPackage = below === 'version' && name !== 'python';
  return isPackage ? [{ name, version: pinned(cleanText(value)), at }] : [];
}

export function pyproject({ path, text }: SourceFile): ProjectFacts {
  const strings = readToml(text);
  const said = (key: string): Said | undefined => {
    const found = ['project', 'tool.poetry']
      .map((table) => strings.find((each) => each.table === table && each.key === key))
      .find((each) => each !== undefined);
    const value = cleanText(found?.value);
    return found && value !== undefined ? { value, at: placeOf(path, found.line) } : undefined;
  };
  const requirements = strings.flatMap((each) => {
    const at = placeOf(path, each.line);
    if (POETRY.test(each.table)) return keyed(each, at);
    return LISTS.test(`${each.table}.${each.key}`) ? (requirement(each.value, at) ?? []) : [];
  });
  return {
    name: said('name'),
    version: said('version'),
    description: said('description'),
    license: said('license') ?? said('license.text'),
    requirements,
  };
}

export const pipfile = ({ path, text }: SourceFile): ProjectFacts => ({
  ...SILENT,
  requirements: readToml(text)
    .filter(({ table }) => PIPENV.test(table))
    .flatMap((each) => keyed(each, placeOf(path, each.line))),
});
