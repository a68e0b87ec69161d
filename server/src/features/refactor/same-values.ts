/** Does a file still hold the same values, whatever style they are written in? */
import { parse } from '../../syntax';
import type { ParsedDocument, SyntaxNode, TextSpan } from '../../syntax/types';

const valuesOf = (parsed: ParsedDocument): string =>
  JSON.stringify(
    parsed.documents.map((document) => document.node([])),
    (key, value: unknown) => (STYLE.has(key) ? undefined : value),
  );

const STYLE: ReadonlySet<string> = new Set<keyof Extract<SyntaxNode, { kind: 'map' }> | 'style'>([
  'flow',
  'style',
]);

/** @param change to the text of `parsed` */
export function keepsValues(parsed: ParsedDocument, { start, end }: TextSpan, newText: string): boolean {
  const after = parse(parsed.text.slice(0, start) + newText + parsed.text.slice(end));
  return after.problems.length === parsed.problems.length && valuesOf(parsed) === valuesOf(after);
}
