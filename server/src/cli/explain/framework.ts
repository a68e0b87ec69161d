/** Explains other frameworks and their parts, and what they have to do with a clause or control. */
import {
  findAnnexIIIPoints,
  findFramework,
  findItem,
  findItems,
  frameworks,
  parseServed,
  relationsOf,
  type Framework,
} from '../../catalogue/frameworks';
import { crosswalk } from '../../features/frameworks/crosswalk';
import {
  describeFramework,
  describeItem,
  describePoint,
  listItems,
} from '../../features/frameworks/describe';
import { PLAIN, type Markup } from '../../features/markup';
import { count, type Paint } from '../terminal';

const markupOf = (paint: Paint): Markup => ({ ...PLAIN, bold: (text) => paint('bold', text) });

/** A point of Annex III as such: a number alone is a clause of ISO/IEC 42001. */
const POINT = /^(?:annex\s*iii\b.*|\d\s*\([a-z]\))$/i;

/** What a text names in other frameworks: `eu-ai-act`, `Art. 27`, `GOVERN 1.1`, `iso-9001-2015:9.1`, `5(b)`. */
export function explainFrameworks(typed: string, paint: Paint): readonly string[] {
  const markup = markupOf(paint);
  const framework = findFramework(typed);
  const served = parseServed(typed);
  const item = served && findItem(served.framework, served.clause);
  // A guide is one item, described with its framework.
  const items = [...(item ? [item] : []), ...(framework ? [] : findItems(typed))];
  return [
    ...(framework ? [describeFramework(markup, framework)] : []),
    ...(framework?.id === 'nist-ai-rmf' ? [`Its parts:\n${listItems(markup, framework)}`] : []),
    ...items.map((each) => describeItem(markup, each)),
    ...(POINT.test(typed) ? findAnnexIIIPoints(typed).map((point) => describePoint(markup, point)) : []),
  ];
}

/**
 * The crosswalk of the hover, of all frameworks: on the command line no organization says which it wants.
 * @param isFull false: only which frameworks have to do with it, and how to see what
 */
export function explainCrosswalk(requirement: string, paint: Paint, isFull: boolean): readonly string[] {
  const all = [...frameworks().values()];
  const text = isFull ? crosswalk(markupOf(paint), requirement, all) : namesOnly(requirement, all);
  return text === undefined ? [] : [text];
}

function namesOnly(requirement: string, all: readonly Framework[]): string | undefined {
  const related = new Set(relationsOf(requirement).map(({ item }) => item.framework));
  const found = all.filter(({ id }) => related.has(id));
  const guides = found.filter(({ reading }) => reading === 'guides').length;
  const names = found.filter(({ reading }) => reading !== 'guides').map(({ title }) => title);
  if (guides > 0) names.push(count(guides, 'guide'));
  return names.length === 0
    ? undefined
    : `In other frameworks: ${names.join(', ')} (aims explain ${requirement} --frameworks says what).`;
}
