/** Shape of `server/data/signals.yaml` once it is checked and compiled into `signals.generated.ts`. */
import type { SignalKind } from './types';

/** An argument by keyword, or by position from 0. */
export type ArgumentName = string | number;

/** What a line asks of the arguments and names around a call, beside the call's own name. */
export interface CallConditions {
  /** One of these arguments is given and is neither `None` nor `False`. */
  readonly given?: readonly ArgumentName[];
  /** This argument is not written as `None` or `False`. */
  readonly unlessNone?: string;
  /** Arguments (keyword, or position in digits) that are one of these texts. */
  readonly equals?: Readonly<Record<string, readonly string[]>>;
  /** `model`: what it comes from or goes to is called like a model. `not-data`: it is not called like data. */
  readonly named?: 'model' | 'not-data';
  /** Not in a method of this name, which only hands the call on to what it wraps. */
  readonly outside?: string;
}

/** What a line says of a call it fits. */
export interface CallMeaning {
  /** Who runs the hosted model. */
  readonly provider?: string;
  /** Where to read who runs it: the name of the class or package, or the target (`anthropic/claude-…`). */
  readonly providerFrom?: 'name' | 'target';
  /** Which arguments name the model or the data set; the first one given counts. */
  readonly target?: readonly ArgumentName[];
  /** Which arguments name its revision. */
  readonly revision?: readonly ArgumentName[];
  /** Which arguments say what the model is used for. */
  readonly taskFrom?: readonly ArgumentName[];
}

/** One library call. `none`: a call that looks like a signal and is none. */
export interface CallLine extends CallConditions, CallMeaning {
  /** Pattern of the canonical dotted name: `*` within a name, `**` any number of names, `{a,b}` either. */
  readonly call: string;
  readonly kind: SignalKind | 'none';
  /** Default: the first name of the call. */
  readonly library?: string;
}

/** A method or function of an object the file does not explain, where only names can tell. */
export interface Convention extends CallConditions, CallMeaning {
  /** Last names of the call, e.g. `chat.completions.create`. */
  readonly method?: string;
  readonly function?: string;
  /** What the object must be called. */
  readonly on?: 'any' | 'instance' | 'model' | 'optimizer' | 'not-preprocessing';
  readonly kind: SignalKind;
  /** Default: the first of `beside` the file imports. One of both is there. */
  readonly library?: string;
  /** Libraries, one of which the file must import. */
  readonly beside?: readonly string[];
}

/** What a model is used for, by the name of a call. */
export interface TaskLine {
  /** Pattern of the dotted name, as in `CallLine`, without brackets. */
  readonly call: string;
  /** One of `taskWords`; `given`: that of the one object the call is given; `none`: the name does not tell. */
  readonly task: string;
  /** Not in a file that imports one of these libraries. */
  readonly unlessBeside?: readonly string[];
}

/** A function that reads a file of data, whatever for. */
export interface ReadLine {
  /** Pattern of the dotted name, as in `CallLine`. */
  readonly call: string;
  /** Which arguments name the file; the first one given counts. */
  readonly target: readonly ArgumentName[];
}

export type WordClass = 'model' | 'optimizer' | 'preprocessing' | 'data';

/** The calls of one programming language. */
export interface LanguageTable {
  /** In order: the first that matches decides. */
  readonly calls: readonly CallLine[];
  readonly conventions: readonly Convention[];
  readonly reads: readonly ReadLine[];
  /** Canonical name of a dotted prefix. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Libraries that keep their name when a project's own module hands them on. */
  readonly handedOn: readonly string[];
  /** Methods that give back the object they are called on. */
  readonly fluent: readonly string[];
}

export interface SignalTable {
  readonly python: LanguageTable;
  readonly javascript: LanguageTable;
  /** In order: the first that fits decides. */
  readonly tasks: readonly TaskLine[];
  readonly taskWords: readonly string[];
  /** Other word for a task -> its word. */
  readonly taskAliases: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<WordClass, readonly string[]>>;
  /** Part of a class's, package's or model's name -> who runs it; in order, the first that is contained counts. */
  readonly vendors: Readonly<Record<string, string>>;
  /** Part of an address a client is told to call -> who runs it. */
  readonly addresses: Readonly<Record<string, string>>;
}
