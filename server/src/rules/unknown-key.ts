import { tr } from '../l10n/tr';
import { nearest } from '../catalogue';
import type { Artefact } from '../model/build';
import type { FormatProblem } from '../model/problems';
import { oneEdit, replaceAt } from '../fixes/yaml';
import { moveKey } from '../fixes/move-key';
import { blockKeys, fieldAt, keyMeantBy } from '../schema';
import { defineRule } from './rule';
import { isCertificateKey } from './shared-certificate';
import { isLookalike, orList } from './shared-format';

type UnknownKey = Extract<FormatProblem, { code: 'unknown-key' }>;

/** A key that stands in more blocks than this is too common to guess which one was meant. */
const MOST_HOMES = 3;

/** The key most likely meant: another word for it, or one that is spelled alike, that is not written here yet. */
function suggestionFor(artefact: Artefact, { key, known, place }: UnknownKey): string | undefined {
  const around = place.route.slice(0, -1);
  const free = known.filter((candidate) => !artefact.yaml.has([...around, candidate]));
  return keyMeantBy(key, free) ?? nearest(key, free);
}

/** Where the key belongs, in words. */
const homesOf = ({ belongsTo }: UnknownKey): string | undefined => {
  if (belongsTo.length === 0 || belongsTo.length > MOST_HOMES) return undefined;
  const below = belongsTo.filter((home) => home !== '');
  const top = below.length < belongsTo.length ? [tr('at the top of the file')] : [];
  return [...top, ...(below.length > 0 ? [tr('under {0}', orList(below))] : [])].join(tr(' or '));
};

/** The block of the top level that a key of the top level belongs to, where there is one. */
function blockFor({ kind }: Artefact, { key, place, belongsTo }: UnknownKey): string | undefined {
  if (place.route.length !== 1 || !kind) return undefined;
  return belongsTo.find((home) => {
    const field = fieldAt(kind, [home]);
    return field?.shape.is === 'block' && Object.hasOwn(blockKeys(field) ?? {}, key);
  });
}

export const unknownKey = defineRule({
  id: 'unknown-key',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'A key is not one of the format, or not one of this place.',
  why: 'What stands under it is not read, though whoever wrote it believes it is.',
  help: 'Correct the key or move it to where it belongs. A key of your own starts with `x-` and is never checked.',
  message: {
    near: 'There is no key `{key}` here, so it is not read. Did you mean `{suggestion}`?',
    misplaced: '`{key}` is not read here. It belongs {homes}.',
    unknown: 'There is no key `{key}` here, so it is not read. A key of your own starts with `x-`.',
  },
  on: 'format-problem',
  check: (target, report, { snapshot }) => {
    const { artefact, problem } = target;
    if (problem.code !== 'unknown-key') return;
    if (isCertificateKey(artefact, problem) || isLookalike(snapshot, target)) return;
    const suggestion = suggestionFor(artefact, problem);
    const homes = homesOf(problem);
    report(
      { place: problem.place, part: 'key' },
      {
        message: suggestion ? 'near' : homes ? 'misplaced' : 'unknown',
        args: { key: problem.key, suggestion: suggestion ?? '', homes: homes ?? '' },
        data: { key: problem.key, suggestion, home: blockFor(artefact, problem) },
      },
    );
  },
  fixes: ({ place, data }, { snapshot }) => {
    if (!place || typeof data.key !== 'string') return [];
    const rename = (key: string, title: string, preferred: boolean) =>
      oneEdit(title, place.uri, replaceAt(snapshot, place, 'key', key), { preferred });
    const { suggestion, home } = data;
    return [
      ...(typeof suggestion === 'string' ? rename(suggestion, tr('Rename to {0}', suggestion), true) : []),
      ...(typeof home === 'string' && suggestion === undefined ? moveKey(snapshot, place, home) : []),
      ...(/^[\w.-]+$/.test(data.key)
        ? rename(`x-${data.key}`, tr('Keep it as a key of your own: x-{0}', data.key), false)
        : []),
    ];
  },
});
