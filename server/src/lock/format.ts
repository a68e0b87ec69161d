/**
 * `aims.lock` as text: a line that says the version, then one record a line, sorted by what it is about and when it was
 * written. Records are only ever added and none depends on another, so two branches that both add some are merged by
 * keeping the lines of both.
 */
import { tr } from '../l10n/tr';
import { LOCK_NAME } from '../workspace/host';
import { parseEntry, printEntry, routeKey, type LockEntry } from './entry';

const HEADER = `${LOCK_NAME} 1`;
const NOTE =
  '# Written by `aims attest`: who approved what, and the digest of its content. A record, not a signature. Add lines, never change them.';

/** In characters. */
export const LOCK_LIMITS = { file: 50_000_000, line: 200_000 } as const;

export type LockProblemCode =
  'unreadable' | 'conflict-markers' | 'no-version' | 'unknown-version' | 'too-large' | 'line';

export interface LockProblem {
  readonly code: LockProblemCode;
  /** Zero-based. */
  readonly line: number;
  /** Plain words for a user, with what to do. */
  readonly message: string;
}

export interface LockRecord extends LockEntry {
  /** Zero-based. */
  readonly line: number;
}

export interface LockFile {
  /** False where nothing can be told from it: too large, or of a version this program does not know. */
  readonly readable: boolean;
  /** In file order. */
  readonly records: readonly LockRecord[];
  /** By `routeKey`, oldest first: by the clock, and where the clock says the same by order in the file. */
  readonly byRoute: ReadonlyMap<string, readonly LockRecord[]>;
  /** Routes of lines that cannot be read: one of them may be the newest, so nothing is said about these. */
  readonly unsure: ReadonlySet<string>;
  readonly problems: readonly LockProblem[];
}

/** No record begins like this: its first word would be encoded. */
const CONFLICT_LINE = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;
const VERSION = /^aims\.lock (\S+)$/;

const unreadable = (problem: LockProblem): LockFile => ({
  readable: false,
  records: [],
  byRoute: new Map(),
  unsure: new Set(),
  problems: [problem],
});

/** A record that is there and cannot be read. @param reason in words, without a full stop */
export const unreadableLock = (reason: string): LockFile =>
  unreadable({
    code: 'unreadable',
    line: 0,
    message: tr(
      'The approvals record cannot be read: {0}. Until it can, no approval can be checked.',
      tr(reason),
    ),
  });

const tooLarge = (): LockProblem => ({
  code: 'too-large',
  line: 0,
  message: tr(
    'This file is larger than {0} MB, so it is not read. Begin a new one; git keeps the old records.',
    LOCK_LIMITS.file / 1_000_000,
  ),
});

const linesOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd());

const isRecordLine = (line: string): boolean => line !== '' && !line.startsWith('#') && !VERSION.test(line);

/** Records by what they are about, oldest first. */
function groupByRoute(records: readonly LockRecord[]): ReadonlyMap<string, readonly LockRecord[]> {
  const groups = new Map<string, LockRecord[]>();
  // Stable: what the clock cannot tell apart stays in file order.
  const oldestFirst = [...records].sort((a, b) =>
    a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : 0,
  );
  for (const record of oldestFirst) {
    const group = groups.get(routeKey(record));
    if (group) group.push(record);
    else groups.set(routeKey(record), [record]);
  }
  return groups;
}

/** A version that was written by a later program says things in a way we may misread. */
function versionProblem(lines: readonly string[]): LockProblem | undefined {
  for (const [line, text] of lines.entries()) {
    const version = VERSION.exec(text)?.[1];
    if (version !== undefined && text !== HEADER)
      return {
        code: 'unknown-version',
        line,
        message: tr(
          'This file has version {0}, which this program does not know. Update the program; until then approvals cannot be checked.',
          version.slice(0, 20),
        ),
      };
  }
  return undefined;
}

/** Reads the text of a lock. Never throws; a line that cannot be read takes only itself down. */
export function parseLock(text: string): LockFile {
  if (text.length > LOCK_LIMITS.file) return unreadable(tooLarge());
  const lines = linesOf(text);
  const version = versionProblem(lines);
  if (version) return unreadable(version);
  const conflict = lines.findIndex((line) => CONFLICT_LINE.test(line));
  const problems: LockProblem[] = [];
  const records: LockRecord[] = [];
  const unsure = new Set<string>();
  const first = lines.findIndex((line) => line !== '' && !CONFLICT_LINE.test(line));
  if (first >= 0 && lines[first] !== HEADER)
    problems.push({
      code: 'no-version',
      line: first,
      message: tr('The first line has to be `{0}`. Add it.', HEADER),
    });
  for (const [line, content] of lines.entries()) {
    if (!isRecordLine(content) || CONFLICT_LINE.test(content)) continue;
    const reading =
      content.length > LOCK_LIMITS.line
        ? { wrong: tr('is too long'), route: undefined }
        : parseEntry(content);
    if ('entry' in reading) records.push({ ...reading.entry, line });
    else {
      if (reading.route !== undefined) unsure.add(reading.route);
      problems.push({
        code: 'line',
        line,
        message: tr(
          'This line {0}, so it does not count. Restore it from git, or delete it and approve again.',
          reading.wrong,
        ),
      });
    }
  }
  return {
    readable: true,
    records,
    byRoute: groupByRoute(records),
    unsure,
    problems: conflict >= 0 ? [conflictProblem(conflict)] : problems,
  };
}

const conflictProblem = (line: number): LockProblem => ({
  code: 'conflict-markers',
  line,
  message: tr(
    'A merge conflict is not resolved here. Every record counts: keep the lines of both sides and delete only those with <<<<<<<, ======= and >>>>>>>.',
  ),
});

/** What lines are sorted by: what it is about, then when. No word holds a space, and every sign sorts behind one. */
const sortKey = (line: string): string => line.split(' ', 3).join(' ');

/** Has the problem to be mended before anything can be added? A line that cannot be read takes only itself down. */
export const keepsOut = ({ code }: LockProblem): boolean => code !== 'line' && code !== 'no-version';

/**
 * The text with records added, or why they cannot be. Lines that are there stay as they are, those that cannot be read
 * included: nothing is ever lost.
 * @param text of the lock as it stands; undefined where there is none
 */
export function addToLock(
  text: string | undefined,
  entries: readonly LockEntry[],
): { readonly text: string } | { readonly problem: LockProblem } {
  const before = text ?? `${HEADER}\n${NOTE}\n`;
  const problem = parseLock(before).problems.find(keepsOut);
  if (problem) return { problem };
  const lines = linesOf(before);
  const notes = lines.filter((line) => line.startsWith('#'));
  const records = [...new Set([...lines.filter(isRecordLine), ...entries.map(printEntry)])]
    .map((line) => ({ line, key: sortKey(line) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const after = `${[HEADER, ...notes, ...records.map(({ line }) => line)].join('\n')}\n`;
  return after.length > LOCK_LIMITS.file ? { problem: tooLarge() } : { text: after };
}
