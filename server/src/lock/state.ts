/** Which recorded approvals still hold: their content, and what they rest on, is what it was. */
import { perLanguage, tr } from '../l10n/tr';
import { placeKey, type Place } from '../model/located';
import { nameOf } from '../model/people';
import type { AssessmentEntry, LockText, Snapshot, Subject } from '../workspace/snapshot';
import {
  contextOf,
  once,
  uriOfKey,
  type Approvable,
  type Part,
  type Reading,
  type ReadingContext,
} from './approvable';
import type { ApprovalState, ChangedApproval, RecordedApproval } from './approval-state';
import { compare } from './compare';
import { routeKey } from './entry';
import { parseLock, unreadableLock, type LockFile } from './format';
import { isHalfWritten } from './half-written';
import { recordsOf, recordsOfPart } from './find-records';
import { judgedList, keepList, keptList, type JudgedList, type ListBasis } from './judged-list';
import { reasonFor, sentence } from './reason';
import { dayOf, describeRecord, newestOf, organizationOf, type Recorded } from './recorded';
import {
  approvableLists,
  approvableNamed,
  approvablesOf,
  firstByKey,
  listsAbout,
  type ApprovableList,
} from './subjects';
import { lockPlaceOf, type LockPlace } from './where';

export type { ApprovalState, ChangedApproval, RecordedApproval } from './approval-state';

/** The causes, not the way to them: they are what the finding is about. */
function causesOf({ approvable, state }: RecordedApproval): readonly Approvable[] {
  if (state.kind !== 'changed') return [];
  return state.changes.length > 0 ? [approvable] : state.through;
}

const NONE: readonly RecordedApproval[] = [];

const parsedLocks = perLanguage(() => new WeakMap<LockText, LockFile>());

