import { tr } from '../l10n/tr';
import { findAnnexIIIPoints, nearAnnexIIIPoints } from '../catalogue/frameworks';
import { isPlaceholder } from '../model/scalars';
import { changeTo } from '../fixes/yaml';
import { defineRule } from './rule';
import { ownAct } from './shared-ai-act';

export const annexIiiPointUnknown = defineRule({
  id: 'annex-iii-point-unknown',
  group: 'frameworks',
  severity: 'warning',
  basis: 'format',
  summary: 'A point under `annexIII` is none of the EU AI Act.',
  why: 'Which duties a high-risk system has, and from when, depends on the listed use. A point that does not exist counts for nothing.',
  help: 'Name the point as Annex III numbers it, such as 5(b). Completion lists all of them.',
  message: {
    near: 'Annex III of the EU AI Act has no point {text}. Did you mean {near}?',
    none: 'Annex III of the EU AI Act has no point {text}. Its points are 1 to 8, such as 5(b).',
  },
  on: 'system',
  check: (system, report) => {
    for (const { value, place } of ownAct(system)?.annexIII?.items ?? []) {
      if (isPlaceholder(value) || findAnnexIIIPoints(value).length > 0) continue;
      const near = nearAnnexIIIPoints(value);
      report(
        { place, part: 'value' },
        {
          message: near.length > 0 ? 'near' : 'none',
          args: { text: value, near: near.join(tr(' or ')) },
          data: { near },
        },
      );
    }
  },
  fixes: ({ place, data: { near } }, { snapshot }) =>
    (Array.isArray(near) ? near : []).flatMap((id) =>
      changeTo(snapshot, place, id, { write: (text) => JSON.stringify(text) }),
    ),
});
