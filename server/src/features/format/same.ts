/** Does a text still say what it said? Formatting that would change that is not handed out. */
import type { ParsedDocument } from '../../syntax/types';

const meaning = ({ documents, comments }: ParsedDocument): string =>
  JSON.stringify([
    documents.map((document) => [document.shape, document.node([])]),
    comments.map(({ text }) => text.trim()),
  ]);

/** The same values, written in the same style, and the same comments. */
export const saysTheSame = (before: ParsedDocument, after: ParsedDocument): boolean =>
  after.problems.length === before.problems.length && meaning(before) === meaning(after);
