/** Words of a file that mean more than their letters. */
import type { EntityKind } from '../../schema/field';

export type MentionKind =
  | 'control'
  | 'clause'
  | 'person'
  /** Any other thing with an id. */
  | 'entity'
  /** A word of a list of words, or of a risk scale. */
  | 'word'
  | 'date'
  | 'duration'
  | 'operator'
  | 'number'
  | 'path'
  /** The part of a file or of another framework that is meant: a heading, a line, a pointer, a symbol, a clause. */
  | 'part'
  | 'test'
  | 'framework';

export interface Mention {
  readonly is: MentionKind;
  readonly role: 'declares' | 'refers';
  /** Of people and entities: what the id may name. */
  readonly of: readonly EntityKind[];
  readonly text: string;
  /** Named in a sentence, not as a value of its own. */
  readonly isInText?: true;
  /** From the start of the entry. In UTF-16 code units; a mention never spans a line break. */
  readonly start: number;
  readonly length: number;
}
