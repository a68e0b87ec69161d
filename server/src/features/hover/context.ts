/** What every part of a hover needs. */
import type { Day } from '../../model/scalars';
import type { Range } from '../../syntax/types';
import type { Subject, Snapshot } from '../../workspace/snapshot';
import type { Cursor } from '../cursor';
import type { DueDay } from '../dashboard/agenda';
import type { Markup } from '../markup';

/** For what the catalogue says of an id, and where it stands here. */
export interface EntryContext {
  readonly snapshot: Snapshot;
  readonly date: Day;
  readonly markup: Markup;
  /** Whose verdicts the file is about; undefined where that is not known. */
  readonly subject: Subject | undefined;
  /** Others it is about as well: code that several cards cover. */
  readonly others?: readonly Subject[];
}

export interface HoverContext extends EntryContext {
  readonly cursor: Cursor;
  /** What falls due in a file, by URI. */
  readonly dueIn: (uri: string) => readonly DueDay[];
}

export interface HoverResult {
  readonly text: string;
  readonly isMarkdown: boolean;
  readonly range: Range;
}
