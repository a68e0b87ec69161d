/** Which recorded approvals still hold: their content, and what they rest on, is what it was. */
import { nameOf } from '../model/people';
import type { Day } from '../model/scalars';
import type { Approvable, Part, ReadingContext } from './approvable';
import { compare, type Change } from './compare';
import { digestOf } from './content';
import { routeKey } from './entry';
import type { LockFile } from './format';
import { reasonFor, sentence } from './reason';
import { dayOf, describeRecord, newestOf, organizationOf, type Recorded } from './recorded';
import { approvablesIn } from './subjects';
import { lockPlaceOf } from './where';

export type ApprovalState =
  | { readonly kind: 'unrecorded' }
  /** Recorded, but whether it holds cannot be known now. */
  | { readonly kind: 'unknown' }
  /** The file itself speaks of an approval later than the record, or claims none any more: the record says nothing of it. */
  | { readonly kind: 'outdated'; readonly recorded: Recorded }
  | { readonly kind: 'fresh'; readonly recorded: Recorded }
  | {
      readonly kind: 'changed';
      readonly recorded: Recorded;
      /** The day the record was written: it changed some time after. */
      readonly since: Day;
      /** Of its own, or of what nothing nearer answers for. Empty where only what it rests on is suspect. */
      readonly changes: readonly Change[];
      /** Suspect approvals it rests on. */
      readonly through: readonly Approvable[];
      /** One sentence. */
      readonly reason: string;
    };

export interface ApprovalsInput extends ReadingContext {
  /** By URI. Where there is none, nothing was recorded. */
  readonly locks: ReadonlyMap<string, LockFile>;
}

export interface ChangedApproval {
  readonly approvable: Approvable;
  readonly state: Extract<ApprovalState, { readonly kind: 'changed' }>;
}

interface Nearer {
  readonly approvable: Approvable;
  readonly state: ApprovalState;
}

/** The causes, not the way to them: they are what the finding is about. */
function causesOf({ approvable, state }: Nearer): readonly Approvable[] {
  if (state.kind !== 'changed') return [];
  return state.changes.length > 0 ? [approvable] : state.through;
}

export class Approvals {
  readonly #input: ApprovalsInput;
  readonly #states = new Map<string, ApprovalState>();

  constructor(input: ApprovalsInput) {
    this.#input = input;
  }

  /** What is known of one approval. */
  stateOf(approvable: Approvable): ApprovalState {
    let state = this.#states.get(approvable.key);
    if (!state) this.#states.set(approvable.key, (state = this.#judge(approvable)));
    return state;
  }

  /** Those whose content, or what they rest on, has changed: in the order of the files. */
  changed(): readonly ChangedApproval[] {
    if (this.#input.locks.size === 0) return [];
    return [...approvablesIn(this.#input.snapshot).values()].flatMap((approvable) => {
      const state = this.stateOf(approvable);
      return state.kind === 'changed' ? [{ approvable, state }] : [];
    });
  }

  #judge(approvable: Approvable): ApprovalState {
    const { snapshot, locks } = this.#input;
    const { lock, file } = lockPlaceOf(snapshot.roots, approvable);
    const found = locks.get(lock);
    if (!found) return { kind: 'unrecorded' };
    const route = routeKey({ file, part: approvable.part });
    if (!found.readable || found.unsure.has(route)) return { kind: 'unknown' };
    const record = newestOf(approvable, found.byRoute.get(route) ?? []);
    if (!record) return { kind: 'unrecorded' };
    if (!approvable.isWhole(snapshot)) return { kind: 'unknown' };
    const recorded = describeRecord(approvable, record, lock);
    const { statedOn, withheld } = approvable;
    const isLater = statedOn !== undefined && statedOn > dayOf(record) && statedOn > record.effective;
    if (withheld !== undefined || isLater) return { kind: 'outdated', recorded };
    return this.#compare(approvable, recorded);
  }

  #compare(approvable: Approvable, recorded: Recorded): ApprovalState {
    const { record } = recorded;
    const { content, parts } = approvable.read(this.#input);
    const looked = parts.map((part) => ({ part, nearer: this.#nearer(part) }));
    const nearer = looked.flatMap((each) => each.nearer ?? []);
    const through = new Set(nearer.flatMap(causesOf));
    const own = looked.flatMap((each) => (each.nearer ? [] : [each.part]));
    const compared = compare(record, digestOf(content), own);
    if (compared.changes.length === 0 && through.size === 0)
      return compared.isUnclear || nearer.some(({ state }) => state.kind === 'unknown')
        ? { kind: 'unknown' }
        : { kind: 'fresh', recorded };
    const who = nameOf(organizationOf(approvable), record.by);
    return {
      kind: 'changed',
      recorded,
      since: dayOf(record),
      changes: compared.changes,
      through: [...through],
      reason:
        compared.changes.length > 0
          ? reasonFor(compared.changes, who, dayOf(record))
          : sentence(
              `it rests on ${[...through].map(({ title }) => title).join(', ')}, which changed after it was approved`,
            ),
    };
  }

  /** What answers for a part in place of the record that holds its digest. */
  #nearer(part: Part): Nearer | undefined {
    const all = approvablesIn(this.#input.snapshot);
    for (const key of part.via ?? []) {
      const approvable = all.get(key);
      const state = approvable && this.stateOf(approvable);
      if (approvable && state && state.kind !== 'unrecorded') return { approvable, state };
    }
    return undefined;
  }
}
