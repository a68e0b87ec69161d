/** What a fix changes. Plain data: the language server turns it into a WorkspaceEdit, a test applies it to text. */
import type { Range } from '../syntax/types';

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A change whose text is known. */
export type WrittenChange =
  | {
      readonly kind: 'edit';
      readonly uri: string;
      readonly cell?: number;
      readonly edits: readonly TextEdit[];
    }
  /** A new file; where it exists already, nothing is written. */
  | { readonly kind: 'create'; readonly uri: string; readonly text: string };

export type FileChange =
  | WrittenChange
  /** A new file too: the card of a folder. Its text is drafted from files that are read when somebody wants it. */
  | { readonly kind: 'draft'; readonly uri: string; readonly folder: string };

export interface Fix<C extends FileChange = FileChange> {
  /** Short, in the imperative: "Add the control A.6.2.4". */
  readonly title: string;
  readonly changes: readonly C[];
  /** The one to offer first. */
  readonly preferred?: boolean;
  /** True where nothing has to be filled in or decided afterwards: only then part of `source.fixAll.aims`. */
  readonly lossless?: boolean;
}
