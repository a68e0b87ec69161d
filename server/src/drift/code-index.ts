/** Where the code of a system does what: marks of all its files, by what they mean. */
import type { CodeEntry } from '../workspace/snapshot';
import { marksIn, type Mark } from './marks';

export interface At {
  readonly entry: CodeEntry;
  readonly mark: Mark;
}

export interface CodeIndex {
  /** Files the card covers, by URI in order, tests and examples included. */
  readonly entries: readonly CodeEntry[];
  /** In order of files and lines, by the id of the mark. Never an empty list. */
  readonly byId: ReadonlyMap<string, readonly At[]>;
}

const inEntry = (entry: CodeEntry): readonly At[] => marksIn(entry.facts).map((mark) => ({ entry, mark }));

function indexed(entries: readonly CodeEntry[]): CodeIndex {
  const byId = new Map<string, At[]>();
  for (const entry of entries)
    for (const mark of marksIn(entry.facts)) {
      const list = byId.get(mark.id);
      if (list) list.push({ entry, mark });
      else byId.set(mark.id, [{ entry, mark }]);
    }
  return { entries, byId };
}

/** More files at once are read like all. */
const FEW = 20;

/** Files that are not the same objects; undefined where other files came in between, or many changed. */
function changedAmong(
  before: readonly CodeEntry[],
  now: readonly CodeEntry[],
): readonly (readonly [CodeEntry, CodeEntry])[] | undefined {
  if (before.length !== now.length) return undefined;
  const changed: (readonly [CodeEntry, CodeEntry])[] = [];
  for (const [at, entry] of now.entries()) {
    const old = before[at];
    if (old === entry) continue;
    if (old?.uri !== entry.uri || changed.length === FEW) return undefined;
    changed.push([old, entry]);
  }
  return changed;
}

function replaced(list: readonly At[], old: CodeEntry, now: readonly At[]): readonly At[] {
  const others = list.filter(({ entry }) => entry !== old);
  const behind = others.findIndex(({ entry }) => entry.uri > old.uri);
  return others.toSpliced(behind < 0 ? others.length : behind, 0, ...now);
}

/**
 * @param before of the same system, where there was one: then only files that changed are looked at
 */
export function codeIndex(entries: readonly CodeEntry[], before: CodeIndex | undefined): CodeIndex {
  const changed = before && changedAmong(before.entries, entries);
  if (!changed) return indexed(entries);
  const byId = new Map(before.byId);
  for (const [old, entry] of changed) {
    const now = inEntry(entry);
    for (const id of new Set([...marksIn(old.facts), ...marksIn(entry.facts)].map((mark) => mark.id))) {
      const list = replaced(
        byId.get(id) ?? [],
        old,
        now.filter(({ mark }) => mark.id === id),
      );
      if (list.length > 0) byId.set(id, list);
      else byId.delete(id);
    }
  }
  return { entries, byId };
}

/** Tests and examples left out. */
export const loud = (places: readonly At[]): readonly At[] => places.filter(({ entry }) => !entry.silent);

const compare = (a: At, b: At): number => {
  if (a.entry !== b.entry) return a.entry.uri < b.entry.uri ? -1 : 1;
  const marks = marksIn(a.entry.facts);
  return marks.indexOf(a.mark) - marks.indexOf(b.mark);
};

/** Several lists as one, in order of files and lines. */
export const together = (lists: readonly (readonly At[])[]): readonly At[] =>
  lists.length === 1 ? (lists[0] ?? []) : lists.flat().sort(compare);
