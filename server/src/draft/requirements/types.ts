/** What files of package managers say. */
import type { Said } from '../types';

export interface Requirement {
  readonly name: string;
  /** As pinned, or the range as written; undefined where any will do. */
  readonly version: string | undefined;
  readonly at: string;
}

/** What a project calls itself, and what it needs. */
export interface ProjectFacts {
  readonly name: Said | undefined;
  readonly version: Said | undefined;
  readonly description: Said | undefined;
  readonly license: Said | undefined;
  readonly requirements: readonly Requirement[];
}

export const SILENT: ProjectFacts = {
  name: undefined,
  version: undefined,
  description: undefined,
  license: undefined,
  requirements: [],
};
