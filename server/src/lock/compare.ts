/** What changed between a record and what stands in the files now. */
import type { Digest } from '../evidence';
import type { Part } from './approvable';
import type { LockEntry } from './entry';

export interface Change {
  readonly how: 'changed' | 'added' | 'removed';
  /** The part's name; empty where only the whole is known to have changed. */
  readonly name: string;
  /** The part as it is now. */
  readonly part?: Part;
}

/** Own pieces; what stands on the system's card; what it points to. */
type Origin = 'own' | 'card' | 'target';

export function originOf(name: string): Origin {
  if (name === 'card' || name.startsWith('card/')) return 'card';
  return /^(?:file|evidence|assessment|profile)\//.test(name) ? 'target' : 'own';
}

export interface Comparison {
  /** In the order of the parts, what was removed last. */
  readonly changes: readonly Change[];
  /** Is there something that could not be read, so that "nothing changed" is not known? */
  readonly isUnclear: boolean;
}

/**
 * @param content digest of the content now
 * @param parts the parts now, without those something nearer answers for
 */
export function compare(record: LockEntry, content: Digest, parts: readonly Part[]): Comparison {
  const own = content === record.digest ? [] : differences(record, parts, 'own');
  const isUnexplained = content !== record.digest && own.length === 0;
  // Without the card then or now there is nothing to compare with.
  const knowsCard = record.parts.has('card') && parts.some(({ name }) => name === 'card');
  const targets = parts.filter(({ name }) => originOf(name) === 'target' && record.parts.has(name));
  return {
    changes: [
      ...(isUnexplained ? [{ how: 'changed', name: '' } as const] : own),
      ...(knowsCard ? differences(record, parts, 'card') : []),
      // What it points to comes and goes with the content; only what stayed can have changed by itself.
      ...targets.flatMap((part) => changeOf(record, part) ?? []),
    ],
    isUnclear: (!knowsCard && record.parts.has('card')) || targets.some(({ digest }) => digest === undefined),
  };
}

function changeOf(record: LockEntry, part: Part): Change | undefined {
  const before = record.parts.get(part.name);
  if (part.digest === undefined || before === part.digest) return undefined;
  return { how: before === undefined ? 'added' : 'changed', name: part.name, part };
}

function differences(record: LockEntry, parts: readonly Part[], origin: Origin): readonly Change[] {
  const now = parts.filter(({ name }) => originOf(name) === origin);
  const names = new Set(now.map(({ name }) => name));
  const removed = [...record.parts.keys()].filter((name) => originOf(name) === origin && !names.has(name));
  return [
    ...now.flatMap((part) => changeOf(record, part) ?? []),
    ...removed.map((name): Change => ({ how: 'removed', name })),
  ];
}
