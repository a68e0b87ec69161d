import type { Stage } from '../../server/src/catalogue/types';
import type { KnownIds } from './known-ids';
import { list, oneOf, optional, record, text } from './shape';
import { CatalogueError, type Source } from './source';

const lifecycleFile = (known: KnownIds) =>
  record({
    stages: list(
      record({
        id: oneOf(known.StageId),
        title: text,
        what: text,
        expectedControls: list(oneOf(known.ControlId)),
        alsoApplies: list(oneOf(known.ControlId)),
        processes: list(text),
        expectedEvidence: optional(list(text)),
        note: optional(text),
      }),
    ),
  });

/** Loads the life cycle stages; their order is the order in the file. */
export function loadStages(source: Source, known: KnownIds): Stage[] {
  return source.read(lifecycleFile(known)).stages.map(({ expectedEvidence = [], ...stage }, index) => {
    const both = stage.expectedControls.find((id) => stage.alsoApplies.includes(id));
    if (both)
      throw new CatalogueError(`${source.file}: ${stage.id}: ${both} is in expectedControls and alsoApplies`);
    return { kind: 'stage', ...stage, order: index + 1, expectedEvidence };
  });
}
