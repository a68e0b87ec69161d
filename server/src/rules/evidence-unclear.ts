import { tr } from '../l10n/tr';
import { below, has } from '../model/located';
import { rowsIn, type LongEvidence } from '../model/rows';
import { addKey } from '../fixes/yaml';
import type { ControlRow } from '../verdict/row';
import { defineRule } from './rule';

const isClaimed = ({ status }: ControlRow): boolean =>
  status?.value !== 'planned' && status?.value !== 'not-applicable';

/** What is unclear about it, if anything. */
function problemOf(item: LongEvidence): 'nowhere' | 'nobody' | undefined {
  if (has(item, 'path') || has(item, 'url')) return undefined;
  if (!has(item, 'ref')) return 'nowhere';
  return has(item, 'heldBy') ? undefined : 'nobody';
}

export const evidenceUnclear = defineRule({
  id: 'evidence-unclear',
  group: 'evidence',
  severity: 'warning',
  basis: 'format',
  summary: 'Evidence points nowhere: it has neither a path, nor an address, nor the number of a record.',
  why: 'Evidence nobody can find shows nothing.',
  help: 'Add `path`, `url`, or for a confidential record `ref` with `heldBy`.',
  message: {
    nowhere: 'This evidence points nowhere. Add `path`, `url`, or `ref` with `heldBy`.',
    nobody: 'Who keeps record {ref}? Add `heldBy`, so that somebody can be asked for it.',
  },
  on: 'document',
  check: ({ artefact }, report) => {
    for (const row of rowsIn(artefact).filter(isClaimed))
      for (const item of row.evidence?.items ?? []) {
        if (item.node !== 'block') continue;
        const problem = problemOf(item);
        const [firstKey] = item.keys;
        if (problem === undefined || firstKey === undefined) continue;
        report(
          problem === 'nobody'
            ? { place: below(item, 'ref'), part: 'value' }
            : { place: below(item, firstKey), part: 'key' },
          {
            message: problem,
            args: { ref: item.ref?.value ?? '' },
            absent: true,
            data: { [problem]: item.place },
          },
        );
      }
  },
  fixes: ({ data: { nowhere, nobody } }, { snapshot }) =>
    nobody
      ? addKey(snapshot, nobody, 'heldBy', 'TODO', tr('Add who keeps it, to fill in'))
      : addKey(snapshot, nowhere, 'path', 'TODO', tr('Add a path to fill in')),
});
