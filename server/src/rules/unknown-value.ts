import { nearest } from '../catalogue';
import { isPlaceholder } from '../model/scalars';
import { changeTo } from '../fixes/yaml';
import { defineRule } from './rule';
import { isLookalike, keyOf, orList } from './shared-format';

export const unknownValue = defineRule({
  id: 'unknown-value',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'A value is none of the words its key takes.',
  why: 'It cannot be read, so it counts as not there.',
  help: 'Use one of the words the key takes; completion lists them.',
  message: {
    near: '`{key}` cannot be `{word}`. Did you mean `{suggestion}`?',
    choices: '`{key}` cannot be `{word}`. Use {choices}.',
    version:
      'This file says it is written in version {word} of the format. Only version {choices} is known here.',
  },
  on: 'format-problem',
  check: (target, report, { snapshot }) => {
    const { problem } = target;
    if (problem.code !== 'bad-choice' || isPlaceholder(problem.word) || isLookalike(snapshot, target)) return;
    const { word, choices, place } = problem;
    const isVersion = place.route.length === 1 && place.route[0] === 'aims';
    const suggestion = isVersion ? choices[0] : nearest(word, choices);
    report(
      { place, part: 'value' },
      {
        message: isVersion ? 'version' : suggestion ? 'near' : 'choices',
        args: {
          key: keyOf(place),
          word,
          suggestion: suggestion ?? '',
          choices: isVersion ? choices.join(', ') : orList(choices),
        },
        data: { suggestion },
      },
    );
  },
  fixes: ({ place, data }, { snapshot }) =>
    changeTo(snapshot, place, data.suggestion, { preferred: true, write: (word) => word }),
});
