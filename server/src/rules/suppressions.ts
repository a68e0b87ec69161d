/** `# aims-ignore-next-line <rule> -- <reason> [until=YYYY-MM-DD]`: silences one rule on the next line that has content. */
import { isPlaceholder, parseDay, type Day } from '../model/scalars';
import type { Range } from '../syntax/types';
import type { Snapshot } from '../workspace/snapshot';

export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  readonly until: string | undefined;
  /** Of the comment. */
  readonly range: Range;
  readonly cell: number | undefined;
  /** 0-based line it silences. */
  readonly line: number;
}

/** What became of a suppression: it silenced something, nothing was there to silence, or why it does not count. */
export type Outcome = 'used' | 'unused' | 'no-rule' | 'unknown-rule' | 'no-reason' | 'bad-date' | 'expired';

const MARK = 'aims-ignore-next-line';
const FORM = /^#?\s*aims-ignore-next-line\b[ \t]*([a-z0-9][a-z0-9-]*)?(?:[ \t]*--[ \t]*(.*))?/;
const UNTIL = /[ \t]*\buntil=(\S+)[ \t]*$/;

interface Comment {
  readonly text: string;
  readonly range: Range;
  readonly cell?: number;
}

function commentsOf(snapshot: Snapshot, uri: string): readonly Comment[] {
  const parsed = snapshot.files.get(uri)?.parsed;
  if (!parsed) return snapshot.code.get(uri)?.facts.comments ?? [];
  // Collecting comments costs a walk through the file, and hardly any file has this one.
  if (!parsed.text.includes(MARK)) return [];
  return parsed.comments.map(({ text, span }) => ({ text, range: parsed.rangeOf(span) }));
}

/** In YAML: the next line that is neither blank nor a comment. In code: the next line. */
function silencedLine(lines: readonly string[] | undefined, comment: Comment): number {
  const next = comment.range.start.line + 1;
  if (!lines) return next;
  for (let line = next; line < lines.length; line++) if (!/^\s*(?:#|$)/.test(lines[line] ?? '')) return line;
  return next;
}

/** The comments of a file that mean to silence something, well formed or not, in file order. */
export function suppressionsIn(snapshot: Snapshot, uri: string): readonly Suppression[] {
  const comments = commentsOf(snapshot, uri).filter(({ text }) => text.includes(MARK));
  if (comments.length === 0) return [];
  const lines = snapshot.files.get(uri)?.parsed.text.split(/\r\n?|\n/);
  return comments.flatMap((comment) => {
    const match = FORM.exec(comment.text.trim());
    if (!match) return [];
    const said = match[2] ?? '';
    return [
      {
        rule: match[1] ?? '',
        reason: said.replace(UNTIL, '').trim(),
        until: UNTIL.exec(said)?.[1],
        range: comment.range,
        cell: comment.cell,
        line: silencedLine(lines, comment),
      },
    ];
  });
}

function defectOf(suppression: Suppression, date: Day, isRule: (id: string) => boolean): Outcome | undefined {
  if (suppression.rule === '') return 'no-rule';
  if (!isRule(suppression.rule)) return 'unknown-rule';
  if (suppression.reason === '' || isPlaceholder(suppression.reason)) return 'no-reason';
  if (suppression.until === undefined) return undefined;
  const until = parseDay(suppression.until);
  if (until === undefined) return 'bad-date';
  return until < date ? 'expired' : undefined;
}

/** What a suppression is matched with: a finding that may be silenced. */
interface Silenceable {
  readonly rule: string;
  readonly range: Range;
  readonly cell?: number;
}

/** Drops what is silenced, and says of each suppression what became of it. */
export function applySuppressions<F extends Silenceable>(
  suppressions: readonly Suppression[],
  findings: readonly F[],
  date: Day,
  isRule: (id: string) => boolean,
): { readonly kept: readonly F[]; readonly outcomes: ReadonlyMap<Suppression, Outcome> } {
  const outcomes = new Map<Suppression, Outcome>(
    suppressions.map((each) => [each, defectOf(each, date, isRule) ?? 'unused']),
  );
  const kept = findings.filter((finding) => {
    const by = suppressions.find(
      (each) =>
        each.rule === finding.rule &&
        each.line === finding.range.start.line &&
        each.cell === finding.cell &&
        (outcomes.get(each) === 'unused' || outcomes.get(each) === 'used'),
    );
    if (by) outcomes.set(by, 'used');
    return !by;
  });
  return { kept, outcomes };
}
