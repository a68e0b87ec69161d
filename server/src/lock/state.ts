/** Which recorded approvals still hold: their content, and what they rest on, is what it was. */
import { nameOf } from '../model/people';
import type { Place } from '../model/located';
import type { Day } from '../model/scalars';
import type { AssessmentEntry, LockText, Snapshot, Subject } from '../workspace/snapshot';
import { contextOf, once, type Approvable, type Part, type Reading, type ReadingContext } from './approvable';
import { compare, type Change } from './compare';
import { routeKey } from './entry';
import { parseLock, unreadableLock, type LockFile } from './format';
import { isHalfWritten } from './half-written';
import { recordsOf, recordsOfPart } from './find-records';
import { reasonFor, sentence } from './reason';
import { dayOf, describeRecord, newestOf, organizationOf, type Recorded } from './recorded';
import { approvableLists, approvablesIn, approvablesOf } from './subjects';
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

export interface RecordedApproval {
  readonly approvable: Approvable;
  readonly state: ApprovalState;
}

export interface ChangedApproval {
  readonly approvable: Approvable;
  readonly state: Extract<ApprovalState, { readonly kind: 'changed' }>;
}

/** The causes, not the way to them: they are what the finding is about. */
function causesOf({ approvable, state }: RecordedApproval): readonly Approvable[] {
  if (state.kind !== 'changed') return [];
  return state.changes.length > 0 ? [approvable] : state.through;
}

const NONE: readonly RecordedApproval[] = [];

const placeKey = ({ uri, document, route }: Place): string => [uri, document, ...route].join('\n');

const parsedLocks = new WeakMap<LockText, LockFile>();

