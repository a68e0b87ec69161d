/** EU AI Act: which duties a system owes by what its card says, and from which day. All days come from the data. */
import {
  aiActArticles,
  aiActDates,
  findAnnexIIIPoints,
  type AiActArticle,
  type AiActRole,
} from '../catalogue/frameworks';
import { has } from '../model/located';
import { parseDay, type Day } from '../model/scalars';
import type { SystemEntry } from '../workspace/snapshot';

export type AiActBlock = NonNullable<SystemEntry['body']['euAiAct']>;

export interface Duty {
  readonly article: AiActArticle;
  /** First day on which it binds. */
  readonly from: Day;
  /** True where the system was on the market before: then it binds only once the design changes significantly. */
  readonly onChangeOnly: boolean;
}

/** The points of Annex III the card names, without their letter where it says none; what is no point counts for nothing. */
export const pointsOf = (act: AiActBlock): readonly string[] =>
  act.annexIII?.items.flatMap(({ value }) => {
    const [first, ...others] = findAnnexIIIPoints(value);
    if (!first) return [];
    return others.length > 0 ? first.id.replace(/\(.*/, '') : first.id;
  }) ?? [];

/** Said to be high-risk, or a listed use of which no tier is said. */
const isHighRisk = (act: AiActBlock): boolean =>
  act.tier ? act.tier.value === 'high-risk' : !has(act, 'tier') && pointsOf(act).length > 0;

/** First day of the high-risk duties; the earlier where it is so twice; undefined where the card does not say why. */
function highRiskFrom(act: AiActBlock): Day | undefined {
  const { annexIII, annexI } = aiActDates.highRisk;
  const days = [...(pointsOf(act).length > 0 ? [annexIII] : []), ...(act.annexI ? [annexI] : [])];
  return days.sort()[0];
}

/** Uses of credit and insurance bind private deployers too; critical infrastructure binds none. */
const BINDING_PRIVATE = ['5(b)', '5(c)'];
const WITHOUT_FRIA = ['2'];

/** Does Art. 27 ask a deployer of this system for an assessment? Only listed uses do, never products of Annex I. */
export function isFriaUse(act: AiActBlock): boolean {
  const points = pointsOf(act).filter((point) => !WITHOUT_FRIA.includes(point));
  if (points.some((point) => BINDING_PRIVATE.includes(point))) return true;
  const kind = act.deployerKind?.value;
  return (kind === 'public' || kind === 'public-service') && points.length > 0;
}

type Bound = Omit<Duty, 'article'>;

const since = (from: Day): Bound => ({ from, onChangeOnly: false });

/** High-risk systems that were on the market before: those of public authorities have a day of their own. */
function highRisk(act: AiActBlock): Bound | undefined {
  const from = isHighRisk(act) ? highRiskFrom(act) : undefined;
  if (from === undefined) return undefined;
  const placedOn = act.placedOn && parseDay(act.placedOn.value);
  if (placedOn === undefined || placedOn >= from) return since(from);
  return act.deployerKind?.value === 'public'
    ? since(aiActDates.highRisk.public)
    : { from, onChangeOnly: true };
}

function gpai(act: AiActBlock): Bound | undefined {
  if (act.gpai?.value !== true) return undefined;
  const { from, older } = aiActDates.gpai;
  const placedOn = act.placedOn && parseDay(act.placedOn.value);
  return since(placedOn !== undefined && placedOn < from ? older : from);
}

function boundBy({ applies }: AiActArticle, act: AiActBlock): Bound | undefined {
  const tier = act.tier?.value;
  switch (applies) {
    case 'literacy':
      return since(aiActDates.literacy);
    case 'prohibited':
      return tier === 'prohibited' ? since(aiActDates.prohibited) : undefined;
    case 'high-risk':
      return highRisk(act);
    case 'fria':
      return isFriaUse(act) ? highRisk(act) : undefined;
    case 'transparency':
      return tier === 'transparency' || act.transparency?.value === true
        ? since(aiActDates.transparency)
        : undefined;
    case 'gpai':
      return gpai(act);
    // Whether a model has systemic risk the card does not say; the others are owed with an article, or on an occasion.
    case 'gpai-systemic':
    case 'related':
      return undefined;
  }
}

/** Roles in the words of the act; importers and distributors have duties we do not hold. */
const rolesOf = (act: AiActBlock): ReadonlySet<string> =>
  new Set(act.role?.items.map(({ value }) => value.trim().toLowerCase()));

/** Duties of the roles the card names, by article; none where it has no `euAiAct` or names no role. */
export function dutiesOf({ body }: SystemEntry): readonly Duty[] {
  const act = body.euAiAct;
  if (!act) return [];
  const roles = rolesOf(act);
  const isHolder = (role: AiActRole): boolean => roles.has(role);
  return aiActArticles().flatMap((article) => {
    const bound = article.holders.some(isHolder) ? boundBy(article, act) : undefined;
    return bound ? [{ article, ...bound }] : [];
  });
}

const FITS = ['direct', undefined, 'supporting'];

/**
 * The requirements that answer an article, the fittest first: what fits it directly. Where none of that is sure, the rest
 * counts as well; pairs of low confidence never do.
 */
export function answering({ pairs }: AiActArticle): readonly string[] {
  const sure = pairs.filter(({ confidence }) => confidence !== 'low');
  const direct = sure.filter(({ fit }) => fit === 'direct');
  const counted = direct.some(({ confidence }) => confidence === 'high') ? direct : sure;
  return [...counted]
    .sort((a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit))
    .map(({ requirement }) => requirement);
}
