import { unusedModels } from '../drift/unused';
import { defineRule } from './rule';
import { asksForMore } from './shared-subject';

export const modelNotInCode = defineRule({
  id: 'model-not-in-code',
  group: 'code',
  severity: 'hint',
  basis: 'practice',
  requirement: 'A.4.4',
  summary: 'The card names a pretrained or hosted model that none of the code it covers uses.',
  why: 'A card that still names what was replaced hides what is used now.',
  help: 'Take the model off the card if it is gone. Nothing is said where some of the code cannot be read, or names its models elsewhere.',
  message:
    'No code of this system that was read here loads or calls {model}. If it was replaced, take it off the card.',
  on: 'system',
  check: (system, report, { snapshot }) => {
    if (system.inventoryOnly || !asksForMore(system)) return;
    for (const { basedOn } of unusedModels(snapshot, system))
      if (basedOn?.name?.place.uri === system.uri)
        report({ place: basedOn.name.place, part: 'value' }, { args: { model: basedOn.name.value } });
  },
});
