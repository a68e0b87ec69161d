/**
 * What is known of the approvals of one subject, kept as long as all it was made of is the same: a keystroke judges those
 * of one subject in a thousand.
 */
import { placeKey } from '../model/located';
import { once } from './approvable';
import type { ChangedApproval, RecordedApproval } from './approval-state';
import { firstByKey, type ApprovableList } from './subjects';

export interface JudgedList {
  /** Those that records speak of. The same array while none of their states is another. */
  readonly recorded: readonly RecordedApproval[];
  readonly changed: readonly ChangedApproval[];
  /** By the place they are read from, see `placeKey`. */
  readonly byPlace: () => ReadonlyMap<string, RecordedApproval>;
}

/** What the judgements of a list look at besides it. */
export interface ListBasis {
  /** Cards, assessments and others, by URI. */
  readonly files: readonly string[];
  /** Keys of approvals that answer for a part, those of the list itself left out: they are what they were as long as it is. */
  readonly nearer: readonly string[];
  /** The files those left out stand in: another list that comes before would have their keys. */
  readonly own: readonly string[];
}

interface Kept {
  readonly judged: JudgedList;
  /** Undefined where it hangs on more, so that it has to be judged each time. */
  readonly basis: ListBasis | undefined;
  readonly inputs: readonly unknown[];
}

const kept = new WeakMap<ApprovableList, Kept>();

/** What was known of the list the last time. */
export const keptList = (list: ApprovableList): Kept | undefined => kept.get(list);

export const keepList = (list: ApprovableList, judged: Kept): void => void kept.set(list, judged);

const isSame = (a: readonly RecordedApproval[], b: readonly RecordedApproval[]): boolean =>
  a.length === b.length &&
  a.every(({ approvable, state }, index) => {
    const other = b[index];
    return approvable === other?.approvable && state === other.state;
  });

/** @param before of the same list: handed back where nothing is another */
export function judgedList(
  list: ApprovableList,
  recorded: readonly RecordedApproval[],
  before: JudgedList | undefined,
): JudgedList {
  if (before && isSame(before.recorded, recorded)) return before;
  return {
    recorded,
    changed: recorded.flatMap(({ approvable, state }) =>
      state.kind === 'changed' ? [{ approvable, state }] : [],
    ),
    byPlace: once(() => {
      const first = firstByKey(list);
      return new Map(
        recorded.flatMap((each) => {
          const [home] = each.approvable.homes;
          const counts = home && first.get(each.approvable.key) === each.approvable;
          return counts ? [[placeKey(home), each] as const] : [];
        }),
      );
    }),
  };
}
