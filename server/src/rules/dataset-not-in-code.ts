import { unusedDatasets } from '../drift/unused';
import { below } from '../model/located';
import { defineRule } from './rule';
import { asksForMore } from './shared-subject';

export const datasetNotInCode = defineRule({
  id: 'dataset-not-in-code',
  group: 'code',
  severity: 'hint',
  basis: 'practice',
  requirement: 'A.4.3',
  summary: 'The card names a public dataset that none of the code it covers loads.',
  why: 'A card that still names data no longer used answers questions about the wrong data.',
  help: 'Take the dataset off the card if it is gone. Only datasets whose source is an address on a public hub are looked for, and only where all code was read.',
  message:
    'No code of this system that was read here loads {dataset}. If it is no longer used, take it off the card.',
  on: 'system',
  check: (system, report, { snapshot }) => {
    if (system.inventoryOnly || !asksForMore(system)) return;
    for (const dataset of unusedDatasets(snapshot, system))
      if (dataset.id?.place.uri === system.uri)
        report({ place: below(dataset, 'id'), part: 'value' }, { args: { dataset: dataset.id.value } });
  },
});
