/**
 * What people read, in their language. English is written where it is said and is the key of its translation, as with
 * `vscode.l10n`: a text without one stays English. Words of the format, ids and rules' names are never translated.
 *
 * One process speaks one language. It is chosen once, before anything is asked, so that what is kept between questions
 * stays right; the command line chooses none.
 */

/** English to another language. `{0}`, `{1}` … and `{name}` stand for what is filled in. */
export type Texts = Readonly<Record<string, string>>;

let spoken: ReadonlyMap<string, string> | undefined;

/** Chooses the language of everything said from here on; undefined: English. */
export function speak(texts: Texts | undefined): void {
  spoken = texts && new Map(Object.entries(texts));
}

/** A text in the language chosen, with `{0}`, `{1}` … filled in. Call it where the text is shown, never as a file loads. */
export function tr(text: string, ...args: readonly (string | number)[]): string {
  const said = spoken?.get(text) ?? text;
  if (args.length === 0) return said;
  return said.replace(/\{(\d)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));
}

/** Marks a text in a table that is read when the file loads: who shows it calls `tr`. */
export const translatable = <T extends string>(text: T): T => text;
