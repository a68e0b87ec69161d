/** Which packages a project says it needs, in the files of pip, setuptools, Poetry, uv, Pipenv, conda and npm. */
import type { SourceFile } from '../types';
import { condaRequirements } from './conda';
import { packageJson } from './npm';
import { pipRequirements } from './pip';
import { setupCfg } from './setup-cfg';
import { setupPy } from './setup-py';
import { pipfile, pyproject } from './toml-projects';
import { SILENT, type ProjectFacts } from './types';

export { readContainer } from './containers';
export { readLock } from './locks';
export type { ProjectFacts, Requirement } from './types';

/** @returns undefined where the file is none of those that name packages */
export function readProject(file: SourceFile): ProjectFacts | undefined {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  if (/^requirements.*\.txt$/i.test(name)) return { ...SILENT, requirements: pipRequirements(file) };
  if (/^(?:environment|conda)[\w.-]*\.ya?ml$/i.test(name))
    return { ...SILENT, requirements: condaRequirements(file) };
  switch (name) {
    case 'pyproject.toml':
      return pyproject(file);
    case 'setup.cfg':
      return setupCfg(file);
    case 'setup.py':
      return setupPy(file);
    case 'Pipfile':
      return pipfile(file);
    case 'package.json':
      return packageJson(file);
    default:
      return undefined;
  }
}
