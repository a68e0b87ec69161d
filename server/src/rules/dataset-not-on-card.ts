import { addDataset } from '../fixes/from-code';
import { leaveOut } from '../fixes/leave-out';
import { below } from '../model/located';
import { defineRule } from './rule';
import { alsoAt, missingAt, missingFrom, nameOf, onCard, pathOnCard, whereIs } from './shared-drift';

export const datasetNotOnCard = defineRule({
  id: 'dataset-not-on-card',
  group: 'code',
  severity: 'warning',
  basis: 'standard',
  requirement: 'A.4.3',
  summary: 'Code loads a dataset that its card does not name.',
  why: 'A model is what its data made of it. Where a dataset came from, and what is skewed in it, is asked of those on the card only.',
  help: 'Add the dataset to `datasets` of the card. A file of data is asked for only where the card names no data at all. Tests and examples need nothing.',
  message: {
    named: 'This loads the dataset {dataset}, which the card of {system} does not name. Add it to the card.',
    file: 'This loads data from {dataset}, but the card of {system} names no data at all. Add it to the card.',
  },
  on: 'code',
  check: (entry, report, { snapshot }) => {
    for (const { system, missing } of missingFrom(snapshot, entry, 'dataset')) {
      const [first, ...others] = missing.uses;
      report(whereIs(first), {
        message: first.use.known === 'public' ? 'named' : 'file',
        args: { dataset: first.use.text, system: nameOf(system) },
        related: [...alsoAt(others), onCard(system, 'datasets')],
      });
    }
  },
  fixes: (finding, { snapshot }) => {
    const found = missingAt(snapshot, finding);
    if (!found) return [];
    const { system, missing } = found;
    const [first] = missing.uses;
    const taken = new Set((system.body.datasets?.items ?? []).flatMap(({ id }) => id?.value ?? []));
    const place = below(system.own, 'datasets');
    return [
      ...addDataset(snapshot, place, first.use, taken, pathOnCard(snapshot, system, first)),
      ...leaveOut(snapshot, system, finding.uri),
    ];
  },
});
