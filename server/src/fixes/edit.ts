/** What a fix changes. Plain data: the language server turns it into a WorkspaceEdit, a test applies it to text. */
import type { Range } from '../syntax/types';

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export type FileChange =
  | {
      readonly kind: 'edit';
      readonly uri: string;
      readonly cell?: number;
      readonly edits: readonly TextEdit[];
    }
  /** A new file; where it exists already, nothing is written. */
  | { readonly kind: 'create'; readonly uri: string; readonly text: string };

export interface Fix {
  /** Short, in the imperative: "Add the control A.6.2.4". */
  readonly title: string;
  readonly changes: readonly FileChange[];
  /** The one to offer first. */
  readonly preferred?: boolean;
  /** True where nothing has to be filled in or decided afterwards: only then part of `source.fixAll.aims`. */
  readonly lossless?: boolean;
}