/** The record at a URI, parsed; the same object while its text is the same. Undefined where there is none. */
export function lockAt(snapshot: Snapshot, uri: string): LockFile | undefined {
  const lock = snapshot.locks.get(uri);
  if (!lock) return undefined;
  let parsed = parsedLocks.get(lock);
  if (!parsed)
    parsedLocks.set(
      lock,
      (parsed = lock.text === undefined ? unreadableLock(lock.reason ?? '') : parseLock(lock.text)),
    );
  return parsed;
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

/** Of a list of approvables, those that records speak of: kept while lists and records are the same. */
const spokenOf = new WeakMap<
  readonly Approvable[],
  { readonly locks: Snapshot['locks']; readonly roots: string; readonly found: readonly Approvable[] }
>();

/** Of a subject: a new list only where a state in it is another, so that verdicts can be kept by it. */
const before = new WeakMap<readonly Approvable[], readonly RecordedApproval[]>();

/** What is known of approvals in a snapshot. To make one costs nothing: results are kept while their inputs are the same. */
export class Approvals {
  readonly #context: ReadingContext;
  readonly #snapshot: Snapshot;
  readonly #roots: string;
  readonly #states = new Map<Approvable, ApprovalState>();
  readonly #byPlace = once(
    () =>
      new Map(
        this.#spoken().flatMap((each) => (each.homes[0] ? [[placeKey(each.homes[0]), each] as const] : [])),
      ),
  );
  readonly #spoken = once(() => this.#findSpoken());
  /** Those whose content, or what they rest on, has changed: in the order of the files. */
  readonly changed = once((): readonly ChangedApproval[] =>
    this.#spoken().flatMap((approvable) => {
      const state = this.stateOf(approvable);
      return state.kind === 'changed' ? [{ approvable, state }] : [];
    }),
  );

  constructor(snapshot: Snapshot) {
    this.#context = contextOf(snapshot);
    this.#snapshot = snapshot;
    this.#roots = snapshot.roots.join('\n');
  }

  /** Of a subject's approvals those that were recorded, with what is known of them. The same list while it is the same. */
  of(entry: Subject | AssessmentEntry): readonly RecordedApproval[] {
    if (this.#snapshot.locks.size === 0) return NONE;
    const list = approvablesOf(entry);
    const now = this.#spokenOf(list).map((approvable) => ({ approvable, state: this.stateOf(approvable) }));
    const known = before.get(list);
    const isSame =
      known?.length === now.length && now.every(({ state }, index) => state === known[index]?.state);
    if (isSame) return known;
    before.set(list, now);
    return now;
  }

  /** What is known of the approval of what is written at a place: of a policy, a row, a piece of evidence, a whole assessment. */
  at(place: Place): RecordedApproval | undefined {
    if (this.#snapshot.locks.size === 0) return undefined;
    const approvable = this.#byPlace().get(placeKey(place));
    return approvable && { approvable, state: this.stateOf(approvable) };
  }

  /** Every approval a record speaks of, in the order of the files. */
  #findSpoken(): readonly Approvable[] {
    if (this.#snapshot.locks.size === 0) return [];
    const all = approvablesIn(this.#snapshot);
    // Where two parts of a file answer to the same name, the first counts.
    return approvableLists(this.#snapshot).flatMap((list) =>
      this.#spokenOf(list).filter((each) => all.get(each.key) === each),
    );
  }

  #spokenOf(list: readonly Approvable[]): readonly Approvable[] {
    const { locks } = this.#snapshot;
    const known = spokenOf.get(list);
    if (known?.locks === locks && known.roots === this.#roots) return known.found;
    const found = list.filter((approvable) => {
      const { lock, file } = lockPlaceOf(this.#snapshot.roots, approvable);
      const parsed = lockAt(this.#snapshot, lock);
      const route = routeKey({ file, part: approvable.part });
      return (
        parsed &&
        (!parsed.readable || parsed.unsure.has(route) || recordsOfPart(parsed, approvable.part).length > 0)
      );
    });
    spokenOf.set(list, { locks, roots: this.#roots, found });
    return found;
  }

  /** What is known of one approval. */
  stateOf(approvable: Approvable): ApprovalState {
    const done = this.#states.get(approvable);
    if (done) return done;
    const kept = judgements.get(approvable);
    const place = kept?.roots === this.#roots ? kept.place : lockPlaceOf(this.#snapshot.roots, approvable);
    const lock = lockAt(this.#snapshot, place.lock);
    const isSame =
      kept?.place === place && same(kept.inputs, this.#inputs(approvable, place, lock, kept.parts));
    const state = isSame ? kept.state : this.#judgeAnew(approvable, place, lock);
    this.#states.set(approvable, state);
    return state;
  }

  /** Everything a judgement depends on beside the approvable itself; compared by identity. */
  #inputs(
    { part: name }: Approvable,
    place: LockPlace,
    lock: LockFile | undefined,
    parts: readonly Part[],
  ): readonly unknown[] {
    if (!lock) return [undefined];
    const { snapshot, targets } = this.#context;
    const inputs: unknown[] = [lock, targets, snapshot.facts, recordsOf(snapshot, lock, place, name).length];
    for (const { file, via } of parts) {
      if (file !== undefined) inputs.push(snapshot.files.get(file));
      for (const key of via ?? []) {
        const nearer = approvablesIn(snapshot).get(key);
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
      inputs: this.#inputs(approvable, place, lock, parts),
      state,
    });
    return state;
  }

  /** What is known of every approval a record speaks of, in the order of the files. */
  recorded(): readonly RecordedApproval[] {
    return this.#spoken().map((approvable) => ({ approvable, state: this.stateOf(approvable) }));
  }

  #judge(
    approvable: Approvable,
    place: LockPlace,
    lock: LockFile | undefined,
  ): Pick<Judgement, 'state' | 'parts'> {
    const unread = (state: ApprovalState): Pick<Judgement, 'state' | 'parts'> => ({ state, parts: [] });
    if (!lock) return unread({ kind: 'unrecorded' });
    const route = routeKey({ file: place.file, part: approvable.part });
    if (!lock.readable || lock.unsure.has(route)) return unread({ kind: 'unknown' });
    const record = newestOf(approvable, recordsOf(this.#snapshot, lock, place, approvable.part));
    if (!record) return unread({ kind: 'unrecorded' });
    if (!approvable.isWhole(this.#snapshot)) return unread({ kind: 'unknown' });
    const recorded = describeRecord(approvable, record, place.lock);
    const { statedOn, withheld } = approvable;
    const isLater = statedOn !== undefined && statedOn > dayOf(record) && statedOn > record.effective;
    if (withheld !== undefined || isLater) return unread({ kind: 'outdated', recorded });
    const reading = approvable.read(this.#context);
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
    if (isHalfWritten(approvable, compared.changes, parts, this.#snapshot)) return { kind: 'unknown' };
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
  #nearer(part: Part): RecordedApproval | undefined {
    for (const key of part.via ?? []) {
      const approvable = approvablesIn(this.#snapshot).get(key);
      const state = approvable && this.stateOf(approvable);
      if (approvable && state && state.kind !== 'unrecorded') return { approvable, state };
    }
    return undefined;
  }
}

const perSnapshot = new WeakMap<Snapshot, Approvals>();

/** The approvals of a snapshot: one for all who ask. */
export function approvalsOf(snapshot: Snapshot): Approvals {
  let approvals = perSnapshot.get(snapshot);
  if (!approvals) perSnapshot.set(snapshot, (approvals = new Approvals(snapshot)));
  return approvals;
}
