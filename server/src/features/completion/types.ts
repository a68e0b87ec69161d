/** What completion offers, before it becomes LSP. */
import type { EntityKind } from '../../schema/field';
import type { Day } from '../../model/scalars';
import type { Range } from '../../syntax/types';
import type { FolderEntry } from '../../workspace/host';
import type { Snapshot, Subject } from '../../workspace/snapshot';
import type { Cursor } from '../cursor';
import type { Markup } from '../markup';

export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'word' | 'requirement' | 'entity' | 'file' | 'folder' | 'skeleton' | 'part' | 'test';
  /** In a few words, beside the label. */
  readonly detail?: string;
  readonly documentation?: string;
  /** What is put in. */
  readonly newText: string;
  /** True where `newText` is a snippet in the LSP grammar. */
  readonly isSnippet?: boolean;
  /** What is replaced, where it is not the word at the cursor. */
  readonly replace?: Range;
  /** Lower comes first; within the same, the order given. */
  readonly rank: number;
  /** What is typed is held against this, where that is not the label. */
  readonly filterText?: string;
  /** Not shown, though it is there: an editor that gets no answer at all offers words of its own. */
  readonly isHidden?: boolean;
  /** What follows it is offered at once: a list, a block, or a value that is known. */
  readonly opensNext?: boolean;
  /** What a file defines, whose hover is the documentation, likewise. */
  readonly entity?: { readonly of: EntityKind; readonly id: string };
  /** Clause or control whose hover is the documentation, worked out only when it is looked at. */
  readonly requirement?: string;
}

/** A rule, for who names it in a comment. */
export interface RuleToName {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
}

export interface FoundHere {
  readonly rule: string;
  readonly range: Range;
  readonly cell?: number;
}

export interface CompletionContext {
  readonly snapshot: Snapshot;
  readonly date: Day;
  readonly cursor: Cursor;
  readonly subject: Subject | undefined;
  readonly markup: Markup;
  /** Can the client fill in placeholders? */
  readonly snippets: boolean;
  /** Rules that a comment can silence. */
  readonly rules: readonly RuleToName[];
  /** What is found in a file now. */
  found(uri: string): readonly FoundHere[];
  /** What stands in a folder, by canonical URI. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** The text of a file, as the editor holds it or else as it is saved; undefined where it cannot be read. */
  read(uri: string): Promise<string | undefined>;
}

export type CompletionOptions = Omit<CompletionContext, 'cursor' | 'subject'>;

export interface CompletionResult {
  readonly items: readonly Completion[];
  /** What an item without a range of its own replaces. */
  readonly replace: Range;
}

/** A snippet of `snippets/`, with the keys by which it is known where it fits. */
export interface SnippetEntry {
  /** What is typed for it. */
  readonly label: string;
  readonly title: string;
  readonly description: string;
  readonly form: 'file' | 'section' | 'item' | 'control' | 'clause' | 'comment';
  /** The key of a section. */
  readonly key?: string;
  /** Keys of its block, or of the first item in it. */
  readonly keys: readonly string[];
  /** Of a file: of an impact assessment, as opposed to a card or an organization. */
  readonly ofAssessment?: boolean;
  /** In the grammar of LSP; `%FOLDER%` and `%YEAR%` stand for what the server knows. */
  readonly text: string;
}
