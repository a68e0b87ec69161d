/** Which of several subjects of one name is meant, in a word or two. */
import { groupBy } from '../../workspace/group-by';
import type { Snapshot, Subject } from '../../workspace/snapshot';
import { kindWord, nameOf } from '../subject';

const byName = new WeakMap<Snapshot, ReadonlyMap<string, readonly Subject[]>>();

function namesakes(snapshot: Snapshot, subject: Subject): readonly Subject[] {
  let known = byName.get(snapshot);
  if (!known)
    byName.set(snapshot, (known = groupBy([...snapshot.organizations, ...snapshot.systems], nameKey)));
  return known.get(nameKey(subject)) ?? [];
}

/** A reader does not tell names apart by their case. */
const nameKey = (subject: Subject): string => nameOf(subject).toLowerCase();

/**
 * What it is, where an organization and a system share a name; its id, where two of a kind do.
 * @returns undefined where the name says enough
 */
export function toldApart(snapshot: Snapshot, subject: Subject): string | undefined {
  const others = namesakes(snapshot, subject).filter((other) => other !== subject);
  if (others.length === 0) return undefined;
  const isOfOneKind = others.some(({ kind, id }) => kind === subject.kind && id !== subject.id);
  const words = [
    ...(others.some(({ kind }) => kind !== subject.kind) ? [kindWord(subject)] : []),
    ...(isOfOneKind ? [subject.id] : []),
  ];
  return words.length > 0 ? words.join(' ') : undefined;
}
