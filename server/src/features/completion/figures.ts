/** What is known of a value already: the figure at a metric's source, the digest of a file, names used in code. */
import { tr } from '../../l10n/tr';
import { comparedOf } from '../../drift/compare';
import { flowText, yamlText } from '../../fixes/scalar';
import type { Route } from '../../syntax/types';
import type { Completion, CompletionContext } from './types';

function beside({ cursor }: CompletionContext, key: string): string | undefined {
  const node = cursor.yaml.node([...cursor.locus.route.slice(0, -1), key]);
  return node?.kind === 'scalar' ? node.text : undefined;
}

const written = ({ cursor }: CompletionContext, text: string): string =>
  cursor.locus.flow ? flowText(yamlText(text)) : yamlText(text);

/** The figure that stands at the source of a metric. */
export function measuredValue(context: CompletionContext): readonly Completion[] {
  const { snapshot, cursor } = context;
  const source = cursor.locus.route.includes('metrics') ? beside(context, 'source') : undefined;
  const found = source === undefined ? undefined : snapshot.pointerValue(source, cursor.uri);
  return found?.kind === 'value' && found.type === 'number'
    ? [{ label: found.source, kind: 'word', detail: tr('at its source'), newText: found.source, rank: 0 }]
    : [];
}

/** The digest of the file it stands beside, as that is now. */
export function digestValue(context: CompletionContext): readonly Completion[] {
  const { snapshot, cursor } = context;
  const path = beside(context, 'artifact') ?? beside(context, 'file');
  const resolved = path === undefined ? undefined : snapshot.resolve(path, cursor.uri);
  const digest = resolved?.kind === 'file' ? snapshot.digestOf(resolved.uri)?.bytes : undefined;
  return digest === undefined
    ? []
    : [
        {
          label: digest,
          kind: 'word',
          detail: tr('of {0} as it is now', path ?? ''),
          newText: digest,
          rank: 0,
        },
      ];
}

/** Names that are written elsewhere and mean the same here; none for text that is anybody's. */
export function knownNames(context: CompletionContext): readonly Completion[] {
  const { route } = context.cursor.locus;
  const names = namesFor(context, route);
  return [...names].map(([name, detail]) => ({
    label: name,
    kind: 'word',
    detail,
    newText: written(context, name),
    rank: 0,
  }));
}

function namesFor(context: CompletionContext, route: Route): ReadonlyMap<string, string> {
  const key = route.at(-1);
  if (key === 'name' && route.at(-2) === 'basedOn') return inCode(context);
  if (key === 'name' && route.at(-3) === 'metrics') return metricNames(context);
  return key === 'metric' && route.at(-3) === 'objectives' ? metricNames(context) : new Map();
}

/** Models that code uses and the card does not name yet. */
function inCode({ snapshot, subject }: CompletionContext): ReadonlyMap<string, string> {
  if (subject?.kind !== 'system') return new Map();
  const missing = comparedOf(snapshot, subject).notOnCard.filter(({ what }) => what === 'model');
  return new Map(
    missing.map(({ uses: [{ entry, use }] }) => [use.text, tr('used in {0}, on no card yet', entry.path)]),
  );
}

function metricNames({ snapshot }: CompletionContext): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { body } of snapshot.organizations)
    for (const { metric } of body.objectives?.items ?? [])
      if (metric && !names.has(metric.value)) names.set(metric.value, tr('metric of an objective'));
  for (const { body, id } of snapshot.systems)
    for (const { metrics } of body.models?.items ?? [])
      for (const { name } of metrics?.items ?? [])
        if (name && !names.has(name.value)) names.set(name.value, tr('metric of {0}', id));
  return names;
}
