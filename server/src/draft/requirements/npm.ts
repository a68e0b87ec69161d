/** `package.json`. */
import { cleanText } from '../clean';
import type { SourceFile } from '../types';
import { readYaml } from '../yaml-source';
import type { ProjectFacts } from './types';

export function packageJson(file: SourceFile): ProjectFacts {
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
