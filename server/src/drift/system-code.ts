/** Which code belongs to which system, so that what the code uses can be held against the card. */
import type { CodeEntry, Snapshot, SystemEntry } from '../workspace/snapshot';

type CodeMap = Snapshot['code'];
type Lists = ReadonlyMap<SystemEntry, readonly CodeEntry[]>;

const known = new WeakMap<CodeMap, Lists>();
/** Of each system the last list: a keystroke in the code of another leaves it the same array. */
const last = new WeakMap<SystemEntry, readonly CodeEntry[]>();

const isSame = (a: readonly CodeEntry[], b: readonly CodeEntry[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

function listsOf(code: CodeMap): Lists {
  const lists = new Map<SystemEntry, CodeEntry[]>();
  for (const entry of code.values())
    for (const system of entry.coveredBy) {
      const list = lists.get(system);
      if (list) list.push(entry);
      else lists.set(system, [entry]);
    }
  const kept = new Map<SystemEntry, readonly CodeEntry[]>();
  for (const [system, list] of lists) {
    const before = last.get(system);
    const now = before && isSame(before, list) ? before : list;
    last.set(system, now);
    kept.set(system, now);
  }
  return kept;
}

const NONE: readonly CodeEntry[] = [];

/** Files the system's card covers, in order, tests and examples included. The same array while they are the same. */
export function codeOf({ code }: Snapshot, system: SystemEntry): readonly CodeEntry[] {
  let lists = known.get(code);
  if (!lists) known.set(code, (lists = listsOf(code)));
  return lists.get(system) ?? NONE;
}
