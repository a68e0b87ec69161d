import { tr } from '../l10n/tr';
import { isPlaceholder } from '../model/scalars';
import type { Route, SyntaxNode } from '../syntax/types';
import { oneEdit, replaceAt } from '../fixes/yaml';
import { flowText } from '../fixes/scalar';
import { defineRule } from './rule';
import { isUnreadable, keyOf, whereOf } from './shared-format';

/** Can it stand between brackets as it is written? */
const isWrappable = (node: SyntaxNode | undefined): boolean =>
  node?.kind === 'scalar' ? node.style !== 'block' : node?.kind === 'map' && node.flow;

const messageFor = (route: Route): 'file' | 'item' | 'value' =>
  route.length === 0 ? 'file' : typeof route.at(-1) === 'number' ? 'item' : 'value';

export const wrongType = defineRule({
  id: 'wrong-type',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'A value has another shape than its key takes, such as a single value where a list is meant.',
  why: 'It cannot be read, so it counts as not there.',
  help: 'Write the value in the shape its key takes: `key: text`, `key: [a, b]`, or keys of its own below it.',
  message: {
    value: '`{key}` takes {expected}, not {found}.',
    item: 'Each item of `{key}` takes {expected}, not {found}.',
    file: 'This file should hold {expected}, starting with `aims: 1` and `kind`, not {found}.',
  },
  on: 'format-problem',
  check: (target, report, { snapshot }) => {
    const { problem, artefact } = target;
    if (problem.code !== 'wrong-type' || isUnreadable(snapshot, target)) return;
    const { expected, found, place } = problem;
    const node = artefact.yaml.node(place.route);
    if (node?.kind === 'scalar' && isPlaceholder(node.text)) return;
    report(whereOf(target), {
      message: messageFor(place.route),
      args: { key: keyOf(place), expected, found },
      data: { wrap: expected === tr('a list') && isWrappable(node) },
    });
  },
  fixes: ({ place, data }, { snapshot }) => {
    if (!place || data.wrap !== true) return [];
    const parsed = snapshot.files.get(place.uri)?.parsed;
    const span = parsed?.documents[place.document]?.span(place.route, 'value');
    if (!parsed || !span) return [];
    const written = parsed.text.slice(span.start, span.end);
    return oneEdit(
      tr('Make it a list'),
      place.uri,
      replaceAt(snapshot, place, 'value', `[${flowText(written)}]`),
      {
        preferred: true,
        lossless: true,
      },
    );
  },
});
