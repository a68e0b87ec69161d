import { tr } from '../l10n/tr';
import { createAssessment } from '../fixes/new-assessment';
import { below } from '../model/located';
import { defineRule } from './rule';
import { codeView, doingOf, modelCalls } from './shared-code';
import { lacksAssessment } from './shared-missing-assessment';
import { isReadWhole } from './shared-subject';

export const codeWithoutAssessment = defineRule({
  id: 'code-without-assessment',
  group: 'code',
  severity: 'info',
  basis: 'standard',
  requirement: 'A.5.4',
  summary: 'Code loads, trains or calls a model of a system that has no impact assessment yet.',
  why: 'Who writes the code knows best what it can do to people, and the time to ask is now.',
  help: 'Create the impact assessment beside the card. The warning about it stands on the card; this only points there.',
  message: 'This {what} for {system}, which has no impact assessment yet.',
  on: 'code',
  check: (entry, report, { snapshot }) => {
    const [call] = modelCalls(entry);
    if (!call) return;
    for (const system of entry.coveredBy) {
      // A link to an assessment may stand in a part of the card that cannot be read.
      if (!isReadWhole(snapshot, below(system.own, 'impactAssessment'))) continue;
      if (codeView(snapshot).first.get(system) !== entry || !lacksAssessment(system, snapshot)) continue;
      report(
        { uri: entry.uri, range: call.range, cell: call.cell },
        {
          args: { what: doingOf(call), system: system.body.name?.value ?? system.id },
          related: [
            { place: below(system.own, 'kind'), part: 'entry', message: tr('The card of the system.') },
          ],
          data: { card: system.own.place },
        },
      );
    }
  },
  fixes: ({ data: { card } }, { snapshot }) => createAssessment(snapshot, card),
});
