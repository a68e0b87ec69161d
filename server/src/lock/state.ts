/** Which recorded approvals still hold: their content, and what they rest on, is what it was. */
import { nameOf } from '../model/people';
import type { Day } from '../model/scalars';
import type { Approvable, Part, Reading, ReadingContext } from './approvable';
import { compare, type Change } from './compare';
import { routeKey } from './entry';
import type { LockFile } from './format';
import { reasonFor, sentence } from './reason';
import { dayOf, describeRecord, newestOf, organizationOf, type Recorded } from './recorded';
import { approvablesIn } from './subjects';
import { lockPlaceOf, type LockPlace } from './where';

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
  /** By URI, parsed. Where there is none, nothing was recorded. The same objects while their text is the same. */
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

interface Judgement {
  readonly roots: string;
  readonly place: LockPlace;
  /** What it was read with, to see what would make another of it. */
  readonly parts: readonly Part[];
  readonly inputs: readonly unknown[];
  readonly state: ApprovalState;
}

/** One keystroke makes one subject's approvables new; what is known of the others is kept. */
const judgements = new WeakMap<Approvable, Judgement>();

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((input, index) => input === b[index]);

/** What is known of approvals in a snapshot. To make one costs nothing: results are kept while their inputs are the same. */
export class Approvals {
  readonly #input: ApprovalsInput;
  readonly #roots: string;
  readonly #all: ReadonlyMap<string, Approvable>;
  readonly #states = new Map<Approvable, ApprovalState>();

  constructor(input: ApprovalsInput) {
    this.#input = input;
    this.#roots = input.snapshot.roots.join('\n');
    this.#all = approvablesIn(input.snapshot);
  }

  /** What is known of one approval. */
  stateOf(approvable: Approvable): ApprovalState {
    const done = this.#states.get(approvable);
    if (done) return done;
    const before = judgements.get(approvable);
    const place =
      before?.roots === this.#roots ? before.place : lockPlaceOf(this.#input.snapshot.roots, approvable);
    const lock = this.#input.locks.get(place.lock);
    const isSame = before?.place === place && same(before.inputs, this.#inputs(lock, before.parts));
    const state = isSame ? before.state : this.#judgeAnew(approvable, place, lock);
    this.#states.set(approvable, state);
    return state;
  }

  /** Everything a judgement depends on beside the approvable itself; compared by identity. */
  #inputs(lock: LockFile | undefined, parts: readonly Part[]): readonly unknown[] {
    if (!lock) return [undefined];
    const { snapshot, targets } = this.#input;
    const inputs: unknown[] = [lock, targets, snapshot.facts];
    for (const { file, via } of parts) {
      if (file !== undefined) inputs.push(snapshot.files.get(file));
      for (const key of via ?? []) {
        const nearer = this.#all.get(key);
        inputs.push(nearer && this.stateOf(nearer));
      }
    }
    return inputs;
  }

  #judgeAnew(approvable: Approvable, place: LockPlace, lock: LockFile | undefined): ApprovalState {
    const { state, parts } = this.#judge(approvable, place, lock);
    judgements.set(approvable, {
      roots: this.#roots,
      place,
      parts,
      inputs: this.#inputs(lock, parts),
      state,
    });
    return state;
  }

  /** Those whose content, or what they rest on, has changed: in the order of the files. */
  changed(): readonly ChangedApproval[] {
    if (this.#input.locks.size === 0) return [];
    return [...this.#all.values()].flatMap((approvable) => {
      const state = this.stateOf(approvable);
      return state.kind === 'changed' ? [{ approvable, state }] : [];
    });
  }

  #judge(
    approvable: Approvable,
    { lock: uri, file }: LockPlace,
    lock: LockFile | undefined,
  ): Pick<Judgement, 'state' | 'parts'> {
    const unread = (state: ApprovalState): Pick<Judgement, 'state' | 'parts'> => ({ state, parts: [] });
    if (!lock) return unread({ kind: 'unrecorded' });
    const route = routeKey({ file, part: approvable.part });
    if (!lock.readable || lock.unsure.has(route)) return unread({ kind: 'unknown' });
    const record = newestOf(approvable, lock.byRoute.get(route) ?? []);
    if (!record) return unread({ kind: 'unrecorded' });
    if (!approvable.isWhole(this.#input.snapshot)) return unread({ kind: 'unknown' });
    const recorded = describeRecord(approvable, record, uri);
    const { statedOn, withheld } = approvable;
    const isLater = statedOn !== undefined && statedOn > dayOf(record) && statedOn > record.effective;
    if (withheld !== undefined || isLater) return unread({ kind: 'outdated', recorded });
    const reading = approvable.read(this.#input);
    return { state: this.#compare(approvable, recorded, reading), parts: reading.parts };
  }

  #compare(approvable: Approvable, recorded: Recorded, { digest, parts }: Reading): ApprovalState {
    const { record } = recorded;
    const looked = parts.map((part) => ({ part, nearer: this.#nearer(part) }));
    const nearer = looked.flatMap((each) => each.nearer ?? []);
    const through = new Set(nearer.flatMap(causesOf));
    const own = looked.flatMap((each) => (each.nearer ? [] : [each.part]));
    const compared = compare(record, digest, own);
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
    for (const key of part.via ?? []) {
      const approvable = this.#all.get(key);
      const state = approvable && this.stateOf(approvable);
      if (approvable && state && state.kind !== 'unrecorded') return { approvable, state };
    }
    return undefined;
  }
}
