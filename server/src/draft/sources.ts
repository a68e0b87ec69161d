/** Which files a card is drafted from, and in which order they count. */
import type { SourceFile } from './types';

export type SourceKind = 'readme' | 'mlmodel' | 'dvc' | 'project' | 'lock' | 'container' | 'licence';

const NAMES: readonly (readonly [RegExp, SourceKind])[] = [
  [/^readme\.md$/i, 'readme'],
  [/^MLmodel$/, 'mlmodel'],
  [/^dvc\.yaml$|.\.dvc$/, 'dvc'],
  [/^requirements.*\.txt$|^(?:environment|conda)[\w.-]*\.ya?ml$/i, 'project'],
  [/^(?:pyproject\.toml|setup\.cfg|setup\.py|Pipfile|package\.json)$/, 'project'],
  [/^(?:uv\.lock|poetry\.lock|pdm\.lock|Pipfile\.lock|package-lock\.json|pnpm-lock\.yaml)$/, 'lock'],
  [
    /^(?:docker-)?compose(?:\.[\w.-]+)?\.ya?ml$|^(?:Docker|Container)file(?:\.[\w-]+)?$|.\.Dockerfile$/i,
    'container',
  ],
  [/^(?:licen[sc]e|copying)(?:\.(?:txt|md))?$/i, 'licence'],
];

/** Of files that name packages and projects, the first counts. */
const PROJECT_ORDER = [
  /requirements\.txt$/i,
  /pyproject\.toml$/,
  /setup\.cfg$/,
  /setup\.py$/,
  /Pipfile$/,
  /requirements.*\.txt$/i,
  /(?:environment|conda)[\w.-]*\.ya?ml$/i,
  /package\.json$/,
];

/** @param name of a file, without its folder */
export const sourceKind = (name: string): SourceKind | undefined =>
  NAMES.find(([pattern]) => pattern.test(name))?.[1];

/** A README and a licence speak for the folder they stand in, not for those around it. */
export const isOfFolder = ({ path }: SourceFile): boolean => !path.includes('/');

const rank = ({ path }: SourceFile): number => {
  const found = PROJECT_ORDER.findIndex((pattern) => pattern.test(path));
  return found < 0 ? PROJECT_ORDER.length : found;
};

const depth = ({ path }: SourceFile): number => path.split('/').length;

/** The folder’s own before those below and above; then by kind, then by name. */
export const inOrder = (files: readonly SourceFile[]): readonly SourceFile[] =>
  [...files].sort((a, b) => depth(a) - depth(b) || rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
