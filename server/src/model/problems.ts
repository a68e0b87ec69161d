/** What can be wrong with one value against the format. The rules of group "format" turn these into findings. */
import type { EntityKind, ScalarFormat } from '../schema/field';
import type { Part } from '../syntax/types';
import type { Place } from './located';

export type FormatProblem = { readonly place: Place; readonly part: Part } & (
  | {
      readonly code: 'unknown-key';
      readonly key: string;
      /** Keys the format has here. */
      readonly known: readonly string[];
      /** Blocks of this kind of file that do have the key. */
      readonly belongsTo: readonly string[];
    }
  | { readonly code: 'wrong-type'; readonly expected: string; readonly found: string }
  | { readonly code: 'bad-choice'; readonly word: string; readonly choices: readonly string[] }
  | {
      readonly code: 'bad-scalar';
      readonly format: ScalarFormat;
      readonly text: string;
      readonly detail?: 'checksum';
    }
  | { readonly code: 'unknown-control'; readonly text: string }
  | { readonly code: 'unknown-requirement'; readonly text: string; readonly clausesOnly: boolean }
  | { readonly code: 'missing-key'; readonly key: string }
  | { readonly code: 'bad-id'; readonly text: string }
);

/** An id that is defined, and an id that is used. */
export interface Definition {
  readonly of: EntityKind;
  readonly id: string;
  readonly place: Place;
}

export interface Reference {
  readonly to: readonly EntityKind[];
  readonly id: string;
  readonly place: Place;
  /** Text that may as well be a literal: never dangling. */
  readonly open: boolean;
  /** A person written as a word without space or `@`: unresolved is a warning, not an error. */
  readonly person: boolean;
}

/** A file, or a target in one, that the text points to. */
export interface PathReference {
  readonly text: string;
  readonly place: Place;
  readonly evidence: boolean;
  /** The part of the file that is meant, where it stands in a key of its own. */
  readonly anchor?: { readonly text: string; readonly place: Place };
}

/** A word that a list of words does not have, where others may stand too: one of its own, or a slip. */
export interface OwnWord {
  readonly word: string;
  /** The words of the list. */
  readonly listed: readonly string[];
  readonly place: Place;
}

export type ScaleName = 'likelihood' | 'severity' | 'levels';

/** A word that has to stand on one of the organization's risk scales. */
export interface ScaleWord {
  readonly scale: ScaleName;
  readonly word: string;
  readonly place: Place;
  readonly part: 'key' | 'value';
}
