import type { Existence } from '../workspace/host';
import type { ResolvedPath } from '../workspace/uri';
import { defineRule } from './rule';

/** Drive letters, network shares and file URLs name one machine. Other schemes are numbers of records: unknown to us. */
const OF_ONE_MACHINE = /^(?:[a-z]:[\\/]|\\\\|\/\/|file:)/i;

const isOutside = (text: string, resolved: ResolvedPath, existence: Existence): boolean =>
  resolved.kind === 'outside' ||
  existence === 'outside' ||
  (resolved.kind === 'unresolvable' && OF_ONE_MACHINE.test(text));

export const evidenceOutside = defineRule({
  id: 'evidence-outside',
  group: 'evidence',
  severity: 'error',
  basis: 'format',
  summary: 'A path leads out of the workspace.',
  why: 'What lies outside is another file, or none, on every other machine. It is never read.',
  help: 'Copy the file into the workspace, or name the record where it is kept: `{ref: number, heldBy: person}`, or a web address.',
  message:
    '{path} lies outside the workspace, where nobody else finds it. Copy it in, or name the record with `ref` and `heldBy`.',
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    for (const { text, place } of artefact.paths) {
      const resolved = snapshot.resolve(text, artefact.uri);
      if (isOutside(text, resolved, snapshot.exists(resolved)))
        report({ place, part: 'value' }, { args: { path: text } });
    }
  },
});
