import { below } from '../model/located';
import { defineRule } from './rule';
import { asksForMore } from './shared-subject';

export const stageMissing = defineRule({
  id: 'stage-missing',
  group: 'life-cycle',
  severity: 'info',
  basis: 'reading',
  summary: 'A card does not say which life cycle stage its system has reached.',
  why: 'What is asked of a system depends on how far it is: an idea owes less than a system in use. Without the stage nothing can be said to be due.',
  help: 'Add `lifecycle: {stage: …}`. Completion offers the stages, from inception to retirement; `aims explain` says what each means.',
  message:
    'This card does not say how far its system is, so nothing can be said to be due. Add `lifecycle` with its `stage`, such as design-development or operation-monitoring.',
  on: 'system',
  check: (system, report) => {
    const { body, own, reached, inventoryOnly } = system;
    if (inventoryOnly || reached !== undefined || !asksForMore(system)) return;
    const { lifecycle } = body;
    // A stage that is written wrong has a finding of its own.
    if (own.keys.has('lifecycle') && !lifecycle) return;
    if (lifecycle?.keys.has('stage') || lifecycle?.keys.has('history')) return;
    report({ place: below(own, 'lifecycle'), part: 'key' }, { absent: true });
  },
});
