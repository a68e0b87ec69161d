import type { Artefact } from '../model/build';
import type { List, Value } from '../model/located';
import { GLOB_LIMITS, isBoundedGlob } from '../workspace/glob-limits';
import { defineRule } from './rule';

/** The patterns of a card, or of an organization's profiles. */
function patternsOf(artefact: Artefact): readonly (List<Value<string>> | undefined)[] {
  if (artefact.kind === 'system') return [artefact.body.code];
  if (artefact.kind !== 'organization') return [];
  return [...(artefact.body.profiles?.entries.values() ?? [])].map((profile) => profile.code);
}

export const globTooComplex = defineRule({
  id: 'glob-too-complex',
  group: 'format',
  severity: 'warning',
  basis: 'format',
  summary: 'A pattern under `code` is too long, or has too many `**`, to be tried on every file.',
  why: 'Such a pattern can take seconds for one file, so it is not used: the code it should name is not covered.',
  help: 'Write several short patterns, such as `src/**` and `notebooks/**`.',
  message: `This pattern is not used: it has more than ${GLOB_LIMITS.doubleStars} \`**\` or ${GLOB_LIMITS.length} characters. Write several short ones.`,
  on: 'document',
  check: ({ artefact }, report) => {
    for (const pattern of patternsOf(artefact).flatMap((list) => list?.items ?? []))
      if (!isBoundedGlob(pattern.value)) report({ place: pattern.place, part: 'value' });
  },
});
