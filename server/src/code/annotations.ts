/** `# aims: evidence A.6.2.4 <text>`: what such a comment says, and what it is about. */
import type { Position, Range } from '../syntax/types';
import type { AimsComment, CodeFacts } from './types';

/** Some words of a comment. */
export interface Piece {
  readonly text: string;
  readonly range: Range;
}

/** What an annotation can be about: a function, class, method or test. */
export interface Definition {
  /** From the outside in: class and method, or titles of suites and test. Empty where only running tells. */
  readonly names: readonly string[];
  readonly isTest: boolean;
  /** Of the name or title. */
  readonly range: Range;
  readonly extent: Range;
  readonly cell?: number;
}

export type About =
  | { readonly is: 'definition'; readonly definition: Definition }
  /** The cell of a notebook it stands in. */
  | { readonly is: 'cell' }
  | { readonly is: 'file' };

/** A comment that starts with `aims:`, whether or not it is one of ours. */
export interface Annotation {
  /** Of the whole comment. */
  readonly range: Range;
  readonly cell?: number;
  /** Right behind `aims:`. */
  readonly start: Position;
  /** The first word: what kind of annotation it is. */
  readonly word?: Piece;
  /** The second: which control it is about. Without a comma or full stop at its end. */
  readonly id?: Piece;
  /** All of the second word, as far as it is typed. */
  readonly typed?: Range;
  /** What it says of it. */
  readonly text: string;
  /** Undefined where nothing follows that it could be about. */
  readonly about?: About;
}

/** The words an annotation can start with. */
export const ANNOTATION_WORDS = { evidence: 'What follows is evidence of a control.' } as const;

const FORM = /^(aims:[ \t]*)(?:(\S+)([ \t]+)?)?(?:(\S+))?[ \t]*(.*)/;

/**
 * @param tests of a file whose tests are calls with a title, as in JavaScript
 * @returns in file order
 */
export function annotationsIn(facts: CodeFacts, tests: readonly Definition[] = []): readonly Annotation[] {
  const comments = facts.comments.filter(({ text }) => text.startsWith('aims:'));
  if (comments.length === 0) return [];
  const symbols = (facts.symbols ?? []).map(({ name, ...place }): Definition => ({
    ...place,
    names: name.split('.'),
    isTest: false,
  }));
  const definitions = [...symbols, ...tests].sort((a, b) => compare(a.extent.start, b.extent.start));
  return comments.map((comment) => {
    const about = aboutWhat(comment, facts, definitions);
    return { ...read(comment), ...(about ? { about } : {}) };
  });
}

function read({ text, range, start, cell }: AimsComment): Annotation {
  const [, mark = '', word, gap = '', id, rest = ''] = FORM.exec(text) ?? [];
  const piece = (written: string, from: number): Piece => ({
    text: written,
    range: { start: along(start, from), end: along(start, from + written.length) },
  });
  const idFrom = mark.length + (word?.length ?? 0) + gap.length;
  const named = id?.replace(/[.,:;]+$/, '') ?? '';
  return {
    range,
    start: along(start, 'aims:'.length),
    text: rest.trim(),
    ...(cell === undefined ? {} : { cell }),
    ...(word === undefined ? {} : { word: piece(word, mark.length) }),
    ...(named === '' ? {} : { id: piece(named, idFrom) }),
    ...(id === undefined ? {} : { typed: piece(id, idFrom).range }),
  };
}

const along = ({ line, character }: Position, by: number): Position => ({ line, character: character + by });

/** The next definition in the block the comment stands in; without one, at the top level, the cell or the file. */
function aboutWhat(
  comment: AimsComment,
  { language }: CodeFacts,
  definitions: readonly Definition[],
): About | undefined {
  const { range, alone, cell } = comment;
  const near = definitions.filter((each) => each.cell === cell);
  const beside = near.find((each) => each.range.start.line === range.start.line);
  if (!alone) return beside && { is: 'definition', definition: beside };
  const around = near.findLast((each) => contains(each.extent, range.start));
  const next = near.find(
    (each) =>
      compare(each.extent.start, range.end) >= 0 && (!around || contains(around.extent, each.extent.start)),
  );
  // Where indentation makes blocks, a comment that stands further in than what follows belongs to a block that ended.
  const isIndented = language === 'python' || language === 'notebook';
  const { character } = range.start;
  if (next)
    return isIndented && character > next.extent.start.character
      ? undefined
      : { is: 'definition', definition: next };
  if (around || (isIndented && character > 0)) return undefined;
  return { is: language === 'notebook' ? 'cell' : 'file' };
}

const contains = ({ start, end }: Range, at: Position): boolean =>
  compare(start, at) <= 0 && compare(at, end) < 0;

const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
