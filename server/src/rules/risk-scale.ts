import { tr } from '../l10n/tr';
import { nearest } from '../catalogue';
import type { Artefact, Organization } from '../model/build';
import type { ScaleWord } from '../model/problems';
import { matrixKeys, scaleOf } from '../model/scale-words';
import { isPlace, oneEdit, replaceAt, yamlText } from '../fixes/yaml';
import type { Snapshot } from '../workspace/snapshot';
import { defineRule } from './rule';

const SCALE_NAMES = { likelihood: 'likelihood', severity: 'severity', levels: 'level' } as const;

const scales = new WeakMap<Snapshot, ReadonlyMap<object, Organization>>();

/** Organizations by the card or assessment that takes its words from them; computed once a snapshot. */
function organizationsByBody(snapshot: Snapshot): ReadonlyMap<object, Organization> {
  let found = scales.get(snapshot);
  if (!found) {
    const pairs = snapshot.systems.flatMap(({ own, assessments, organization }) =>
      organization.kind === 'found'
        ? [own, ...assessments.map(({ body }) => body)].map((body) => [body, organization.body] as const)
        : [],
    );
    scales.set(snapshot, (found = new Map(pairs)));
  }
  return found;
}

const organizationFor = (artefact: Artefact, snapshot: Snapshot): Organization | undefined =>
  artefact.kind === 'organization'
    ? artefact.body
    : artefact.body && organizationsByBody(snapshot).get(artefact.body);

function* wordsIn(artefact: Artefact): Generator<ScaleWord> {
  if (artefact.kind === undefined) return;
  yield* artefact.scaleWords;
  if (artefact.kind === 'organization') yield* matrixKeys(artefact.body.risk);
}

export const riskScale = defineRule({
  id: 'risk-scale',
  group: 'risk',
  severity: 'error',
  basis: 'format',
  requirement: '6.1.2',
  summary: 'A likelihood, severity or level is no word of the organization’s scale.',
  why: 'Only words of one scale can be compared. With another word the level of the risk cannot be said.',
  help: 'Use a word of `risk.likelihood`, `risk.severity` or `risk.levels` in the organization file, or add the word there.',
  message: {
    near: '“{word}” is no {scale} of the organization. Did you mean “{near}”?',
    far: '“{word}” is no {scale} of the organization. Its words are {words}.',
  },
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    const risk = organizationFor(artefact, snapshot)?.risk;
    if (!risk) return;
    for (const { scale, word, place, part } of wordsIn(artefact)) {
      const words = scaleOf(risk, scale);
      if (!words || words.includes(word)) continue;
      const near = nearest(word, words);
      report(
        { place, part },
        {
          message: near === undefined ? 'far' : 'near',
          args: { word, scale: SCALE_NAMES[scale], near: near ?? '', words: words.join(', ') },
          data: { place, part, near },
        },
      );
    }
  },
  fixes: ({ data }, { snapshot }) => {
    const { place, part, near } = data;
    if (!isPlace(place) || typeof near !== 'string') return [];
    const made = replaceAt(snapshot, place, part === 'key' ? 'key' : 'value', yamlText(near));
    return oneEdit(tr('Change to {0}', near), place.uri, made, { preferred: true, lossless: true });
  },
});
