/** The id of a control, clause or annex entry as somebody typed it, taken apart. */
export interface TypedId {
  /** The standard, where the text names it. */
  readonly standard?: '27001' | '42001';
  readonly annex?: 'A' | 'B' | 'C';
  readonly numbers: readonly number[];
  /** What follows the id, such as the title. */
  readonly rest: string;
}

/** Cyrillic and Greek letters that look like Latin ones, after upper-casing. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '\u0410': 'A',
  '\u0391': 'A',
  '\u0412': 'B',
  '\u0392': 'B',
  '\u0421': 'C',
  '\u041e': 'O',
  '\u039f': 'O',
};

const STANDARD = /^(?:ISO\s*\/?\s*(?:IEC)?\s*)?(27001|42001)(?::\d{4})?[\s:/_-]*/;
const ID =
  /^(?:(?:ANNEX|CONTROL|CLAUSE)\s*)*([ABC])?[\s._-]*([\dOIL]{1,4}(?:[\s.,_-]+[\dOIL]{1,2})*)(?![\p{L}\d])[.:)]*\s*[:–—-]?\s*(\p{L}.*)?$/u;

/**
 * Takes an id apart however it is written: any case, look-alike letters, full-width digits, invisible characters, blanks
 * or dashes for dots, no dots at all (`a624`, one number then), leading zeros. Undefined when the text is no id.
 */
export function readTypedId(text: string): TypedId | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toUpperCase()
    .replace(/\P{ASCII}/gu, (letter) => LOOK_ALIKES[letter] ?? letter)
    .trim();
  const standard = STANDARD.exec(plain);
  const id = ID.exec(plain.slice(standard?.[0].length ?? 0));
  const digits = id?.[2]?.replaceAll('O', '0').replace(/[IL]/g, '1');
  if (!id || digits === undefined || !/\d/.test(id[2] ?? '')) return undefined;
  return {
    ...(standard && { standard: standard[1] as '27001' | '42001' }),
    ...(id[1] !== undefined && { annex: id[1] as 'A' | 'B' | 'C' }),
    numbers: digits.split(/[\s.,_-]+/).map(Number),
    rest: id[3] ?? '',
  };
}

/** A title without case, punctuation and spacing, so that only its words count. */
export function titleWords(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A title without the words that most titles share, so that `verification and validation` finds its control. */
export function tellingWords(title: string): string {
  const common = new Set(['a', 'ai', 'an', 'and', 'for', 'of', 'or', 'system', 'systems', 'the']);
  return titleWords(title)
    .split(' ')
    .filter((word) => !common.has(word))
    .join(' ');
}
