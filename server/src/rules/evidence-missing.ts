import { revisionIn } from '../evidence';
import { changeTo } from '../fixes/yaml';
import { isKept } from '../model/kept-paths';
import { baseName } from '../workspace/uri';
import { defineRule } from './rule';
import { isClaimed, nearestPath, splitTarget } from './shared-paths';

export const evidenceMissing = defineRule({
  id: 'evidence-missing',
  group: 'evidence',
  severity: 'warning',
  basis: 'format',
  summary: 'A path leads to no file, or a revision of git is not there.',
  why: 'What shows that something is done has to be there when somebody looks for it.',
  help: 'Correct the path or add the file. Paths are relative to the file they stand in; a leading `/` means the workspace folder.',
  message: {
    near: 'There is no {path}. Did you mean {near}?',
    far: 'There is no {path}. Correct the path, or add the file.',
    revision:
      'git has no tag, branch or commit {path} here. Correct the name, or fetch it if it stands in another clone.',
  },
  on: 'document',
  check: ({ artefact }, report, { snapshot, date }) => {
    for (const reference of artefact.paths.filter(({ place }) => isKept(place.route))) {
      const { text, place } = reference;
      const revision = revisionIn(text);
      if (revision !== undefined) {
        if (
          snapshot.git.hasRevision(revision, artefact.uri) === false &&
          isClaimed(artefact, reference, date)
        )
          report({ place, part: 'value' }, { message: 'revision', args: { path: revision } });
        continue;
      }
      const resolved = snapshot.resolve(text, artefact.uri);
      if (resolved.kind !== 'file' || snapshot.exists(resolved) !== 'missing') continue;
      if (!isClaimed(artefact, reference, date)) continue;
      const { path, inside } = splitTarget(text);
      const close = nearestPath(snapshot, path, artefact.uri);
      // A file never means itself.
      const near = close === baseName(artefact.uri) ? undefined : close;
      report(
        { place, part: 'value' },
        {
          message: near === undefined ? 'far' : 'near',
          args: { path, near: near ?? '' },
          data: near === undefined ? {} : { place, text: near + inside },
        },
      );
    }
  },
  fixes: ({ data }, { snapshot }) => changeTo(snapshot, data.place, data.text),
});
