/** Points of Annex III of the EU AI Act, as people write them. */
import { annexIIIPoints } from './frameworks';
import type { AnnexIIIPoint } from './types';

/** The listed use a text names: `5(b)`, `5b`, `Annex III point 5 (b)`. A point without its letter names several. */
export function findAnnexIIIPoints(text: string): readonly AnnexIIIPoint[] {
  const typed = plainPoint(text);
  return annexIIIPoints().filter(({ id }) => {
    const own = plainPoint(id);
    return own === typed || (/^\d$/.test(typed) && own.startsWith(typed));
  });
}

const plainPoint = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\bannex\s*(?:iii|3)|\bpoints?\b|\bno\b\.?/g, '')
    .replace(/[^a-z0-9]/g, '');

/** Other uses of the same point, else the nearest; for a text that names none. */
export function nearAnnexIIIPoints(text: string): readonly string[] {
  const ids = annexIIIPoints().map(({ id }) => id);
  const [point] = /^\d+/.exec(plainPoint(text)) ?? [];
  return ids.filter((id) => point !== undefined && /^\d+/.exec(id)?.[0] === point);
}
