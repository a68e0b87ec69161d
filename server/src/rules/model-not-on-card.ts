import { addModel, sayBase } from '../fixes/from-code';
import { leaveOut } from '../fixes/leave-out';
import { below, has } from '../model/located';
import { defineRule } from './rule';
import { alsoAt, missingAt, missingFrom, nameOf, onCard, pathOnCard, verbOf, whereIs } from './shared-drift';

export const modelNotOnCard = defineRule({
  id: 'model-not-on-card',
  group: 'code',
  severity: 'warning',
  basis: 'standard',
  requirement: 'A.4.4',
  summary: 'Code loads or calls a model that its card does not name.',
  why: 'Whoever reads the card decides about risks and people by the models it names. One that is missing was never looked at.',
  help: 'Add the model to `models` of the card, or say which model of the card is based on it. Models that the code trains or saves itself need nothing, nor do tests and examples.',
  message: {
    named:
      'This {verb} {model}, which the card of {system} does not name. Add it to the card, or use one that is on it.',
    hosted:
      'This {verb} {model} ({provider}), which the card of {system} does not name. Add it to the card, or use one that is on it.',
  },
  on: 'code',
  check: (entry, report, { snapshot }) => {
    for (const { system, missing } of missingFrom(snapshot, entry, 'model')) {
      const [first, ...others] = missing.uses;
      const { provider } = first.use.signal;
      report(whereIs(first), {
        message: provider === undefined ? 'named' : 'hosted',
        args: {
          verb: verbOf(first),
          model: first.use.text,
          system: nameOf(system),
          ...(provider === undefined ? {} : { provider }),
        },
        related: [...alsoAt(others), onCard(system, 'models')],
      });
    }
  },
  fixes: (finding, { snapshot }) => {
    const found = missingAt(snapshot, finding);
    if (!found) return [];
    const { system, missing } = found;
    const [first] = missing.uses;
    const items = system.body.models?.items ?? [];
    const taken = new Set(items.flatMap(({ id }) => id?.value ?? []));
    const baseless = (system.own.models?.items ?? []).filter((model) => !has(model, 'basedOn'));
    const only = baseless.length === 1 && first.use.known !== 'file' ? baseless[0] : undefined;
    return [
      ...addModel(
        snapshot,
        below(system.own, 'models'),
        first.use,
        taken,
        pathOnCard(snapshot, system, first),
      ),
      ...(only?.id ? sayBase(snapshot, only.place, only.id.value, first.use) : []),
      ...leaveOut(snapshot, system, finding.uri),
    ];
  },
});
