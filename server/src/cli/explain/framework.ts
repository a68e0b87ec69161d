/** Explains other frameworks and their parts, and what they have to do with a clause or control. */
import {
  findAnnexIIIPoints,
  findFramework,
  findItem,
  findItems,
  frameworks,
  parseServed,
} from '../../catalogue/frameworks';
import { crosswalk } from '../../features/frameworks/crosswalk';
import {
  describeFramework,
  describeItem,
  describePoint,
  listItems,
} from '../../features/frameworks/describe';
import { PLAIN, type Markup } from '../../features/markup';
import type { Paint } from '../terminal';

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

/** The crosswalk of the hover, of all frameworks: on the command line no organization says which it wants. */
export const explainCrosswalk = (requirement: string, paint: Paint): readonly string[] => {
  const text = crosswalk(markupOf(paint), requirement, [...frameworks().values()]);
  return text === undefined ? [] : [text];
};
