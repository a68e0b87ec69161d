/** Suspect approvals as findings: one for each cause, at the approval nearest to it. */
import { tr } from '../l10n/tr';
import type { Place } from '../model/located';
import type { Day } from '../model/scalars';
import type { Approvable } from './approvable';
import type { ApprovalKind } from './entry';
import type { Change } from './compare';
import { describeChange, sentence } from './reason';
import type { Recorded } from './recorded';
import type { ChangedApproval } from './state';

export interface Related {
  readonly place: Place;
  readonly message: string;
}

/** One cause: the approval nearest to what changed. */
export interface Suspect {
  readonly approvable: Approvable;
  readonly recorded: Recorded;
  /** The day the approval was recorded; the change came after. */
  readonly since: Day;
  /** What changed: one at least. */
  readonly changes: readonly Change[];
  /** One sentence that names what changed. */
  readonly reason: string;
  /** The line that relies on the approval. */
  readonly place: Place;
  /** What changed, then the approvals that rest on this one. */
  readonly related: readonly Related[];
}

/** Where several rest on the same file, which of them is nearest to it: who approved the document before who cites it. */
const NEARNESS: readonly ApprovalKind[] = [
  'policy',
  'treatment-plan',
  'assessment',
  'gate',
  'evidence',
  'risk-acceptance',
  'soa',
  'row',
];

const byNearness = (a: ChangedApproval, b: ChangedApproval): number =>
  NEARNESS.indexOf(a.approvable.kind) - NEARNESS.indexOf(b.approvable.kind);

/** The files whose change is all there is; undefined where something else changed too. */
function onlyFiles({ state }: ChangedApproval): readonly string[] | undefined {
  const files = state.changes.flatMap(({ part }) => part?.file ?? []);
  return files.length === state.changes.length ? files : undefined;
}

/** Of approvals that only rest on a file a nearer one rests on too: the nearer one. */
function nearestByFile(roots: readonly ChangedApproval[]): ReadonlyMap<Approvable, Approvable> {
  const claimed = new Map<string, Approvable>();
  const nearest = new Map<Approvable, Approvable>();
  for (const root of [...roots].sort(byNearness)) {
    const files = onlyFiles(root);
    const claimants = files?.map((file) => claimed.get(file));
    const [first] = claimants ?? [];
    if (first && claimants?.every((claimant) => claimant !== undefined)) nearest.set(root.approvable, first);
    else
      for (const { part } of root.state.changes)
        if (part?.file !== undefined && !claimed.has(part.file)) claimed.set(part.file, root.approvable);
  }
  return nearest;
}

/** By cause, the approvals that rest on it. */
function dependents(
  changed: readonly ChangedApproval[],
  nearest: ReadonlyMap<Approvable, Approvable>,
): ReadonlyMap<Approvable, readonly Approvable[]> {
  const found = new Map<Approvable, Approvable[]>();
  for (const { approvable, state } of changed) {
    const own = nearest.get(approvable);
    const causes = new Set([
      ...state.through.map((each) => nearest.get(each) ?? each),
      ...(own ? [own] : []),
    ]);
    for (const cause of causes) {
      const list = found.get(cause);
      if (list) list.push(approvable);
      else found.set(cause, [approvable]);
    }
  }
  return found;
}

/** @param changed all approvals that changed, of `Approvals.changed` */
export function suspects(changed: readonly ChangedApproval[]): readonly Suspect[] {
  const roots = changed.filter(({ state }) => state.changes.length > 0);
  const nearest = nearestByFile(roots);
  const resting = dependents(changed, nearest);
  return roots
    .filter(({ approvable }) => !nearest.has(approvable))
    .map(({ approvable, state: { recorded, since, reason, changes } }) => ({
      approvable,
      recorded,
      since,
      changes,
      reason,
      place: approvable.place,
      related: [
        ...changes.flatMap((change) =>
          change.part?.place ? [{ place: change.part.place, message: sentence(describeChange(change)) }] : [],
        ),
        ...(resting.get(approvable) ?? []).map(({ place, title }) => ({
          place,
          message: sentence(tr('the approval of {0} rests on this', title)),
        })),
      ],
    }));
}
