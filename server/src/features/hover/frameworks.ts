/** Hover of words that stand for other frameworks: under `frameworks`, `annexIII`, `tier` and `serves`. */
import { tr } from '../../l10n/tr';
import {
  aiActTiers,
  findAnnexIIIPoints,
  findFramework,
  findItem,
  hasClause,
  parseServed,
  type Framework,
} from '../../catalogue/frameworks';
import { dutiesOf, lists, untouchedSubcategories } from '../../frameworks';
import type { Route } from '../../syntax/types';
import { describeFramework, describeItem, describePoint } from '../frameworks/describe';
import { paragraphs } from '../markup';
import type { HoverContext } from './context';

/** @returns undefined where the value has nothing to do with a framework, or is not known */
export function frameworkHover(context: HoverContext, route: Route, text: string): string | undefined {
  switch (route.findLast((step) => typeof step === 'string')) {
    case 'frameworks': {
      const framework = findFramework(text);
      return framework && describeFramework(context.markup, framework, here(context, framework));
    }
    case 'annexIII':
      return (
        findAnnexIIIPoints(text)
          .map((point) => describePoint(context.markup, point))
          .join('\n\n') || undefined
      );
    case 'tier':
      return tierHover(context, text);
    case 'serves':
      return servedHover(context, text);
    default:
      return undefined;
  }
}

function here({ snapshot, subject, date, markup }: HoverContext, { id }: Framework): string | undefined {
  if (id !== 'nist-ai-rmf' || subject?.kind !== 'organization') return undefined;
  const open = untouchedSubcategories(snapshot, subject, date);
  return open.length === 0
    ? tr('{0} every subcategory whose requirements are due is touched.', markup.bold(tr('Here:')))
    : tr('{0} nothing touches {1}.', markup.bold(tr('Here:')), open.map((each) => each.id).join(', '));
}

function tierHover({ subject, date, markup }: HoverContext, text: string): string | undefined {
  const tier = aiActTiers.find(({ id }) => id === text);
  if (!tier) return undefined;
  const duties = subject?.kind === 'system' && lists(subject, 'eu-ai-act') ? dutiesOf(subject) : [];
  const lines = duties.map(
    ({ article: { id, title }, from, onChangeOnly }) =>
      `${id} ${title}: ${tr(from <= date ? 'since {0}' : 'from {0}', from)}${onChangeOnly ? tr(', once its design changes significantly') : ''}`,
  );
  return paragraphs(
    markup.bold(tier.id),
    markup.prose(tier.what),
    lines.length > 0 ? `${markup.bold(tr('Owed for this system:'))}\n${markup.bullets(lines)}` : undefined,
    markup.italic(tr('Our reading of the law. No legal advice.')),
  );
}

function servedHover({ subject, markup }: HoverContext, text: string): string | undefined {
  const served = parseServed(text);
  const framework = served && findFramework(served.framework);
  if (!framework) return undefined;
  const item = findItem(served.framework, served.clause);
  const isListed = subject !== undefined && lists(subject, framework.id);
  const about = item
    ? describeItem(markup, item)
    : hasClause(served) === false
      ? tr('{0} has no {1}.', framework.title, markup.text(served.clause))
      : markup.bold(`${framework.title} ${markup.text(served.clause)}`);
  return paragraphs(
    about,
    isListed
      ? undefined
      : markup.prose(
          tr('The organization does not list this framework under `frameworks`, so it is not checked.'),
        ),
  );
}
