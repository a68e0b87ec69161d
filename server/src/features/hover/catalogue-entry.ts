/** Hover of any id of the standard: control, clause, group, objective, risk source, life cycle stage. */
import { tr } from '../../l10n/tr';
import { catalogue, findEntry, type CatalogueEntry, type Stage } from '../../catalogue';
import { paragraphs } from '../markup';
import type { EntryContext } from './context';
import { clauseHover, controlHover } from './requirement';

export function entryHover(context: EntryContext, id: string): string | undefined {
  const entry = findEntry(id);
  return entry && describe(context, entry);
}

function describe(context: EntryContext, entry: CatalogueEntry): string {
  const { markup } = context;
  switch (entry.kind) {
    case 'control':
      return controlHover(context, entry);
    case 'clause':
      return clauseHover(context, entry);
    case 'stage':
      return stageHover(context, entry);
    case 'annex-c':
      return paragraphs(markup.bold(`${entry.id} ${entry.title}`), markup.prose(entry.explanation));
    case 'group':
    case 'objective':
      return paragraphs(
        markup.bold(`${entry.id} ${entry.title}`),
        markup.prose(entry.aim),
        markup.bullets(entry.controls.map(titled)),
      );
  }
}

const titled = (id: string): string => `${id} ${catalogue.controls.get(id)?.title ?? ''}`.trim();

export function stageHover({ markup }: EntryContext, stage: Stage): string {
  const first = stage.expectedControls.filter(
    (id) =>
      !catalogue.stages.some(
        (earlier) => earlier.order < stage.order && earlier.expectedControls.includes(id),
      ),
  );
  return paragraphs(
    markup.bold(tr('Stage {0} of {1}: {2}', stage.order, catalogue.stages.length, tr(stage.title))),
    markup.prose(stage.what),
    first.length > 0
      ? `${markup.bold(tr('Due from here on'))} (${tr('our reading: the standard sets no stage')}):\n${markup.bullets(first.map(titled))}`
      : undefined,
    stage.expectedEvidence.length > 0
      ? `${markup.bold(tr('Good to have:'))}\n${markup.bullets(stage.expectedEvidence.map(markup.prose))}`
      : undefined,
    stage.note && markup.prose(stage.note),
  );
}
