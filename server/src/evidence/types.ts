/** What is asked about a piece of evidence, and what can be answered. */
import type { Later } from '../l10n/tr';
import type { Range } from '../syntax/types';

/** The place inside a file that a piece of evidence points to. */
export type Part =
  /** `#L10`, `#L10-L20`: counted from 1, both ends included, `first <= last`. */
  | { readonly kind: 'lines'; readonly first: number; readonly last: number }
  /** `#/gap/gender`: the steps of a JSON pointer (RFC 6901), decoded; no step is the whole document. */
  | { readonly kind: 'pointer'; readonly tokens: readonly string[] }
  /** `::Class::test[a-1]`: titles or names from the outside in. `parameter` is what stands in the brackets, Python only. */
  | { readonly kind: 'test'; readonly names: readonly string[]; readonly parameter?: string }
  /** `#name`: a heading, an HTML id, a symbol, a test title or a notebook cell, whichever the file has. */
  | { readonly kind: 'name'; readonly name: string };

export type PartAnswer =
  | { readonly kind: 'found'; readonly range: Range }
  /**
   * It is not there. `what` names it for a message, without a full stop (`the heading "results"`); `nearest` is what to
   * write instead behind the `#` or `::`, where something close exists.
   */
  | { readonly kind: 'missing'; readonly what: string; readonly nearest?: string }
  /** It cannot be known: nothing is to be said about it. `reason` is for a log or a hover. */
  | { readonly kind: 'unknown'; readonly reason: string };

export function unknown(reason: Later): { readonly kind: 'unknown'; readonly reason: string } {
  return {
    kind: 'unknown',
    // As below.
    get reason(): string {
      return reason();
    },
  };
}

/** A missing part, with the nearest that exists only where there is one. */
export function missing(what: Later, nearest?: string): PartAnswer {
  const answer = {
    kind: 'missing' as const,
    // Answers are kept: it is said when it is read, in the language spoken then.
    get what(): string {
      return what();
    },
  };
  return nearest === undefined ? answer : Object.assign(answer, { nearest });
}
