/** Hover of figures: a metric against its source and what it must reach, a result against its objective or alert. */
import { tr } from '../../l10n/tr';
import type { Artefact, Organization } from '../../model/build';
import type { Place } from '../../model/located';
import { parseComparison, parseDay, satisfies } from '../../model/scalars';
import type { Route } from '../../syntax/types';
import { figureOf, type Metric } from '../../verdict/figure';
import { paragraphs, type Markup } from '../markup';
import type { HoverContext } from './context';

/** @returns undefined where the value is no figure and stands beside none */
export function figureHover(context: HoverContext, route: Route): string | undefined {
  const key = route.at(-1);
  const { artefact } = context.cursor;
  const metric = metricAt(artefact, route);
  if (metric && METRIC_KEYS.has(key)) return metricHover(context, metric);
  if (key === 'value' && route.at(-3) === 'results') return resultHover(context, artefact, route);
  if (key === 'target' || key === 'alert') return boundHover(context, artefact, route);
  return undefined;
}

const METRIC_KEYS = new Set<string | number | undefined>(['name', 'value', 'must', 'source']);

const startsWith = (route: Route, start: Route): boolean =>
  start.every((step, index) => route[index] === step);

function metricAt(artefact: Artefact, route: Route): Metric | undefined {
  if (artefact.kind !== 'system' || !route.includes('metrics')) return undefined;
  return artefact.body.models?.items
    .flatMap(({ metrics }) => metrics?.items ?? [])
    .find(({ place }) => startsWith(route, place.route) && route.length === place.route.length + 1);
}

function metricHover({ snapshot, markup }: HoverContext, metric: Metric): string {
  const { name, value, must, source, dataset, slice } = metric;
  const { measured, agrees, meets } = figureOf(snapshot, metric);
  const on = [dataset?.value, slice && tr('slice {0}', slice.value)].filter(Boolean).join(', ');
  return paragraphs(
    `${markup.bold(tr('Metric {0}', markup.text(name?.value ?? '')).trim())}${value ? `: ${markup.text(value.source)}` : ''}${on ? ` (${markup.text(on)})` : ''}`,
    markup.bullets([
      ...(must
        ? [
            meets === undefined
              ? tr('Must be {0}.', markup.text(must.value))
              : tr('Must be {0}: {1}.', markup.text(must.value), meets ? tr('it is') : tr('it is not')),
          ]
        : [tr('No `must` says what it has to reach.')].map(markup.prose)),
      source
        ? `${tr('Source')} ${markup.code(source.value)}: ${sourceInWords(measured, agrees, markup.text)}`
        : markup.prose(tr('No `source` says where the figure comes from, so it cannot be checked.')),
    ]),
  );
}

function sourceInWords(
  measured: string | undefined,
  agrees: boolean | undefined,
  text: (fromFile: string) => string,
): string {
  if (measured === undefined) return tr('no single figure could be read there.');
  const there = tr('{0} stands there', text(measured));
  if (agrees === undefined) return `${there}.`;
  return agrees
    ? tr('{0}, which agrees.', there)
    : tr('{0}, which is another figure. One of the two is out of date.', there);
}

type Objective = NonNullable<Organization['objectives']>['items'][number];
type Monitor = NonNullable<Organization['monitoring']>['items'][number];

/** Something with results, and the bound they are held against. */
interface Series {
  readonly name: string;
  readonly item: Objective | Monitor;
  readonly bound: { readonly value: string } | undefined;
  /** "meets the target", by whether a value keeps to the bound. */
  readonly words: (isWithin: boolean) => string;
}

/** The objective or monitoring that a route leads into. */
function seriesAt(artefact: Artefact, route: Route): Series | undefined {
  if (artefact.kind !== 'organization' && artefact.kind !== 'system') return undefined;
  const isHere = ({ place }: { readonly place: Place }): boolean => startsWith(route, place.route);
  const objective =
    artefact.kind === 'organization' ? artefact.body.objectives?.items.find(isHere) : undefined;
  if (objective)
    return {
      name: tr('objective {0}', objective.id?.value ?? '').trim(),
      item: objective,
      bound: objective.target,
      words: (isWithin) => (isWithin ? tr('meets the target') : tr('misses the target')),
    };
  const monitor = artefact.body.monitoring?.items.find(isHere);
  return (
    monitor && {
      name: monitor.id?.value ?? monitor.what?.value ?? tr('monitoring'),
      item: monitor,
      bound: monitor.alert,
      words: (isWithin) => (isWithin ? tr('crosses the alert') : tr('does not cross the alert')),
    }
  );
}

function against({ bound, words }: Series, value: number, markup: Markup): string | undefined {
  const comparison = parseComparison(bound?.value ?? '');
  return comparison && bound && Number.isFinite(value)
    ? `${words(satisfies(value, comparison))} ${markup.text(bound.value)}`
    : undefined;
}

function resultHover({ markup }: HoverContext, artefact: Artefact, route: Route): string | undefined {
  const series = seriesAt(artefact, route);
  if (!series) return undefined;
  const node = artefact.yaml.node(route);
  const said = node?.kind === 'scalar' ? against(series, Number(node.text), markup) : undefined;
  const head = markup.bold(tr('Result of {0}', markup.text(series.name)));
  return said === undefined ? `${head}.` : `${head}: ${said}.`;
}

/** A target or an alert, with how the newest result stands to it. */
function boundHover({ markup, date }: HoverContext, artefact: Artefact, route: Route): string | undefined {
  const series = seriesAt(artefact, route);
  if (!series?.bound) return undefined;
  const results = (series.item.results?.items ?? []).flatMap((result) => {
    const on = parseDay(result.date?.value ?? '');
    return on !== undefined && on <= date && result.value ? [{ on, value: result.value }] : [];
  });
  const newest = results.sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  const head = markup.bold(
    tr('{0} of {1}', route.at(-1) === 'alert' ? tr('Alert') : tr('Target'), markup.text(series.name)),
  );
  const said = newest && against(series, newest.value.value, markup);
  return newest && said !== undefined
    ? tr('{0}: the newest result, {1} on {2}, {3}.', head, markup.text(newest.value.source), newest.on, said)
    : tr('{0}: no result yet.', head);
}
