import { argumentProblem, callProblem } from '../code';
import { isPlaceholder } from '../model/scalars';
import { defineRule } from './rule';

export const signalMalformed = defineRule({
  id: 'signal-malformed',
  group: 'format',
  severity: 'warning',
  basis: 'format',
  summary: 'A line under `signals` of an organization is written in a way that no code can fit.',
  why: 'The line is not used: the calls it should find are not found, and nobody notices.',
  help: 'Write the call with the name of the library in front, as the code imports it: `acme.load_model`, `acme.Client().ask`, `acme.**.{load,load_model}`. Arguments are named, or counted from 0.',
  message: '{reason}',
  on: 'document',
  check: ({ artefact }, report) => {
    if (artefact.kind !== 'organization') return;
    for (const { call, target, revision } of artefact.body.signals?.items ?? []) {
      const values = [
        { value: call, reason: call && callProblem(call.value) },
        ...[target, revision].flatMap(
          (list) => list?.items.map((value) => ({ value, reason: argumentProblem(value.value) })) ?? [],
        ),
      ];
      for (const { value, reason } of values)
        if (value && reason !== undefined && !isPlaceholder(value.value))
          report({ place: value.place, part: 'value' }, { args: { reason } });
    }
  },
});
