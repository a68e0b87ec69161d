/** What every part of a hover needs. */
import type { Day } from '../../model/scalars';
import type { Subject, Snapshot } from '../../workspace/snapshot';
import type { Cursor } from '../cursor';
import type { Markup } from '../markup';

export interface HoverContext {
  readonly snapshot: Snapshot;
  readonly date: Day;
  readonly markup: Markup;
  readonly cursor: Cursor;
  /** Whose verdicts the file is about; undefined where that is not known. */
  readonly subject: Subject | undefined;
}
