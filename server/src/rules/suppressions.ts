/** `# aims-ignore-next-line <rule> -- <reason> [until=YYYY-MM-DD]`: silences one rule on the next line that has content. */
import { parseDay } from '../model/scalars';
import type { Position, Range } from '../syntax/types';
import type { Snapshot } from '../workspace/snapshot';
import type { Finding, Severity } from './rule';
import type { RunOptions } from './engine';

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

const MARK = 'aims-ignore-next-line';
const FORM = /^#?\s*aims-ignore-next-line\b[ \t]*([a-z0-9-]*)(?:[ \t]+--[ \t]*(.*))?/;
const UNTIL = /[ \t]*\buntil=(\S+)[ \t]*$/;

interface Comment {
  readonly text: string;
  readonly range: Range;
  readonly cell?: number;
}

function commentsOf(snapshot: Snapshot, uri: string): readonly Comment[] {
  const parsed = snapshot.files.get(uri)?.parsed;
  if (parsed) return parsed.comments.map(({ text, span }) => ({ text, range: parsed.rangeOf(span) }));
  return snapshot.code.get(uri)?.facts.comments ?? [];
}

/** In YAML: the next line that is neither blank nor a comment. In code: the next line. */
function silencedLine(snapshot: Snapshot, uri: string, comment: Comment): number {
  const text = snapshot.files.get(uri)?.parsed.text;
  const next = comment.range.start.line + 1;
  if (text === undefined) return next;
  const lines = text.split(/\r\n?|\n/);
  for (let line = next; line < lines.length; line++) if (!/^\s*(?:#|$)/.test(lines[line] ?? '')) return line;
  return next;
}

export function suppressionsIn(snapshot: Snapshot, uri: string): readonly Suppression[] {
  return commentsOf(snapshot, uri).flatMap((comment) => {
    if (!comment.text.includes(MARK)) return [];
    const match = FORM.exec(comment.text.trim());
    if (!match) return [];
    const said = match[2] ?? '';
    const until = UNTIL.exec(said)?.[1];
    return [
      {
        rule: match[1] ?? '',
        reason: said.replace(UNTIL, '').trim(),
        until,
        range: comment.range,
        cell: comment.cell,
        line: silencedLine(snapshot, uri, comment),
      },
    ];
  });
}

type State = 'ok' | 'no-rule' | 'no-reason' | 'bad-date' | 'expired';

function stateOf(suppression: Suppression, date: string): State {
  if (suppression.rule === '') return 'no-rule';
  if (suppression.reason === '') return 'no-reason';
  if (suppression.until === undefined) return 'ok';
  const until = parseDay(suppression.until);
  if (until === undefined) return 'bad-date';
  return until < date ? 'expired' : 'ok';
}

/** Ids of the rules about suppressions themselves; they stand in their own files for docs and fixtures. */
export const SUPPRESSION_RULES = { invalid: 'suppression-invalid', unused: 'suppression-unused' } as const;

const PROBLEMS: Readonly<Record<Exclude<State, 'ok'>, string>> = {
  'no-rule':
    'This comment silences nothing: name a rule, as in `aims-ignore-next-line risk-without-owner -- reason`.',
  'no-reason': 'This comment silences nothing until it says why: add ` -- ` and a reason.',
  'bad-date': 'This comment silences nothing: `until` needs a day such as until=2027-03-31.',
  expired:
    'This comment ran out and silences nothing any more. Look again, then remove it or set a later day.',
};

const covers = (suppression: Suppression, finding: Finding): boolean => {
  const start: Position = finding.range.start;
  return (
    suppression.rule === finding.rule && suppression.line === start.line && suppression.cell === finding.cell
  );
};

/** Drops what is silenced, and reports comments that silence nothing. Errors of syntax cannot be silenced. */
export function applySuppressions(
  snapshot: Snapshot,
  uri: string,
  findings: readonly Finding[],
  options: RunOptions,
): readonly Finding[] {
  const suppressions = suppressionsIn(snapshot, uri);
  if (suppressions.length === 0) return findings;
  const states = suppressions.map((suppression) => ({
    suppression,
    state: stateOf(suppression, options.date),
  }));
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const by = states.find(({ suppression, state }) => state === 'ok' && covers(suppression, finding));
    if (by) used.add(by.suppression);
    return !by;
  });
  const report = (
    rule: string,
    severity: Severity,
    message: string,
    { range, cell }: Suppression,
  ): Finding[] => {
    const changed = options.severities?.[rule];
    if (changed === 'off') return [];
    return [
      {
        rule,
        severity: changed ?? severity,
        message,
        uri,
        range,
        ...(cell === undefined ? {} : { cell }),
        related: [],
        data: {},
      },
    ];
  };
  const about = states.flatMap(({ suppression, state }) => {
    if (state !== 'ok') return report(SUPPRESSION_RULES.invalid, 'warning', PROBLEMS[state], suppression);
    if (used.has(suppression)) return [];
    return report(
      SUPPRESSION_RULES.unused,
      'info',
      `Nothing to silence here: ${suppression.rule} finds nothing on the next line.`,
      suppression,
    );
  });
  return [...kept, ...about];
}
