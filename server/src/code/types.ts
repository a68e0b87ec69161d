/** Facts read from ML code by a parser: what is called where. Positions are LSP's (zero-based, UTF-16). */
import type { Position, Range } from '../syntax/types';

export type SignalKind =
  'model-load' | 'dataset-load' | 'ai-api-call' | 'train' | 'save' | 'deploy' | 'track';

/** A library call that tells something about models or data, resolved through imports and aliases. */
export interface Signal {
  readonly kind: SignalKind;
  /** Distribution or library, e.g. `transformers`, `openai`. */
  readonly library: string;
  /** Canonical dotted name, e.g. `transformers.AutoModel.from_pretrained`. */
  readonly callee: string;
  /** Provider of a hosted model (`ai-api-call`), e.g. `OpenAI`. */
  readonly provider?: string;
  /**
   * Name or path of the model or data set, or the id of the hosted model, where it could be resolved: a literal, or a
   * variable that holds one literal in this file. Absent where there is none or it is not known; never guessed.
   */
  readonly target?: string;
  /** Absent where the call has no parameter for a revision. */
  readonly revision?: Revision;
  /** What the model is used for, where the call tells: a word of the Hugging Face Hub, such as `text-classification`. */
  readonly task?: string;
  /** Name to end of the call's name: the narrow range a finding is shown at. In a notebook: inside the cell. */
  readonly range: Range;
  /** 0-based cell index, notebooks only. */
  readonly cell?: number;
}

/** Which revision of a model or data set a call asks for: a commit, tag or branch; the newest; or one we cannot read. */
export type Revision =
  { readonly is: 'named'; readonly name: string } | { readonly is: 'newest' } | { readonly is: 'unknown' };

/**
 * A file of data, or its address, that a function reads which may read anything, such as `pandas.read_csv`: no signal, for
 * it says nothing about AI.
 */
export interface DataRead {
  readonly library: string;
  /** As the code writes it: a literal, or a variable that holds one. */
  readonly path: string;
  readonly range: Range;
  /** 0-based cell index, notebooks only. */
  readonly cell?: number;
}

export type CodeLanguage = 'python' | 'notebook' | 'javascript' | 'typescript';

/** A function, class or method; in JavaScript also a variable that holds one. */
export interface CodeSymbol {
  readonly name: string;
  /** Of the name. */
  readonly range: Range;
  /** Of the whole definition, without decorators. */
  readonly extent: Range;
  readonly cell?: number;
}

export interface AimsComment {
  /** Without `#`, `//` or `/*`, and without blanks around it. */
  readonly text: string;
  /** Of the whole comment. */
  readonly range: Range;
  /** Where `text` starts. */
  readonly start: Position;
  /** Nothing but blanks stands in front of it on its line. */
  readonly alone: boolean;
  readonly cell?: number;
}

/** A place in a file of code. */
export interface CodePlace {
  readonly uri: string;
  readonly range: Range;
  /** 0-based cell index, notebooks only. */
  readonly cell?: number;
}

export interface CodeFacts {
  readonly language: CodeLanguage;
  readonly signals: readonly Signal[];
  /**
   * Absent where the file trains nothing: only there they tell what a model learns from. Without what the file itself
   * writes.
   */
  readonly dataReads?: readonly DataRead[];
  /**
   * Top-level functions, classes and their methods: `name`, `Class.method`; for tests `Class::test_x` is derived. Absent
   * where the file was not parsed because it can hold no signal: ask again with `need: 'all'`, don't take it for empty.
   */
  readonly symbols?: readonly CodeSymbol[];
  /** Comments that start with `aims`, e.g. `aims-ignore-next-line rule -- reason`. */
  readonly comments: readonly AimsComment[];
  /** Some of it is not as its grammar wants it: what was found is there, what was not found may be there too. */
  readonly hasErrors?: true;
  /** Set where the file could not be read as its language: then there are no signals, and nothing is said about it. English: who shows it calls `tr`. */
  readonly unreadable?: string;
}
