/** What reading a value yields beside the value itself. */
import type { Place } from './located';
import type { Definition, FormatProblem, OwnWord, PathReference, Reference, ScaleWord } from './problems';

export interface Sink {
  readonly problems: FormatProblem[];
  readonly definitions: Definition[];
  readonly references: Reference[];
  readonly paths: PathReference[];
  readonly scaleWords: ScaleWord[];
  readonly ownWords: OwnWord[];
  /** Values that only hold a place open. */
  readonly placeholders: Place[];
  /** Keys with nothing behind them. */
  readonly empties: Place[];
}

/** A sink nothing has run into yet. */
export const emptySink = (): Sink => ({
  problems: [],
  definitions: [],
  references: [],
  paths: [],
  scaleWords: [],
  ownWords: [],
  placeholders: [],
  empties: [],
});

/** The same, in no more memory than it needs: lists that grew have room to grow further. */
export const trimmed = (sink: Sink): Sink => ({
  problems: sink.problems.slice(),
  definitions: sink.definitions.slice(),
  references: sink.references.slice(),
  paths: sink.paths.slice(),
  scaleWords: sink.scaleWords.slice(),
  ownWords: sink.ownWords.slice(),
  placeholders: sink.placeholders.slice(),
  empties: sink.empties.slice(),
});

/** Adds what one sink holds to another; spread arguments would overflow the stack on large files. */
export function drain(from: Sink, into: Sink): void {
  for (const problem of from.problems) into.problems.push(problem);
  for (const definition of from.definitions) into.definitions.push(definition);
  for (const reference of from.references) into.references.push(reference);
  for (const path of from.paths) into.paths.push(path);
  for (const word of from.scaleWords) into.scaleWords.push(word);
  for (const word of from.ownWords) into.ownWords.push(word);
  for (const place of from.placeholders) into.placeholders.push(place);
  for (const place of from.empties) into.empties.push(place);
}
