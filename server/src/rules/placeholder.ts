import { tr } from '../l10n/tr';
import { defineRule } from './rule';

/** As many places as anybody wants to step through. */
const MOST_RELATED = 50;

export const placeholder = defineRule({
  id: 'placeholder',
  group: 'format',
  severity: 'info',
  basis: 'format',
  summary: 'Text that only holds a place open, such as TODO, is still to be filled in.',
  why: 'A placeholder never counts as content: what it stands for shows as missing until somebody writes it.',
  help: 'Replace each placeholder with what is true, or delete the key.',
  message: {
    one: 'Fill this in; until then it counts as missing.',
    many: 'Fill this in; until then it counts as missing. The file has {count} more.',
  },
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    const artefacts = snapshot.files.get(artefact.uri)?.artefacts ?? [];
    // One finding for the whole file, however many documents it has.
    if (artefact !== artefacts[0]) return;
    const [first, ...others] = artefacts.flatMap((each) => each.placeholders);
    if (!first) return;
    report(
      { place: first, part: 'value' },
      {
        message: others.length > 0 ? 'many' : 'one',
        args: { count: others.length },
        related: others
          .slice(0, MOST_RELATED)
          .map((place) => ({ place, part: 'value', message: tr('To be filled in.'), alsoHere: true })),
      },
    );
  },
});
