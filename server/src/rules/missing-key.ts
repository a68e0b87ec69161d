import { tr } from '../l10n/tr';
import { insertKeyAfter, oneEdit, setKey } from '../fixes/yaml';
import { yamlText } from '../fixes/scalar';
import type { Place } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import { baseName, folderOf } from '../workspace/uri';
import type { Kind } from '../schema';
import { defineRule } from './rule';

/** The keys that open a file, in the order in which they are written. */
const OPENING = ['aims', 'kind', 'id', 'system'] as const;

const SIGNS: Readonly<Record<Kind, readonly string[]>> = {
  system: ['lifecycle', 'models', 'datasets', 'purpose', 'role', 'impactAssessment'],
  organization: ['scope', 'people', 'policy', 'systems', 'managementReviews', 'internalAudits', 'clauses'],
  'impact-assessment': ['impacts', 'parties', 'assessor', 'systemVersion', 'reassessWhen'],
};

/** What the file is, as its name or its keys tell. */
function kindOf(snapshot: Snapshot, { uri, document }: Place): Kind | undefined {
  if (/(?:^|\.)impact(?:-assessment)?\.ya?ml$/i.test(baseName(uri))) return 'impact-assessment';
  const yaml = snapshot.files.get(uri)?.parsed.documents[document];
  const fits = (Object.keys(SIGNS) as Kind[]).filter((kind) => SIGNS[kind].some((key) => yaml?.has([key])));
  return fits.length === 1 ? fits[0] : undefined;
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');

/** The value that is most likely right; a person looks at it, since the fix is only offered. */
function valueFor(key: string, snapshot: Snapshot, place: Place): string | undefined {
  switch (key) {
    case 'aims':
      return '1';
    case 'kind':
      return kindOf(snapshot, place);
    case 'id': {
      const text = slug(baseName(folderOf(place.uri)));
      return text === '' ? undefined : yamlText(text);
    }
    case 'system': {
      const here = snapshot.systems.filter(
        (system) => !system.inventoryOnly && folderOf(system.uri) === folderOf(place.uri) && system.own.id,
      );
      const [only, other] = here;
      return only && !other ? yamlText(only.id) : undefined;
    }
    default:
      return undefined;
  }
}

/** Is the key being typed? The word alone is an error by itself. */
function isBegun(snapshot: Snapshot, { uri }: Place, key: string): boolean {
  const file = snapshot.files.get(uri);
  return (
    file?.parsed.problems.some(
      ({ code, span }) =>
        code === 'unfinished-key' && key.startsWith(file.parsed.text.slice(span.start, span.end).trim()),
    ) ?? false
  );
}

/** With nothing behind it. */
const isWritten = (snapshot: Snapshot, { uri, document, route }: Place, key: string): boolean =>
  snapshot.files.get(uri)?.parsed.documents[document]?.has([...route, key]) === true;

export const missingKey = defineRule({
  id: 'missing-key',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary:
    'A file lacks one of the keys it must start with: `aims`, `kind`, `id`, and `system` in an impact assessment.',
  why: 'Without them nothing tells what the file is, or what other files mean by its name.',
  help: 'Add the key at the top of the file.',
  message: {
    aims: 'Start the file with `aims: 1`, the version of the format.',
    kind: 'Say what this file is: add `kind: system`, `kind: organization` or `kind: impact-assessment`. Until then it is not read.',
    id: 'Add `id`: a short name that never changes, by which other files can point here.',
    system: 'Add `system`: the id of the AI system that is assessed.',
  },
  on: 'format-problem',
  check: ({ problem }, report, { snapshot }) => {
    if (problem.code !== 'missing-key') return;
    const { key, place } = problem;
    if (isBegun(snapshot, place, key)) return;
    report({ place, part: 'key' }, { message: key, absent: true, data: { key } });
  },
  fixes: ({ place, data }, { snapshot }) => {
    const key = OPENING.find((each) => each === data.key);
    if (!place || !key) return [];
    const value = valueFor(key, snapshot, place);
    if (value === undefined) return [];
    const before = OPENING.slice(0, OPENING.indexOf(key)).reverse();
    return oneEdit(
      tr('Add {0}: {1}', key, value),
      place.uri,
      isWritten(snapshot, place, key)
        ? setKey(snapshot, place, key, value)
        : insertKeyAfter(snapshot, place, [`${key}: ${value}`], before),
      {
        preferred: true,
        lossless: key === 'aims',
      },
    );
  },
});
