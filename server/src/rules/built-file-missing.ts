import { nearest } from '../catalogue';
import { changeTo } from '../fixes/yaml';
import { isKept } from '../model/kept-paths';
import { baseName } from '../workspace/uri';
import { defineRule } from './rule';
import { isClaimed, nearestPath, splitTarget } from './shared-paths';
import { asksForMore, clocksStopped } from './shared-subject';

const stemOf = (path: string): string => baseName(path).replace(/\.[^.]*$/, '');
const digitsIn = (path: string): string => path.replace(/\D/g, '');

/**
 * May one path be a slip for the other? Of files that builds make, one may be there and another not: `train.csv` is none
 * for `test.csv`, and `v2` is none for `v1`.
 */
const isSlip = (path: string, near: string): boolean =>
  digitsIn(path) === digitsIn(near) && nearest(stemOf(path), [stemOf(near)]) !== undefined;

export const builtFileMissing = defineRule({
  id: 'built-file-missing',
  group: 'model-card',
  severity: 'hint',
  basis: 'practice',
  summary: 'A model, data file or report of figures is not here; builds often make them.',
  why: 'Digests and figures are compared with these files. Where a path leads to none, they are compared with nothing.',
  help: 'If a build makes the file or it is kept elsewhere, leave it as it is. Otherwise correct the path.',
  message: {
    near: 'There is no {path}. Did you mean {near}? If a build makes it or it is kept elsewhere, that is fine.',
    far: 'There is no {path} here. If a build makes it or it is kept elsewhere, that is fine; else correct the path.',
  },
  on: 'subject',
  check: (subject, report, { snapshot, date }) => {
    const { artefact } = subject;
    for (const reference of artefact.paths.filter(({ place }) => !isKept(place.route))) {
      const { text, place } = reference;
      const resolved = snapshot.resolve(text, artefact.uri);
      if (resolved.kind !== 'file' || snapshot.exists(resolved) !== 'missing') continue;
      if (!isClaimed(artefact, reference, date)) continue;
      const { path, inside } = splitTarget(text);
      const close = nearestPath(snapshot, path, artefact.uri);
      const near = close !== undefined && isSlip(path, close) ? close : undefined;
      if (near !== undefined)
        report(
          { place, part: 'value' },
          { message: 'near', severity: 'info', args: { path, near }, data: { place, text: near + inside } },
        );
      else if (asksForMore(subject) && !clocksStopped(subject))
        report({ place, part: 'value' }, { message: 'far', args: { path } });
    }
  },
  fixes: ({ data }, { snapshot }) => changeTo(snapshot, data.place, data.text),
});
