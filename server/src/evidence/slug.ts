/** Headings to link targets, as GitHub makes them. */

/**
 * Which characters stay was read off GitHub's own filter: what Ruby calls `\p{Word}`, hyphens and spaces. Letters of all
 * scripts stay, punctuation and emoji go; each space becomes a hyphen, so that an emoji in front leaves one behind.
 */
const DROPPED = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;

/** @param heading text without its markup */
export function slugOf(heading: string): string {
  return heading.toLowerCase().replace(DROPPED, '').replaceAll(' ', '-');
}

/** Numbers slugs that come again: `results`, `results-1`, `results-2`, past any heading that has such a slug itself. */
export class Slugger {
  readonly #count = new Map<string, number>();

  next(heading: string): string {
    const base = slugOf(heading);
    let slug = base;
    let count = this.#count.get(base) ?? 0;
    while (this.#count.has(slug)) slug = `${base}-${++count}`;
    this.#count.set(base, count);
    if (slug !== base) this.#count.set(slug, 0);
    return slug;
  }
}

/** Text of a heading as a reader sees it: without emphasis, code marks, links, images and tags. */
export function plainText(markdown: string): string {
  const [texts, codes] = withoutCode(markdown);
  const plain = texts
    .replace(/!\[[^\][]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\][]*\])?/g, '')
    .replace(/\[([^\][]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\][]*\])/g, '$1')
    .replace(/<[^<>]*>/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => (sign === '_' ? UNDERSCORE : sign))
    .replace(/&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});/gi, decodedEntity)
    // Underscores inside words are letters of a name; around words they are emphasis.
    .replace(/(?<![\p{Alphabetic}\p{Nd}_])_+(?=\S)|(?<=\S)_+(?![\p{Alphabetic}\p{Nd}_])/gu, '')
    .replaceAll(UNDERSCORE, '_');
  return plain.replace(CODE, () => codes.shift() ?? '').trim();
}

// Private characters keep the place of what the steps after must not touch.
const CODE = /\uE000/g;
const UNDERSCORE = '\uE001';

/** Takes code spans out: what stands in them is no markup. */
function withoutCode(markdown: string): [string, string[]] {
  const codes: string[] = [];
  const text = markdown
    .replace(/[\uE000\uE001]/g, '')
    .replace(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g, (_, _marks: string, code: string) => {
      codes.push(code);
      return '\uE000';
    });
  return [text, codes];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/** Most entities stand for signs that no slug keeps; letters such as `&eacute;` are rare enough to be given up. */
function decodedEntity(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? '') : '';
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
