/** Pieces every explanation is made of. */
import type { Paint } from '../terminal';

/** `A.6.2.4 Title` with a line of facts below. */
export const heading = (paint: Paint, id: string, title: string, facts: readonly string[]): string =>
  [
    paint('bold', title === '' ? id : `${id} ${title}`),
    ...(facts.length > 0 ? [paint('gray', facts.join(' · '))] : []),
  ].join('\n');

/** A titled paragraph; nothing where there is nothing to say. */
export const paragraph = (title: string, text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : [`${title}: ${text}`];

export const bullets = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [[`${title}:`, ...items.map((item) => `  - ${item}`)].join('\n')];

/** Parts below one another, with a line between. */
export const joinParts = (...parts: readonly (string | readonly string[])[]): string =>
  parts.flat().join('\n\n');
