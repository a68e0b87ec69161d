import { tr } from '../l10n/tr';
import { attestCommand } from '../lock/command';
import type { Place } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import { defineRule } from './rule';
import { wordAt } from './shared-approvals';
import { asksAnew } from './shared-triggers';

/** Does the path at a place lead to a part of a file that is not there any more? Other rules report it. */
function isPartGone(snapshot: Snapshot, place: Place): boolean {
  const paths = snapshot.files.get(place.uri)?.artefacts.flatMap((artefact) => artefact.paths) ?? [];
  return paths.some(
    (path) =>
      samePlace(path.place, place) &&
      snapshot.part(path.text, place.uri, path.anchor?.text)?.kind === 'missing',
  );
}

const samePlace = (a: Place, b: Place): boolean =>
  a.document === b.document && a.route.join('\n') === b.route.join('\n');

export const approvalSuspect = defineRule({
  id: 'approval-suspect',
  group: 'evidence',
  severity: 'warning',
  basis: 'standard',
  summary: 'What somebody approved, or what it rests on, has changed since the approval was recorded.',
  why: 'An approval is about what stood in the files that day. After a change nobody knows whether the person would approve it again.',
  help: 'Have the person look at what changed. If it still holds, record the approval anew with `aims attest`, `--only` that one; if not, undo the change or take the approval out.',
  message: {
    look: '{reason} Look again; if it still holds, record it with `{command}`.',
    anew: '{reason} By its own `reassessWhen` it is to be carried out anew then: do so, set `performed`, and record the approval with `{command}`.',
  },
  on: 'suspect',
  check: ({ approvable, recorded, since, reason, related, changes }, report, { date, snapshot }) => {
    // Seen from an earlier day nobody had recorded anything yet.
    if (since > date) return;
    // That the heading or test is gone which was looked at says more.
    if (changes.every(({ part }) => part?.place && isPartGone(snapshot, part.place))) return;
    const triggers = asksAnew(approvable, snapshot);
    report(wordAt(snapshot, approvable.place), {
      message: triggers.length > 0 ? 'anew' : 'look',
      args: { reason, command: attestCommand(snapshot.roots, approvable, recorded.record.by) },
      related: [
        ...related.map(({ place, message }) => ({ ...wordAt(snapshot, place), message })),
        ...triggers.map((place) => ({ place, part: 'value' as const, message: tr('This calls for it.') })),
      ],
      data: { part: approvable.part },
    });
  },
});
