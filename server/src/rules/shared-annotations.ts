/** Which comments that start with `aims:` are meant for us, and what they say: other projects write `# aims: …` too. */
import { catalogue, editDistance, suggestControlId } from '../catalogue';
import type { Annotation } from '../code';
import type { CodeEntry, Snapshot } from '../workspace/snapshot';
import { hasBegun } from './shared-code';

type Piece = NonNullable<Annotation['id']>;

export type Reading =
  | { readonly kind: 'evidence'; readonly control: string; readonly id: Piece }
  | { readonly kind: 'unknown-control'; readonly id: Piece }
  /** It says `evidence`, and not of what. */
  | { readonly kind: 'no-control'; readonly word: Piece }
  /** A control, and no word in front of it. */
  | { readonly kind: 'no-word'; readonly id: Piece }
  /** Another word in front of a control; `near` where it is ours, misspelt. */
  | { readonly kind: 'other-word'; readonly word: Piece; readonly near: boolean };

const WORD = 'evidence';
/** Slips of the keyboard in a word of eight letters. */
const MOST_SLIPS = 2;

/** Written as ids are, right or wrong: `A.6.2.4`, `A62.4`, `6.2.4`. */
const isLikeId = (text: string): boolean => /^(?:\p{L}\.\d|A\d|\d+(?:\.\d+){1,2}$)/iu.test(text);
/** Where a number could be just a number. */
const isLikeControl = (text: string): boolean => isLikeId(text) && /^\p{L}/u.test(text);

/**
 * @returns undefined where it is somebody's sentence: nothing in it is ours, or nobody here has begun with AIMS. A
 *   sentence that happens to start with our word is taken for ours only where a card covers the file.
 */
export function readAnnotation(
  { word, id }: Annotation,
  { uri, coveredBy }: CodeEntry,
  snapshot: Snapshot,
): Reading | undefined {
  if (!word || !hasBegun(snapshot, uri)) return undefined;
  if (word.text === WORD) {
    if (id && isLikeId(id.text))
      return catalogue.controls.has(id.text)
        ? { kind: 'evidence', control: id.text, id }
        : { kind: 'unknown-control', id };
    return coveredBy.length > 0 ? { kind: 'no-control', word } : undefined;
  }
  if (isLikeControl(word.text)) return meansControl(word.text) ? { kind: 'no-word', id: word } : undefined;
  if (!id || !isLikeControl(id.text) || !meansControl(id.text)) return undefined;
  const plain = word.text.toLowerCase().replace(/[^a-z]/g, '');
  return { kind: 'other-word', word, near: editDistance(plain, WORD) <= MOST_SLIPS };
}

const meansControl = (text: string): boolean => {
  const meant = suggestControlId(text);
  return meant?.kind === 'exact' || meant?.kind === 'variant' || meant?.kind === 'near';
};
