/** Points of Annex III of the EU AI Act, as people write them. */
import { allNearest } from '../nearest';
import { annexIIIPoints } from './frameworks';
import type { AnnexIIIPoint } from './types';

const POINT = /^\W*(\d{1,2})\W{0,3}(?:([a-z])\b)?(?!\)?[a-z0-9(])/;

/** `5b` of `Annex III, point 5(b): credit scoring`; undefined where no number stands first. */
function plainPoint(text: string): string | undefined {
  const match = POINT.exec(
    `${text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\bannex\b|\biii\b|\bpoints?\b|\bletter\b|\bno\b\.?/g, '')
      // A letter right behind its number is a word of its own.
      .replace(/(\d)(?=[a-z]\b)/g, '$1 ')
      .trim()} `,
  );
  return match?.[1] === undefined ? undefined : `${match[1]}${match[2] ?? ''}`;
}

/** The listed use a text names: `5(b)`, `5b`, `Annex III point 5 (b)`. A point without its letter names several. */
export function findAnnexIIIPoints(text: string): readonly AnnexIIIPoint[] {
  const typed = plainPoint(text);
  if (typed === undefined) return [];
  return annexIIIPoints().filter(({ id }) => {
    const own = id.replace(/[()]/g, '');
    return own === typed || (/^\d$/.test(typed) && own.startsWith(typed));
  });
}

/** The other uses of its point, for a text that names none that exists; else the ids one slip away. */
export function nearAnnexIIIPoints(text: string): readonly string[] {
  const ids = annexIIIPoints().map(({ id }) => id);
  const [number] = /^\d+/.exec(plainPoint(text) ?? '') ?? [];
  const same = ids.filter((id) => number !== undefined && /^\d+/.exec(id)?.[0] === number);
  // Of one character every other is a neighbour.
  return same.length > 0 || text.trim().length < 2 ? same : allNearest(text, ids, 1);
}
