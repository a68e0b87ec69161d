/** What the drivers in the editors are told to do, and what they write down. */
import type { Position, Range } from 'vscode-languageserver/node';

/** As JSON in the file that AIMS_PLAN names. Places count from 0, in UTF-16. */
export interface Plan {
  readonly file: string;
  /** Where the driver writes what it saw. */
  readonly result: string;
  /** How long it waits for one thing. In milliseconds. */
  readonly patience: number;
  readonly hover: Position;
  readonly definition: Position;
  readonly completion: Position;
  /** The finding to be mended, and by which action. */
  readonly action: Position & { readonly title: string; readonly message: string };
}

export interface Finding {
  readonly message: string;
  readonly range: Range;
}

export interface Seen {
  /** Set where something did not happen; the rest may be missing then. */
  readonly failed?: string;
  /** In any order. */
  readonly findings: readonly Finding[];
  readonly hover: string;
  readonly definition: Position & { readonly file: string };
  readonly completion: readonly string[];
  readonly actions: readonly string[];
  /** Of the whole file, after the action. */
  readonly text: string;
}

/** As an editor may show it, by place. */
export const shown = (found: readonly Finding[]): readonly string[] =>
  found
    .map(
      ({ message, range: { start, end } }) =>
        `${start.line}:${start.character}-${end.line}:${end.character} ${message}`,
    )
    .sort();

/** Its words, without the signs of Markdown, which some editors show and some do not. */
export const words = (text: string): string => text.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';
