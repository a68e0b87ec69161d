import { tr, translatable } from '../l10n/tr';
import { argumentProblem, callProblem } from '../code';
import { below, has } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import { defineRule } from './rule';

const NEEDED = [
  ['call', translatable('This line names no call. Add `call`, such as acme.load_model.')],
  ['kind', translatable('This line does not say what the call does. Add `kind`, such as model-load.')],
] as const;

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
    for (const line of artefact.body.signals?.items ?? []) {
      const { call, target, revision } = line;
      for (const [key, reason] of NEEDED)
        if (!has(line, key))
          report({ place: below(line, key), part: 'key' }, { args: { reason: tr(reason) }, absent: true });
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
