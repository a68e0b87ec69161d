import { tr } from '../l10n/tr';
import { before, oneEditInCode } from '../fixes/code';
import { defineRule } from './rule';
import { readAnnotation } from './shared-annotations';

export const annotationMalformed = defineRule({
  id: 'annotation-malformed',
  group: 'code',
  severity: 'warning',
  basis: 'format',
  summary: 'A comment in code starts with `aims:` and names a control, and is not written as evidence is.',
  why: 'It looks as if it counted, and nothing reads it.',
  help: 'Write `# aims: evidence A.6.2.4 what it shows` (in JavaScript and TypeScript with `//`) above the function, class or test. A comment of your own that only begins this way is left alone.',
  message: {
    'no-control':
      'This does not say which control it is evidence of. Write one behind it: `aims: evidence A.6.2.4 what it shows`.',
    'no-word': 'This counts for nothing without the word evidence: `aims: evidence {id}`.',
    near: '`{word}` is not read. Did you mean evidence?',
    'other-word':
      '`{word}` is not read: a comment for AIMS says `aims: evidence`, the control, and what it shows.',
  },
  on: 'annotation',
  check: ({ annotation, entry }, report, { snapshot }) => {
    const reading = readAnnotation(annotation, entry, snapshot);
    const at = (range: typeof annotation.range) => ({ uri: entry.uri, range, cell: annotation.cell });
    switch (reading?.kind) {
      case 'no-control':
        report(at(reading.word.range), { message: 'no-control' });
        break;
      case 'no-word':
        report(at(reading.id.range), {
          message: 'no-word',
          args: { id: reading.id.text },
          data: { insert: true },
        });
        break;
      case 'other-word':
        report(at(reading.word.range), {
          message: reading.near ? 'near' : 'other-word',
          args: { word: reading.word.text },
          data: { replace: true, near: reading.near },
        });
        break;
      default:
    }
  },
  fixes: (finding) => {
    const { insert, replace, near } = finding.data;
    if (insert === true)
      return oneEditInCode(tr('Add the word evidence'), finding, before(finding.range, 'evidence '));
    return replace === true
      ? oneEditInCode(
          tr('Change to evidence'),
          finding,
          { range: finding.range, newText: 'evidence' },
          { preferred: near === true },
        )
      : [];
  },
});
