/** Speaks the language the client asks for, where there is a translation; else English. */
import type { InitializeParams } from 'vscode-languageserver';
import { languageOf, readTexts } from '../l10n/language';
import { speak } from '../l10n/tr';

/** @returns what stands in the translation into a language; undefined where there is none */
export type TextsIn = (language: string) => unknown;

/** The `texts` of `ClientOptions`: a client whose server has no files of its own brings the translation along. */
const broughtTexts = (options: unknown): unknown =>
  typeof options === 'object' && options !== null && 'texts' in options ? options.texts : undefined;

/** Call it before anything is asked: what was said before stays in the language it was said in. */
export function speakAsAsked({ locale, initializationOptions }: InitializeParams, textsIn?: TextsIn): void {
  const language = languageOf(locale);
  if (language === undefined) return speak(undefined);
  speak(readTexts(broughtTexts(initializationOptions)) ?? readTexts(textsIn?.(language)));
}
