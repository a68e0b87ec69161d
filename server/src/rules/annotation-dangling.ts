import { tr } from '../l10n/tr';
import { catalogue } from '../catalogue';
import { coverByCard } from '../fixes/cover';
import { below } from '../model/located';
import type { CodeEntry } from '../workspace/snapshot';
import { folderOf } from '../workspace/uri';
import { defineRule } from './rule';
import { readAnnotation } from './shared-annotations';
import { mayBeCovered } from './shared-code';
import { isLeftOut } from './shared-subject';

const namesOf = ({ coveredBy }: CodeEntry): string =>
  coveredBy.map(({ body, id }) => body.name?.value ?? id).join(', ');

export const annotationDangling = defineRule({
  id: 'annotation-dangling',
  group: 'code',
  severity: 'warning',
  basis: 'format',
  summary: 'A comment in code is written as evidence and counts for nothing.',
  why: 'It reads as if something were shown, and no verdict takes it into account.',
  help: 'Put it on a line of its own above the function, class or test it is about, in code that a card covers, and name a control that applies there.',
  message: {
    nothing:
      'Nothing follows this comment that it could be about. Put it on a line of its own above the function, class or test.',
    uncovered:
      'No card (aims.yaml) covers this file, so this is evidence for no system. Let `code` of a card cover it, or remove the comment.',
    organization:
      '{id} ({title}) is asked of the organization, and code is no evidence of it. Name it in the organization’s row, or a control of the system here.',
    'left-out':
      '{id} is left out for {systems}, so this counts for nothing. Remove the comment, or take the control up again.',
  },
  on: 'annotation',
  check: ({ annotation, entry }, report, { snapshot }) => {
    const reading = readAnnotation(annotation, entry, snapshot);
    if (reading?.kind !== 'evidence') return;
    const { uri, coveredBy } = entry;
    const { cell } = annotation;
    const { control, id } = reading;
    const known = catalogue.controls.get(control);
    const whole = { uri, range: annotation.range, cell };
    if (known?.scope === 'organization')
      report(
        { uri, range: id.range, cell },
        { message: 'organization', args: { id: control, title: known.title } },
      );
    else if (!annotation.about && entry.facts.hasErrors) return;
    else if (!annotation.about) report(whole, { message: 'nothing' });
    else if (coveredBy.length === 0) {
      if (!mayBeCovered(snapshot, uri))
        report(whole, { message: 'uncovered', data: { folder: folderOf(uri) } });
    } else if (coveredBy.every((system) => isLeftOut(system, control)))
      report(
        { uri, range: id.range, cell },
        {
          message: 'left-out',
          severity: 'info',
          requirement: control,
          args: { id: control, systems: namesOf(entry) },
          related: coveredBy.flatMap(({ own }) =>
            own.controls?.entries.has(control)
              ? [
                  {
                    place: below(own, 'controls', control),
                    part: 'key' as const,
                    message: tr('Left out here.'),
                  },
                ]
              : [],
          ),
        },
      );
  },
  fixes: ({ data: { folder } }, { snapshot }) =>
    typeof folder === 'string' ? coverByCard(snapshot, folder) : [],
});
