import { changeTo } from '../fixes/yaml';
import { defineRule } from './rule';
import { isClaimed, splitTarget } from './shared-paths';

/** `#results` -> `#`, `::test_x` -> `::`; an anchor in a key of its own needs neither. */
const signOf = (inside: string): string => /^(?:::|#)?/.exec(inside)?.[0] ?? '';

export const evidencePartMissing = defineRule({
  id: 'evidence-part-missing',
  group: 'evidence',
  severity: 'warning',
  basis: 'format',
  summary: 'A file is there, but not the heading, line, value, test or symbol in it that is pointed to.',
  why: 'Headings and tests are renamed and removed. What was to be shown may have gone with them.',
  help: 'Point to what is in the file now, or put back what was there. Only the file, without `#` or `::`, is fine too.',
  message: {
    near: '{path} does not have {what}. Did you mean {near}?',
    far: '{path} does not have {what}. Point to what is there, or put it back.',
  },
  on: 'document',
  check: ({ artefact }, report, { snapshot, date }) => {
    for (const reference of artefact.paths) {
      const { text, place, anchor } = reference;
      const answer = snapshot.part(text, artefact.uri, anchor?.text);
      if (answer?.kind !== 'missing' || !isClaimed(artefact, reference, date)) continue;
      const { path, inside } = splitTarget(text);
      const sign = signOf(anchor?.text ?? inside);
      const near = answer.nearest === undefined ? undefined : sign + answer.nearest;
      report(
        { place: anchor?.place ?? place, part: 'value' },
        {
          message: near === undefined ? 'far' : 'near',
          args: { path, what: answer.what, near: near ?? '' },
          data:
            near === undefined ? {} : { place: anchor?.place ?? place, text: anchor ? near : path + near },
        },
      );
    }
  },
  fixes: ({ data }, { snapshot }) => changeTo(snapshot, data.place, data.text),
});
