/** Which code belongs to which system, so that what the code uses can be held against the card. */
import type { CodeEntry, Snapshot, SystemEntry } from '../workspace/snapshot';
import { groupBy } from '../workspace/group-by';

type CodeMap = Snapshot['code'];

const known = new WeakMap<CodeMap, ReadonlyMap<SystemEntry, readonly CodeEntry[]>>();

const NONE: readonly CodeEntry[] = [];

/** Files the system's card covers, in order, tests and examples included. */
export function codeOf({ code }: Snapshot, system: SystemEntry): readonly CodeEntry[] {
  let bySystem = known.get(code);
  if (!bySystem) {
    const pairs = [...code.values()].flatMap((entry) =>
      entry.coveredBy.map((each) => [each, entry] as const),
    );
    const grouped = groupBy(pairs, ([each]) => each);
    bySystem = new Map([...grouped].map(([each, list]) => [each, list.map(([, entry]) => entry)]));
    known.set(code, bySystem);
  }
  return bySystem.get(system) ?? NONE;
}
