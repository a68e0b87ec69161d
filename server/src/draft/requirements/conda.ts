/** `environment.yml` of conda, with what pip installs in it. */
import type { SourceFile } from '../types';
import { readYaml } from '../yaml-source';
import { requirement } from './pip';
import type { Requirement } from './types';

/** What conda calls otherwise than PyPI. */
const NAMES: Readonly<Record<string, string>> = { pytorch: 'torch', 'pytorch-gpu': 'torch' };

const asOnPypi = (found: Requirement): Requirement => ({ ...found, name: NAMES[found.name] ?? found.name });

export function condaRequirements(file: SourceFile): readonly Requirement[] {
  const source = readYaml(file);
  const pip = Array.from({ length: source.count('dependencies') }, (_, index) =>
    source.each('dependencies', index, 'pip').flatMap(({ value, at }) => requirement(value, at) ?? []),
  );
  const conda = source.each('dependencies').flatMap(({ value, at }): readonly Requirement[] => {
    // `channel::name=version=build`; one `=` is conda's.
    const short = value.replace(/^[\w.-]+::/, '');
    const [, name, version] = /^([\w.-]+?)\s*=\s*([\w.*]+)(?:=.*)?$/.exec(short) ?? [];
    if (name !== undefined) return [{ name, version: version?.replace(/\.?\*$/, ''), at }];
    const found = requirement(short, at);
    return found ? [found] : [];
  });
  return [...conda.map(asOnPypi), ...pip.flat()];
}
