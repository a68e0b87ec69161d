import { tr, translatable } from '../l10n/tr';
import { below, has } from '../model/located';
import { insertInMap, isPlace, oneEdit } from '../fixes/yaml';
import type { ImpactAssessment } from '../model/build';
import type { SystemEntry } from '../workspace/snapshot';
import { defineRule } from './rule';
import { currentSystem, isDraft } from './shared-assessment';
import { isLeftOut, isReadWhole } from './shared-subject';

/** What every assessment says, by key: in words, and as text to fill in. */
const PARTS = {
  performed: { words: translatable('when it was carried out'), lines: ['performed: TODO'] },
  assessor: { words: translatable('who carried it out'), lines: ['assessor: TODO'] },
  parties: { words: translatable('who is affected'), lines: ['parties:', '  - id: P1', '    name: TODO'] },
  impacts: {
    words: translatable('what it does to them'),
    lines: ['impacts:', '  - id: I1', '    party: TODO', '    what: TODO'],
  },
  societal: { words: translatable('what it does to society'), lines: ['societal:', '  - what: TODO'] },
} as const;

type Part = keyof typeof PARTS;

/** What an assessment can lack and still be read: that is information. */
const LESSER: ReadonlySet<Part> = new Set<Part>(['assessor', 'societal']);

/** `[]` says no more than nothing at all. What is written wrong has findings of its own. */
const isThere = (body: ImpactAssessment, part: Part): boolean =>
  part === 'performed' || part === 'assessor'
    ? has(body, part)
    : has(body, part) && body[part]?.written !== 0;

const lackingIn = (body: ImpactAssessment, system: SystemEntry): readonly Part[] =>
  (Object.keys(PARTS) as Part[]).filter(
    (part) => !isThere(body, part) && !(part === 'societal' && isLeftOut(system, 'A.5.5')),
  );

export const assessmentIncomplete = defineRule({
  id: 'assessment-incomplete',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'standard',
  requirement: 'A.5.4',
  summary: 'An impact assessment lacks a part that every assessment has.',
  why: 'An assessment says, dated and by name, who is affected, what the system does to them and what it does to society. Without one of these it answers only half of the question.',
  help: 'Add what is named. Where there is no effect on society, say what was looked at and that nothing was found, or leave A.5.5 out with a reason.',
  message: 'This assessment does not say {parts}.',
  on: 'assessment',
  check: (target, report, { snapshot }) => {
    const { body } = target;
    const system = currentSystem(target);
    if (!system || !body.id) return;
    const lacking = lackingIn(body, system);
    if (lacking.length === 0 || lacking.some((part) => !isReadWhole(snapshot, below(body, part)))) return;
    report(
      { place: body.id.place, part: 'value' },
      {
        severity: isDraft(body) || lacking.every((part) => LESSER.has(part)) ? 'info' : 'warning',
        args: { parts: lacking.map((part) => `${tr(PARTS[part].words)} (\`${part}\`)`).join(', ') },
        absent: true,
        data: {
          body: body.place,
          // A key with nothing behind it cannot be written a second time.
          lacking: lacking.filter((part) => !target.artefact.yaml.has([part])),
        },
      },
    );
  },
  fixes: ({ data: { body, lacking } }, { snapshot }) => {
    if (!isPlace(body) || !Array.isArray(lacking) || lacking.length === 0) return [];
    const lines = (lacking as readonly Part[]).flatMap((part) => PARTS[part].lines);
    return oneEdit(tr('Add the parts, to fill in'), body.uri, insertInMap(snapshot, body, lines), {
      preferred: true,
    });
  },
});
