/** A framework and its parts in plain words: for hovers and `aims explain`. */
import { tr, translatable } from '../../l10n/tr';
import { requirementTitle } from '../../catalogue';
import {
  aiActArticles,
  aiActDates,
  aiActTimeline,
  findFramework,
  itemsByFramework,
  nistSubcategories,
  type AiActArticle,
  type AnnexIIIPoint,
  type Framework,
  type FrameworkItem,
} from '../../catalogue/frameworks';
import { paragraphs, type Markup } from '../markup';
import { sureness } from './crosswalk';

const NO_ADVICE = translatable('No certification, no legal advice.');

const sourceOf = (markup: Markup, { source, asOf }: Framework): string =>
  markup.italic(tr('Source: {0}; as of {1}.', tr(source), asOf) + ` ${tr(NO_ADVICE)}`);

const statusOf = ({ status }: Framework): string | undefined => status && tr(status);

/** From when an article binds, whoever asks. */
function bindsFrom({ applies }: AiActArticle): string | undefined {
  const { literacy, prohibited, highRisk, transparency, gpai } = aiActDates;
  switch (applies) {
    case 'literacy':
      return tr('since {0}, for every system', literacy);
    case 'prohibited':
      return tr('since {0}', prohibited);
    case 'high-risk':
      return tr(
        'for high-risk systems: from {0} (Annex III), from {1} (Annex I)',
        highRisk.annexIII,
        highRisk.annexI,
      );
    case 'fria':
      return tr('for uses listed in Annex III: from {0}', highRisk.annexIII);
    case 'transparency':
      return tr('from {0}', transparency);
    case 'gpai':
    case 'gpai-systemic':
      return tr('from {0}; models on the market before that day, from {1}', gpai.from, gpai.older);
    case 'related':
      return undefined;
  }
}

function pairsOf(markup: Markup, { pairs }: FrameworkItem): string | undefined {
  if (pairs.length === 0) return undefined;
  const lines = pairs.map((pair) => {
    const how = [sureness(pair), pair.points].filter((each) => each !== undefined && each !== '').join('; ');
    const title = requirementTitle(pair.requirement) ?? '';
    return `${pair.requirement} ${title}`.trim() + (how === '' ? '' : ` (${how})`);
  });
  return `${markup.bold(tr('In ISO/IEC 42001:'))}\n${markup.bullets(lines)}`;
}

export function describeItem(markup: Markup, item: FrameworkItem): string {
  const framework = findFramework(item.framework);
  const article =
    item.framework === 'eu-ai-act' ? aiActArticles().find(({ id }) => id === item.id) : undefined;
  const subcategory = nistSubcategories().find((each) => each.id === item.id);
  const binds = article && bindsFrom(article);
  return paragraphs(
    markup.bold(`${item.id} ${item.title}`),
    framework?.reading === 'guides' ? tr(framework.what) : framework?.title,
    subcategory && tr('Under {0}; {1}.', subcategory.function, subcategory.category),
    article && tr(article.asks),
    article &&
      tr(
        'Owed by the {0}{1}.',
        article.holders.join(tr(' and the ')),
        binds === undefined ? '' : ` ${binds}`,
      ),
    article?.note && tr(article.note),
    framework?.reading === 'guides' ? statusOf(framework) : undefined,
    pairsOf(markup, item),
    framework && sourceOf(markup, framework),
  );
}

/** @param here what is known of it in the workspace */
export function describeFramework(markup: Markup, framework: Framework, here?: string): string {
  const items = itemsByFramework().get(framework.id) ?? [];
  const [only] = items;
  if (framework.reading === 'guides' && only) return describeItem(markup, only);
  const related = items.filter(({ pairs }) => pairs.length > 0).length;
  const dates =
    framework.id === 'eu-ai-act'
      ? `${markup.bold(tr('Dates:'))}\n${markup.bullets(aiActTimeline().map(({ date, what }) => `${date}: ${tr(what)}`))}`
      : undefined;
  return paragraphs(
    markup.bold(framework.title),
    tr(framework.what),
    statusOf(framework),
    here,
    tr(
      '{0} of its parts are related here to clauses and controls of ISO/IEC 42001; hovers of these show which.',
      related,
    ),
    dates,
    sourceOf(markup, framework),
  );
}

/** Every part by its id and title, for where there is no hover to ask. */
export const listItems = (markup: Markup, framework: Framework): string =>
  markup.bullets(
    (itemsByFramework().get(framework.id) ?? []).map(({ id, title }) => (title ? `${id} ${title}` : id)),
  );

export function describePoint(markup: Markup, { id, area, what }: AnnexIIIPoint): string {
  const framework = findFramework('eu-ai-act');
  return paragraphs(
    markup.bold(tr('Annex III {0}: {1}', id, tr(area))),
    tr('Listed use: {0}.', tr(what)),
    tr(
      'A system for it is high-risk, with duties from {0}, unless one of the four cases of Art. 6(3) applies and the reasoning is written down.',
      aiActDates.highRisk.annexIII,
    ),
    framework && sourceOf(markup, framework),
  );
}
