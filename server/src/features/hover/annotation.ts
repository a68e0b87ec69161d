/** Hover in a comment for AIMS: the control as in a card, and what the comment is about. */
import { tr } from '../../l10n/tr';
import { ANNOTATION_WORDS } from '../../code';
import type { Day } from '../../model/scalars';
import type { Snapshot } from '../../workspace/snapshot';
import { annotationAt, touches, type AnnotationAt, type DocumentPosition } from '../annotation';
import { markupFor, paragraphs, type Markup } from '../markup';
import { entryHover } from './catalogue-entry';
import type { HoverResult } from './context';

export function annotationHover(
  snapshot: Snapshot,
  date: Day,
  at: DocumentPosition,
  isMarkdown: boolean,
): HoverResult | undefined {
  const found = annotationAt(snapshot, at);
  if (!found) return undefined;
  const { word, id } = found.annotation;
  const markup = markupFor(isMarkdown);
  if (!word || !Object.hasOwn(ANNOTATION_WORDS, word.text)) return undefined;
  if (touches(word.range, at.position))
    return { text: wordHover(markup, found), isMarkdown, range: word.range };
  if (!id || !touches(id.range, at.position)) return undefined;
  const [subject, ...others] = found.entry.coveredBy;
  const text = entryHover({ snapshot, date, markup, subject, others }, id.text);
  return text === undefined ? undefined : { text, isMarkdown, range: id.range };
}

function wordHover(markup: Markup, { annotation, entry }: AnnotationAt): string {
  const systems = entry.coveredBy.map(({ body, id }) => markup.text(body.name?.value ?? id));
  return paragraphs(
    markup.bold(tr('Evidence in code')),
    `${aboutInWords(markup, annotation)} ${
      systems.length > 0
        ? tr('Covered by the card of {0}.', systems.join(', '))
        : tr('No card covers this file.')
    }`,
    tr(
      'A test whose last run passed is verified; anything else counts in part, until a row of the card names it with `reviewed` and `by`.',
    ),
  );
}

function aboutInWords(markup: Markup, { about }: AnnotationAt['annotation']): string {
  switch (about?.is) {
    case 'definition': {
      const names = about.definition.names.join(' › ');
      return names === '' ? tr('About the test that follows.') : tr('About {0}.', markup.code(names));
    }
    case 'cell':
      return tr('About this cell.');
    case 'file':
      return tr('About this file.');
    case undefined:
      return tr('Nothing follows that it could be about.');
  }
}
