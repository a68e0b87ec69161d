import { parseTarget } from '../evidence';
import { defineRule } from './rule';

/** Only such texts can be malformed: most paths have none of these, and are not looked at further. */
const HAS_FORM = /^[a-z][a-z0-9+.-]*:|^(?:#|::)/i;
/** Has a rule of its own: `evidence-outside`. */
const OF_ONE_MACHINE = /^(?:[a-z]:[\\/]|\\\\|\/\/|file:)/i;
/** A repository, by the name of git's own protocol, and no revision. */
const GIT_ADDRESS = /^git:\/\//i;

export const evidenceMalformed = defineRule({
  id: 'evidence-malformed',
  group: 'evidence',
  severity: 'warning',
  basis: 'format',
  summary: 'Evidence is written in a way that can name nothing: no address, no revision, two parts at once.',
  why: 'Nobody can follow it, whatever it was meant to name.',
  help: 'Write a path with at most one part (`docs/a.md#results`, `tests/x.py::test_y`), a whole address, or `git:` and a revision.',
  message: '{reason}',
  on: 'document',
  check: ({ artefact }, report) => {
    for (const { text, place, anchor } of artefact.paths) {
      if (!anchor && !HAS_FORM.test(text)) continue;
      if (OF_ONE_MACHINE.test(text) || GIT_ADDRESS.test(text)) continue;
      const target = parseTarget(text, anchor?.text);
      if (target.kind === 'malformed')
        report({ place: anchor?.place ?? place, part: 'value' }, { args: { reason: target.reason } });
    }
  },
});
