import { tr } from '../l10n/tr';
import { loud } from '../drift/code-index';
import { comparedOf } from '../drift/compare';
import { TRAINING } from '../drift/marks';
import type { Fix } from '../fixes/edit';
import { leaveOut } from '../fixes/leave-out';
import { oneEdit, replaceAt } from '../fixes/yaml';
import { below } from '../model/located';
import { defineRule } from './rule';
import { nameOf } from './shared-drift';

export const trainingAgainstStage = defineRule({
  id: 'training-against-stage',
  group: 'code',
  severity: 'info',
  basis: 'reading',
  summary: 'Code trains a model of a system that, by its card, is not being built yet, or is retired.',
  why: 'The stage decides what is due. Where it lags behind the work, nobody is reminded of anything; where a retired system is still trained, it is not retired.',
  help: 'Bring the stage up to date. Code that is kept after retirement only for the record needs nothing.',
  message: {
    inception:
      'This trains a model of {system}, whose card is still at inception. Once it is being built, say design-development.',
    retirement: 'This trains a model of {system}, which the card says is retired. Is it still in use?',
  },
  on: 'code',
  check: (entry, report, { snapshot }) => {
    const [system, ...others] = entry.coveredBy;
    // Which of several systems it trains, nobody can tell.
    if (!system || others.length > 0 || !system.own.lifecycle?.stage) return;
    const { stage } = system;
    if (stage !== 'inception' && stage !== 'retirement') return;
    const { byId } = comparedOf(snapshot, system).code;
    const [first] = loud(byId.get(TRAINING) ?? []);
    if (first?.entry !== entry) return;
    report(
      { uri: entry.uri, range: first.mark.signal.range, cell: first.mark.signal.cell },
      {
        message: stage,
        severity: stage === 'inception' ? 'info' : 'hint',
        args: { system: nameOf(system) },
        related: [
          {
            place: below(system.own.lifecycle, 'stage'),
            part: 'value',
            message: tr('The stage on the card.'),
          },
        ],
      },
    );
  },
  fixes: ({ uri }, { snapshot }) => {
    const [system] = snapshot.code.get(uri)?.coveredBy ?? [];
    if (!system?.own.lifecycle?.stage) return [];
    const { place } = system.own.lifecycle.stage;
    const change = (): readonly Fix[] =>
      oneEdit(
        tr('Change the stage to design-development'),
        place.uri,
        replaceAt(snapshot, place, 'value', 'design-development'),
      );
    return [...(system.stage === 'inception' ? change() : []), ...leaveOut(snapshot, system, uri)];
  },
});
