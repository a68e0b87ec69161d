/** Adds records to the text of one `aims.lock`, as far as they count there once they are written. */
import { tr, translatable } from '../../l10n/tr';
import { printEntry, routeKey, type LockEntry } from '../../lock/entry';
import {
  addToLock,
  keepsOut,
  parseLock,
  unreadableLock,
  type LockFile,
  type LockProblem,
  type LockRecord,
} from '../../lock/format';
import type { Snapshot } from '../../workspace/snapshot';

export interface LockChange {
  readonly uri: string;
  /** Undefined where there is no such file yet. */
  readonly before: string | undefined;
  readonly after: string;
  readonly entries: readonly LockEntry[];
}

/** Why nothing can be added, and where. */
export interface LockTrouble extends LockProblem {
  readonly uri: string;
}

export interface Added {
  /** By what was to be added: the record as it is read back, or why it would not count, after "cannot be approved:". */
  readonly results: ReadonlyMap<LockEntry, LockRecord | string>;
  readonly change?: LockChange;
  readonly trouble?: LockTrouble;
}

export function addRecords(snapshot: Snapshot, uri: string, entries: readonly LockEntry[]): Added {
  const lock = snapshot.locks.get(uri);
  if (lock && lock.text === undefined)
    return stopped(uri, entries, unreadableLock(lock.reason ?? '').problems[0]);
  const before = lock?.text;
  // What would not count is left out again; the others count without it.
  const tried = added(before, entries);
  if ('problem' in tried) return stopped(uri, entries, tried.problem);
  const results = readBack(tried.text, entries);
  const counting = entries.filter((entry) => typeof results.get(entry) !== 'string');
  if (counting.length === 0) return { results };
  const whole = counting.length === entries.length ? tried : added(before, counting);
  if ('problem' in whole) return stopped(uri, entries, whole.problem);
  return {
    results: new Map([...results, ...readBack(whole.text, counting)]),
    change: { uri, before, after: whole.text, entries: counting },
  };
}

const TO_MEND = translatable('aims.lock, where approvals are recorded, has to be mended first');

function stopped(uri: string, entries: readonly LockEntry[], problem: LockProblem | undefined): Added {
  return {
    results: new Map(entries.map((entry) => [entry, tr(TO_MEND)])),
    ...(problem ? { trouble: { ...problem, uri } } : {}),
  };
}

/**
 * Of a file whose lines all end as Windows writes them, none gets another end: else each line would count as changed in
 * a merge.
 */
export function added(
  before: string | undefined,
  entries: readonly LockEntry[],
): ReturnType<typeof addToLock> {
  const result = addToLock(before, entries);
  const isWindows = before !== undefined && before.includes('\r\n') && !/[^\r]\n|\r(?!\n)/.test(before);
  return 'text' in result && isWindows ? { text: result.text.replaceAll('\n', '\r\n') } : result;
}

function readBack(text: string, entries: readonly LockEntry[]): ReadonlyMap<LockEntry, LockRecord | string> {
  const lock = parseLock(text);
  return new Map(entries.map((entry) => [entry, readBackOne(lock, entry)] as const));
}

/** Why nothing more about this counts in a lock, whatever is added: words that go after "cannot be approved:". */
function whyNot(lock: LockFile, entry: LockEntry): string | undefined {
  const route = routeKey(entry);
  const newest = lock.byRoute.get(route)?.at(-1);
  if (lock.unsure.has(route))
    return tr('a line about it in aims.lock cannot be read; restore it from git, or delete it');
  if (newest && newest.recordedOn > entry.recordedOn)
    return tr(
      'aims.lock holds a record of it from {0}, and the clock of this machine says {1}; set the clock right',
      newest.recordedOn,
      entry.recordedOn,
    );
  return undefined;
}

/** A record counts where it is the newest about its route and nothing about it is unreadable. */
function readBackOne(lock: LockFile, entry: LockEntry): LockRecord | string {
  const newest = lock.byRoute.get(routeKey(entry))?.at(-1);
  const why = whyNot(lock, entry);
  if (why !== undefined) return why;
  if (newest && printEntry(newest) === printEntry(entry)) return newest;
  return tr('it has more parts than a line of aims.lock can hold');
}

/**
 * As much of this as is known without writing anything: to write thousands of records and read them back takes seconds,
 * and an editor asks at each move of the cursor.
 * @param lock as it stands; undefined where there is none yet
 */
export function foreseen(
  lock: LockFile | undefined,
  entry: LockEntry,
): readonly [string, ...string[]] | undefined {
  if (!lock) return undefined;
  const problem = lock.problems.find(keepsOut);
  if (problem) return [tr(TO_MEND), problem.message];
  const why = whyNot(lock, entry);
  return why === undefined ? undefined : [why];
}
