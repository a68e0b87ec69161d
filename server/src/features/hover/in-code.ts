/** Where the code of a system uses a model or data set of its card, and what a call in code uses. */
import { tr } from '../../l10n/tr';
import { isOnCard, itemsOf, type CardDataset, type CardModel } from '../../drift/card';
import { comparedOf } from '../../drift/compare';
import { loud } from '../../drift/code-index';
import { isUse, useOf, type Use, type What } from '../../drift/use';
import type { CodeEntry, SystemEntry } from '../../workspace/snapshot';
import { touches, type DocumentPosition } from '../annotation';
import { markupFor, paragraphs, type Markup } from '../markup';
import { entityWord } from '../../schema/entity-words';
import { nameOf } from '../subject';
import type { EntryContext, HoverContext, HoverResult } from './context';

/** A line on where it is used; undefined where no code uses it, or that cannot be told. */
export function usedInCode(
  { snapshot, subject, markup }: HoverContext,
  what: What,
  id: string,
): string | undefined {
  if (subject?.kind !== 'system') return undefined;
  const { code, models, datasets } = comparedOf(snapshot, subject);
  const uses = [...code.byId.values()].flatMap(loud).filter(({ mark: { use } }) => {
    if (use?.what !== what) return false;
    const items: readonly (CardModel | CardDataset)[] =
      what === 'model' ? itemsOf(use, models) : itemsOf(use, datasets);
    return items.some((item) => item.id?.value === id);
  });
  const [first] = uses;
  if (!first) return undefined;
  const { entry, mark } = first;
  const line = entry.uri.endsWith('.ipynb') ? '' : `:${mark.signal.range.start.line + 1}`;
  const at = markup.code(`${entry.path}${line}`);
  return uses.length === 1
    ? tr('Used in code once, first in {0}.', at)
    : tr('Used in code {1} times, first in {0}.', at, uses.length);
}

/** Hover of a call that loads, trains or asks a model, or loads data. Silent in tests and examples, as findings are. */
export function callHover(
  snapshot: EntryContext['snapshot'],
  entry: CodeEntry,
  { position, cell }: DocumentPosition,
  isMarkdown: boolean,
): HoverResult | undefined {
  if (entry.silent) return undefined;
  const signal = entry.facts.signals.find((each) => each.cell === cell && touches(each.range, position));
  const use = signal && useOf(signal);
  const [system] = entry.coveredBy;
  if (!signal || !use || !system) return undefined;
  const markup = markupFor(isMarkdown);
  const what = use.what === 'model' ? tr('Model') : tr('Dataset');
  const text = isUse(use)
    ? paragraphs(
        `${markup.bold(`${what} ${markup.text(use.text)}`)}${signal.provider === undefined ? '' : ` (${markup.text(signal.provider)})`}`,
        ...entry.coveredBy.map((each) => onCard(snapshot, each, use, markup)),
      )
    : paragraphs(
        markup.bold(tr('{0}, by {1}', what, markup.text(signal.library))),
        tr('Which one cannot be read from the code, so it is not compared with the card.'),
      );
  return { text, isMarkdown, range: signal.range };
}

function onCard(
  snapshot: EntryContext['snapshot'],
  system: SystemEntry,
  use: Use,
  markup: Markup,
): string | undefined {
  const { models, datasets } = comparedOf(snapshot, system);
  const section = use.what === 'model' ? models : datasets;
  const items: readonly (CardModel | CardDataset)[] =
    use.what === 'model' ? itemsOf(use, models) : itemsOf(use, datasets);
  const card = tr('the card of {0}', markup.text(nameOf(system)));
  const [item] = items;
  if (item?.id) return tr('On {0}: {1} {2}.', card, entityWord(use.what), markup.code(item.id.value));
  if (isOnCard(use, section)) return tr('On {0}.', card);
  return section.whole
    ? tr('Not found on {0} under this name.', card)
    : tr('Not found on {0}, which is not written in full yet.', card);
}
