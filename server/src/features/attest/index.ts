/** Records approvals: what comes of asking for some, and the text of the records afterwards. Writes nothing itself. */
import { tr } from '../../l10n/tr';
import type { Approvable, ReadingContext } from '../../lock/approvable';
import type { LockEntry } from '../../lock/entry';
import { describeRecord, type Recorded } from '../../lock/recorded';
import { lockAt } from '../../lock/state';
import { lockPlaceOf } from '../../lock/where';
import { draftOf, refusal, type Asked, type Refusal } from './entry';
import { addRecords, foreseen, type LockChange, type LockTrouble } from './records';

export type { Asked, LockChange, LockTrouble };

export type Outcome = { readonly approvable: Approvable } & (
  { readonly kind: 'new' | 'unchanged'; readonly recorded: Recorded } | Refusal
);

export interface Attestation {
  /** In the order of what was asked. */
  readonly outcomes: readonly Outcome[];
  /** Sorted by URI. */
  readonly changes: readonly LockChange[];
  /** Records that have to be mended before anything can be added to them. */
  readonly troubles: readonly LockTrouble[];
}

/** @param context in which all that the approvables are read from is known, of `LanguageService.toApprove` */
export function attest(
  approvables: readonly Approvable[],
  context: ReadingContext,
  asked: Asked,
): Attestation {
  const { snapshot } = context;
  const drafts = approvables.map((approvable) => ({
    approvable,
    draft: draftOf(approvable, context, asked),
    lock: lockPlaceOf(snapshot.roots, approvable).lock,
  }));
  const entries = new Map<string, LockEntry[]>();
  for (const { lock, draft } of drafts)
    if (draft.kind === 'new') entries.set(lock, [...(entries.get(lock) ?? []), draft.entry]);
  const added = new Map([...entries].map(([lock, each]) => [lock, addRecords(snapshot, lock, each)]));
  const outcomes = drafts.map(({ approvable, draft, lock }): Outcome => {
    switch (draft.kind) {
      case 'refused':
        return { approvable, ...draft };
      case 'unchanged':
        return { approvable, kind: 'unchanged', recorded: describeRecord(approvable, draft.record, lock) };
      case 'new': {
        const result = added.get(lock)?.results.get(draft.entry);
        if (result === undefined || typeof result === 'string')
          return { approvable, ...refusal(approvable, result ?? tr('its record cannot be written')) };
        return { approvable, kind: 'new', recorded: describeRecord(approvable, result, lock) };
      }
    }
  });
  const all = [...added.values()];
  return {
    outcomes,
    changes: all.flatMap(({ change }) => change ?? []).sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    troubles: all.flatMap(({ trouble }) => trouble ?? []),
  };
}

/**
 * Why something cannot be approved, as a sentence or two, as far as that is known before it is written down; undefined
 * where nothing speaks against it.
 */
export function whyRefused(
  approvable: Approvable,
  context: ReadingContext,
  asked: Asked,
): string | undefined {
  const { snapshot } = context;
  const draft = draftOf(approvable, context, asked);
  if (draft.kind === 'refused') return draft.reason;
  if (draft.kind === 'unchanged') return undefined;
  const why = foreseen(lockAt(snapshot, lockPlaceOf(snapshot.roots, approvable).lock), draft.entry);
  return why && [refusal(approvable, why[0]).reason, ...why.slice(1)].join(' ');
}
