import { phrase } from '../l10n/tr';
import type { LocalProblem } from './reading';

/** Files beyond this are not read at all. In UTF-16 code units: 5 MB of ASCII. */
export const MAX_LENGTH = 5_000_000;

/** Nor files of more lines: what is broken costs by the line, and no card comes near. */
const MAX_LINES = 150_000;

const CONFLICT_START = /^<{7}(?: |\r?$)/m;
const CONFLICT_END = /^>{7}(?: |\r?$)/m;

/** A reason not to read a file at all; its one problem. */
export function refuse(text: string): LocalProblem | undefined {
  if (text.length > MAX_LENGTH) {
    const size = Math.ceil(text.length / 1_000_000);
    const message = phrase(
      'This file is too large to be read ({0} MB; up to 5 MB are). Split it into several files.',
      size,
    );
    return { code: 'too-large', message, start: 0, end: 0 };
  }
  const nul = text.indexOf('\0');
  if (nul < 0) return undefined;
  const message = phrase(
    'This file is not plain text, or not in the encoding it is read with (often it was saved as UTF-16). Save it as UTF-8.',
  );
  return { code: 'not-text', message, start: nul, end: nul + 1 };
}

/** Likewise, for a text of so many lines. */
export function refuseLines(count: number): LocalProblem | undefined {
  if (count <= MAX_LINES) return undefined;
  const message = phrase(
    'This file has too many lines to be read (up to {0} are). Split it into several files.',
    MAX_LINES,
  );
  return { code: 'too-large', message, start: 0, end: 0 };
}

/** Bytes that were no valid UTF-8 arrive as U+FFFD. One problem, at the first: the rest has the same cause. */
export function invalidBytes(text: string): LocalProblem | undefined {
  const at = text.indexOf('\ufffd');
  if (at < 0) return undefined;
  const message = phrase(
    'A character here could not be read (�), most often because the file is not saved as UTF-8. Save it as UTF-8 and type the character anew.',
  );
  return { code: 'not-text', message, start: at, end: at + 1 };
}

/** The first line git leaves at an unresolved merge. What is around it cannot be trusted. */
export function conflictMarker(text: string): LocalProblem | undefined {
  // The plain search first: it costs a fraction of the pattern, and nearly no file has such a line.
  const start = text.includes('<<<<<<<') ? text.search(CONFLICT_START) : -1;
  const at = start < 0 && text.includes('>>>>>>>') ? text.search(CONFLICT_END) : start;
  if (at < 0) return undefined;
  const lineEnd = text.slice(at).search(/[\r\n]|$/);
  const message = phrase(
    'A merge conflict is not resolved here. Choose what to keep, delete the lines with <<<<<<<, ======= and >>>>>>>, and save.',
  );
  return { code: 'conflict-markers', message, start: at, end: at + lineEnd };
}
