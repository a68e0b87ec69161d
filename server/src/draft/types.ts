/** What a card is drafted from. Plain data: whoever reads files hands in their texts. */
import type { CodeFacts } from '../code/types';
import type { Organization } from '../model/build';
import type { RepositoryFacts } from '../workspace/git';

/** A text file, named by its path from the folder of the card, with `/`; above it with `../`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface SourceCode {
  readonly path: string;
  readonly facts: CodeFacts;
}

/** Who sits there, as git is set up. */
export interface User {
  readonly userName?: string | undefined;
  /** Only tells who of the organization's people it is: never written. */
  readonly userEmail?: string | undefined;
}

/** What somebody has said of the system already: it counts before what files say. */
export interface Answers {
  readonly id: string;
  readonly name: string;
  /** An id of `people`, or a name. */
  readonly owner?: string | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly stage?: string | undefined;
  readonly purpose?: string | undefined;
}

export interface DraftInput {
  /** Free in the workspace. */
  readonly id: string;
  /** Where the id is from; absent where it is the folder's name. */
  readonly idNote?: string | undefined;
  /** Name of the folder, as people wrote it. */
  readonly folder: string;
  readonly files: readonly SourceFile[];
  /** Without tests and examples. */
  readonly code: readonly SourceCode[];
  /** Paths of files of models and data that are there. */
  readonly present?: ReadonlySet<string> | undefined;
  /** What git says; of a repository that is more than the folder, no name and no tag. */
  readonly repository?: (Partial<Omit<RepositoryFacts, 'isWhole'>> & User) | undefined;
  /** The nearest organization above. */
  readonly organization?:
    { readonly path: string; readonly id: string; readonly body: Organization } | undefined;
  readonly answers?: Answers | undefined;
}

/** Something a source says, with where it says so: `src/train.py:12`. */
export interface Said<T = string> {
  readonly value: T;
  readonly at: string;
}
