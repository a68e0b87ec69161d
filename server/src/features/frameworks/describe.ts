/** A framework and its parts in plain words: for hovers and `aims explain`. */
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

const NO_ADVICE = 'No certification, no legal advice.';

const sourceOf = (markup: Markup, { source, asOf }: Framework): string =>
  markup.italic(`Source: ${source}; as of ${asOf}. ${NO_ADVICE}`);

/** From when an article binds, whoever asks. */
function bindsFrom({ applies }: AiActArticle): string | undefined {
  const { literacy, prohibited, highRisk, transparency, gpai } = aiActDates;
  switch (applies) {
    case 'literacy':
      return `since ${literacy}, for every system`;
    case 'prohibited':
      return `since ${prohibited}`;
    case 'high-risk':
      return `for high-risk systems: from ${highRisk.annexIII} (Annex III), from ${highRisk.annexI} (Annex I)`;
    case 'fria':
      return `for uses listed in Annex III: from ${highRisk.annexIII}`;
    case 'transparency':
      return `from ${transparency}`;
    case 'gpai':
    case 'gpai-systemic':
      return `from ${gpai.from}; models on the market before that day, from ${gpai.older}`;
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
  return `${markup.bold('In ISO/IEC 42001:')}\n${markup.bullets(lines)}`;
}

export function describeItem(markup: Markup, item: FrameworkItem): string {
  const framework = findFramework(item.framework);
  const article =
    item.framework === 'eu-ai-act' ? aiActArticles().find(({ id }) => id === item.id) : undefined;
  const subcategory = nistSubcategories().find((each) => each.id === item.id);
  const binds = article && bindsFrom(article);
  return paragraphs(
    markup.bold(`${item.id} ${item.title}`),
    framework?.reading === 'guides' ? framework.what : framework?.title,
    subcategory && `Under ${subcategory.function}; ${subcategory.category}.`,
    article?.asks,
    article && `Owed by the ${article.holders.join(' and the ')}${binds === undefined ? '' : ` ${binds}`}.`,
    article?.note,
    framework?.reading === 'guides' ? framework.status : undefined,
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
      ? `${markup.bold('Dates:')}\n${markup.bullets(aiActTimeline().map(({ date, what }) => `${date}: ${what}`))}`
      : undefined;
  return paragraphs(
    markup.bold(framework.title),
    framework.what,
    framework.status,
    here,
    `${related} of its parts are related here to clauses and controls of ISO/IEC 42001; hovers of these show which.`,
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
    markup.bold(`Annex III ${id}: ${area}`),
    `Listed use: ${what}.`,
    `A system for it is high-risk, with duties from ${aiActDates.highRisk.annexIII}, unless one of the four cases of Art. 6(3) applies and the reasoning is written down.`,
    framework && sourceOf(markup, framework),
  );
}
