/** What is told of each approval that was asked for, whatever the format. */
import { fileURLToPath } from 'node:url';
import type { Attestation } from '../features/attest';
import type { Recorded } from '../lock/recorded';
import { organizationOf } from '../lock/recorded';
import { nameOf } from '../model/people';
import type { Snapshot } from '../workspace/snapshot';

/** `to-record`: nothing was written, as in a dry run, or because something else was refused. */
export type Result = 'recorded' | 'to-record' | 'unchanged' | 'refused';

export interface Line {
  readonly result: Result;
  /** Absolute. */
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
  readonly character: number;
  /** `the AI policy`. */
  readonly title: string;
  readonly kind: string;
  readonly part: string;
  /** Absent where it was refused. */
  readonly record?: Recorded & {
    /** Absolute path of the lock. */
    readonly path: string;
    /** In full. */
    readonly name: string;
    /** Whom the file names in place of who approved. */
    readonly named: string | undefined;
  };
  /** Why it was refused. */
  readonly reason?: string;
}

/** By place. @param isWritten were the new ones written? */
export function linesOf({ outcomes }: Attestation, snapshot: Snapshot, isWritten: boolean): readonly Line[] {
  const lines = outcomes.map((outcome): Line => {
    const { approvable } = outcome;
    const { uri, place, title, kind, part } = approvable;
    const { start } = snapshot.rangeOf(place, 'key') ??
      snapshot.rangeOf(place, 'value') ?? { start: { line: 0, character: 0 } };
    const common = { path: fileURLToPath(uri), ...start, title, kind, part };
    if (outcome.kind === 'refused') return { ...common, result: 'refused', reason: outcome.reason };
    const { recorded } = outcome;
    const organization = organizationOf(approvable);
    const [principal] = approvable.named;
    return {
      ...common,
      result: outcome.kind === 'unchanged' ? 'unchanged' : isWritten ? 'recorded' : 'to-record',
      record: {
        ...recorded,
        path: fileURLToPath(recorded.lock),
        name: nameOf(organization, recorded.record.by),
        named: recorded.isByOther && principal ? nameOf(organization, principal.who.value) : undefined,
      },
    };
  });
  return lines.sort((a, b) =>
    a.path === b.path ? a.line - b.line || a.character - b.character : a.path < b.path ? -1 : 1,
  );
}
