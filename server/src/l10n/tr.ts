/**
 * What people read, in their language. English is written where it is said and is the key of its translation, as with
 * `vscode.l10n`: a text without one stays English. Words of the format, ids and rules' names are never translated.
 *
 * One process speaks one language to people. It is chosen once, before anything is asked; the command line chooses none.
 * Language models are answered in English, by `inEnglish`: what is kept between questions and holds texts is kept
 * `perLanguage`, or keeps a `Later`.
 */

/** English to another language. `{0}`, `{1}` … and `{name}` stand for what is filled in. */
export type Texts = Readonly<Record<string, string>>;

/** A text that is said only when it is asked for, in the language spoken then. */
export type Later = () => string;

/** A text and what is filled in: the same in every language, for what is kept of a file. */
export interface Phrase {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

const ENGLISH: ReadonlyMap<string, string> = new Map();

let spoken = ENGLISH;

/** Chooses the language of everything said from here on; undefined: English. */
export function speak(texts: Texts | undefined): void {
  spoken = texts ? new Map(Object.entries(texts)) : ENGLISH;
}

/** Has everything said in English until `run` returns, which must not be later: it would be in the wrong language then. */
export function inEnglish<T>(run: () => T): T {
  const before = spoken;
  spoken = ENGLISH;
  try {
    return run();
  } finally {
    spoken = before;
  }
}

/** Something that keeps texts, one for each language that is spoken: what was said in one is never heard in another. */
export function perLanguage<T extends object>(make: () => T): () => T {
  const made = new WeakMap<ReadonlyMap<string, string>, T>();
  return () => {
    let own = made.get(spoken);
    if (!own) made.set(spoken, (own = make()));
    return own;
  };
}

/** A text in the language chosen, with `{0}`, `{1}` … filled in. Call it where the text is shown, never as a file loads. */
export function tr(text: string, ...args: readonly (string | number)[]): string {
  const said = spoken.get(text) ?? text;
  if (args.length === 0) return said;
  return said.replace(/\{(\d)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));
}

/** A text that is kept, to be said when it is shown. */
export const phrase = (text: string, ...values: readonly (string | number)[]): Phrase => ({ text, values });

export const say = ({ text, values }: Phrase): string => tr(text, ...values);

/** Marks a text in a table that is read when the file loads: who shows it calls `tr`. */
export const translatable = <T extends string>(text: T): T => text;