/** The record at a URI, parsed; the same object while its text is the same. Undefined where there is none. */
export function lockAt(snapshot: Snapshot, uri: string): LockFile | undefined {
  const lock = snapshot.locks.get(uri);
  if (!lock) return undefined;
  const known = parsedLocks();
  let parsed = known.get(lock);
  if (!parsed)
    known.set(
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
  /** Its records name its file, or there are none: else they hang on which other files are there. */
  readonly isNamed: boolean;
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

/** What is known of approvals in a snapshot. To make one costs nothing: results are kept while their inputs are the same. */
export class Approvals {
  readonly #context: ReadingContext;
  readonly #snapshot: Snapshot;
  readonly #roots: string;
  readonly #states = new Map<Approvable, ApprovalState>();
  readonly #lists = new Map<ApprovableList, JudgedList>();
  /** Those whose content, or what they rest on, has changed: in the order of the files. */
  readonly changed = once((): readonly ChangedApproval[] => {
    if (this.#snapshot.locks.size === 0) return [];
    const all = approvableLists(this.#snapshot).flatMap((list) => this.#judged(list).changed);
    return all.filter(({ approvable }) => this.#isFirst(approvable));
  });

  constructor(snapshot: Snapshot) {
    this.#context = contextOf(snapshot);
    this.#snapshot = snapshot;
    this.#roots = snapshot.roots.join('\n');
  }

  /** Of a subject's approvables those that were recorded, with what is known of them. The same list while it is the same. */
  of(entry: Subject | AssessmentEntry): readonly RecordedApproval[] {
    return this.#snapshot.locks.size === 0 ? NONE : this.#judged(approvablesOf(entry)).recorded;
  }

  /** What is known of the approval of what is written at a place: of a policy, a row, a piece of evidence, a whole assessment. */
  at(place: Place): RecordedApproval | undefined {
    if (this.#snapshot.locks.size === 0) return undefined;
    const key = placeKey(place);
    return listsAbout(this.#snapshot, place.uri)
      .flatMap((list) => this.#judged(list).byPlace().get(key) ?? [])
      .findLast(({ approvable }) => this.#isFirst(approvable));
  }

  /** What is known of every approval in a file that a record speaks of, in the order of the file. */
  recordedIn(uri: string): readonly RecordedApproval[] {
    if (this.#snapshot.locks.size === 0) return NONE;
    return listsAbout(this.#snapshot, uri)
      .flatMap((list) => this.#judged(list).recorded)
      .filter(({ approvable }) => approvable.uri === uri && this.#isFirst(approvable));
  }

  /** Where two parts of a file answer to the same name, the first counts. */
  #isFirst(approvable: Approvable): boolean {
    return approvableNamed(this.#snapshot, approvable.key) === approvable;
  }

  #judged(list: ApprovableList): JudgedList {
    const done = this.#lists.get(list);
    if (done) return done;
    const kept = keptList(list);
    const isSame = kept?.basis && same(kept.inputs, this.#inputsOfAll(kept.basis));
    const judged = isSame ? kept.judged : this.#judgeList(list, kept?.judged);
    this.#lists.set(list, judged);
    return judged;
  }

  #judgeList(list: ApprovableList, before: JudgedList | undefined): JudgedList {
    const recorded = this.#spokenOf(list).map((approvable) => ({
      approvable,
      state: this.stateOf(approvable),
    }));
    const judged = judgedList(list, recorded, before);
    const made = recorded.flatMap(({ approvable }) => judgements.get(approvable) ?? []);
    const basis = made.every(({ isNamed }) => isNamed)
      ? this.#basisOf(
          list,
          made.flatMap(({ parts }) => parts),
        )
      : undefined;
    keepList(list, { judged, basis, inputs: basis ? this.#inputsOfAll(basis) : [] });
    return judged;
  }

  #basisOf(list: ApprovableList, parts: readonly Part[]): ListBasis {
    const keys = [...new Set(parts.flatMap(({ via }) => via ?? []))];
    const isOwn = (key: string): boolean =>
      firstByKey(list).has(key) && listsAbout(this.#snapshot, uriOfKey(key))[0] === list;
    return {
      files: [...new Set(parts.flatMap(({ file }) => file ?? []))],
      nearer: keys.filter((key) => !isOwn(key)),
      own: [...new Set(keys.filter(isOwn).map(uriOfKey))],
    };
  }

  /** Everything the judgements of a list depend on beside the list itself; compared by identity. */
  #inputsOfAll({ files, nearer, own }: ListBasis): readonly unknown[] {
    const { snapshot, targets } = this.#context;
    return [
      snapshot.locks,
      this.#roots,
      targets,
      snapshot.facts,
      ...files.map((file) => snapshot.files.get(file)),
      ...nearer.map((key) => this.#stateNamed(key)),
      ...own.map((uri) => listsAbout(snapshot, uri)[0]),
    ];
  }

  #stateNamed(key: string): ApprovalState | undefined {
    const approvable = approvableNamed(this.#snapshot, key);
    return approvable && this.stateOf(approvable);
  }

  #spokenOf(list: ApprovableList): readonly Approvable[] {
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
      for (const key of via ?? []) inputs.push(this.#stateNamed(key));
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
      isNamed: !lock || lock.byRoute.has(routeKey({ file: place.file, part: approvable.part })),
      state,
    });
    return state;
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
              tr(
                'it rests on {0}, which changed after it was approved',
                [...through].map(({ title }) => title).join(', '),
              ),
            ),
    };
  }

  /** What answers for a part in place of the record that holds its digest. */
  #nearer(part: Part): RecordedApproval | undefined {
    for (const key of part.via ?? []) {
      const approvable = approvableNamed(this.#snapshot, key);
      const state = approvable && this.stateOf(approvable);
      if (approvable && state && state.kind !== 'unrecorded') return { approvable, state };
    }
    return undefined;
  }
}

const perSnapshot = perLanguage(() => new WeakMap<Snapshot, Approvals>());

/** The approvals of a snapshot: one for all who ask. */
export function approvalsOf(snapshot: Snapshot): Approvals {
  const known = perSnapshot();
  let approvals = known.get(snapshot);
  if (!approvals) known.set(snapshot, (approvals = new Approvals(snapshot)));
  return approvals;
}
