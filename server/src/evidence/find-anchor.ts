/** Is there a heading or an id in a Markdown or HTML file? */
import { tr } from '../l10n/tr';
import { nearest } from '../catalogue/nearest';
import { LineTable } from '../syntax/lines';
import { quoteForUser } from '../syntax/quoteForUser';
import { htmlAnchors, withoutComments, type Anchor } from './html';
import { markdownAnchors } from './markdown';
import { slugOf } from './slug';
import { missing, unknown, type PartAnswer } from './types';

/** @param name as written behind `#`; the words of the heading itself do as well (`Results of 2026`) */
export function findHeading(name: string, text: string): PartAnswer {
  const anchors = markdownAnchors(text);
  const wanted = decoded(name);
  const anchor = anchorNamed(anchors, wanted) ?? anchors.find(({ id }) => id === slugOf(wanted.trim()));
  if (anchor) return found(anchor, text);
  if (mayHold(text, wanted))
    return unknown(() => tr('The file may have this id in a form that is not read.'));
  const ids = anchors.map(({ id }) => id);
  return missing(() => tr('the heading {0}', quoteForUser(name)), nearest(slugOf(wanted), ids));
}

/** Scripts may add ids when the page is shown: where there is one, an id that is not found may still be there. */
export function findHtmlId(name: string, text: string): PartAnswer {
  const shown = withoutComments(text);
  const anchors = htmlAnchors(shown);
  const wanted = decoded(name);
  const anchor = anchorNamed(anchors, wanted);
  if (anchor) return found(anchor, text);
  if (/<script\b/i.test(shown) || mayHold(shown, wanted))
    return unknown(() => tr('The page may have this id once it is shown.'));
  const ids = anchors.map(({ id }) => id);
  return missing(() => tr('the id {0}', quoteForUser(name)), nearest(wanted, ids));
}

function anchorNamed(anchors: readonly Anchor[], name: string): Anchor | undefined {
  const folded = name.toLowerCase();
  return anchors.find(({ id }) => id === name) ?? anchors.find(({ id }) => id.toLowerCase() === folded);
}

/** An id in a tag our reading gave up, or written by a template: `id="…"` stands in the text all the same. */
function mayHold(text: string, name: string): boolean {
  return [`"${name}"`, `'${name}'`].some((quoted) => text.includes(`id=${quoted}`));
}

function found({ start, end }: Anchor, text: string): PartAnswer {
  const table = LineTable.of(text);
  return { kind: 'found', range: { start: table.positionAt(start), end: table.positionAt(end) } };
}

/** Links percent-encode what is not ASCII. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
