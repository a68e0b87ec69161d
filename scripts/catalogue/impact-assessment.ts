import type { ImpactAssessmentGuide } from '../../server/src/catalogue/types';
import type { KnownIds } from './known-ids';
import { list, oneOf, record, text, textLike } from './shape';
import { CatalogueError, type Source } from './source';

const date = textLike(/^\d{4}-\d{2}-\d{2}$/, 'a date');

const impactFile = (known: KnownIds) =>
  record({
    dimensions: list(
      record({
        id: oneOf(known.DimensionId),
        title: text,
        question: text,
        controls: list(oneOf(known.ControlId)),
      }),
    ),
    elements: list(
      record({ id: text, title: text, what: text, controls: list(oneOf(known.ControlId)), fria: list(text) }),
    ),
    fria: record({
      article: text,
      appliesFrom: date,
      owedBy: list(text),
      notOwedFor: list(text),
      when: text,
      notify: text,
      dpia: text,
      elements: list(record({ id: text, label: text, elements: list(text) })),
    }),
  });

/** Loads what an impact assessment holds: dimensions, the headings of ISO/IEC 42005 and the FRIA's parts. */
export function loadImpactAssessment(source: Source, known: KnownIds): ImpactAssessmentGuide {
  const guide = source.read(impactFile(known));
  const expect = (id: string, ids: readonly { id: string }[]): void => {
    if (!ids.some((entry) => entry.id === id))
      throw new CatalogueError(`${source.file}: ${id} is not defined`);
  };
  for (const element of guide.elements) for (const id of element.fria) expect(id, guide.fria.elements);
  for (const part of guide.fria.elements) for (const id of part.elements) expect(id, guide.elements);
  return guide;
}
