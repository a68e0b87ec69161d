/** Ids written in HTML, on its own or inside Markdown. */

/** A place a link can lead to. Offsets in UTF-16 code units. */
export interface Anchor {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const ATTRIBUTE = /(?:^|\s)(id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+))/gi;

/** `id` of any element, `name` of a link; in file order. */
export function htmlAnchors(text: string): Anchor[] {
  const found: Anchor[] = [];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const end = tagEnd(text, at);
    if (end < 0) continue;
    const tag = text.slice(at + 1, end);
    const isLink = /^a\s/i.test(tag);
    for (const [, attribute = '', double, single, bare] of tag.matchAll(ATTRIBUTE)) {
      const id = double ?? single ?? bare ?? '';
      if (id !== '' && (isLink || attribute.toLowerCase() === 'id'))
        found.push({ id, start: at, end: end + 1 });
    }
  }
  return found;
}

/**
 * Offset of the `>` of the tag that starts at `from`, or -1. Signs in quotes don't count, but for `<`: where one is
 * written in an attribute the tag is given up, so that a text full of unclosed tags is read once only.
 */
function tagEnd(text: string, from: number): number {
  if (!/[a-z]/i.test(text.charAt(from + 1))) return -1;
  let quote = '';
  for (let at = from + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '<') return -1;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return at;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return -1;
}

/** Blanks comments; offsets and line breaks stay. One that is not closed, or shown as code, is none. */
export function withoutComments(text: string): string {
  return text.includes('-->')
    ? text.replace(/(?<!`)<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ' '))
    : text;
}
