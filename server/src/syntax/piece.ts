import { phrase } from '../l10n/tr';
import { read } from './read';
import type { LocalComment, LocalProblem, Place } from './reading';
import { hidesContent } from './reading';
import type { MapEntry, SyntaxNode } from './types';
import { awaitsValue, COLON_MISSING, isUnfinishedKey, readWithoutUnfinishedKey } from './unfinished';

/** `top`: a top-level entry or only its key line; `below`: an entry or item one level down. */
export type PieceRole = 'top' | 'below';

/** The smallest stretch that is read on its own. A pure function of its text and role. */
export interface Piece {
  readonly length: number;
  readonly role: PieceRole;
  readonly comments: readonly LocalComment[];
  /** Nothing but comments is in it. */
  readonly empty: boolean;
  readonly problems: readonly LocalProblem[];
  /** The one map entry this piece is. */
  readonly entry: MapEntry | undefined;
  /** `entry`'s key as maps compare it. */
  readonly identity: string | undefined;
  /** The one list item this piece is; the node in it may still be empty. */
  readonly item: { readonly node: SyntaxNode | undefined } | undefined;
  /** Place of the entry or item. */
  readonly place: Place | undefined;
  /** Nothing in it was unreadable. */
  readonly sound: boolean;
  /** Nothing but a key that is being typed. */
  readonly unfinished: boolean;
  /** A key with nothing behind it yet. */
  readonly awaitsValue: boolean;
  /** Its meaning depends on other parts of the document: anchors, merge keys, explicit keys. */
  readonly entangled: boolean;
}

// Empty keys stand where the parser last was, not where their piece begins; and so does what a tag or an anchor in front
// belongs to. No card begins an entry with either.
const NEEDS_SURROUNDINGS = /^\s*(?:<<\s*:|[?:](?:\s|$)|[!&])/;

/** Reads one piece. */
export function readPiece(text: string, role: PieceRole): Piece {
  const depth = role === 'top' ? 0 : 1;
  const whole = read(text, depth);
  const reading = readWithoutUnfinishedKey(text, whole, (other) => read(other, depth)) ?? whole;
  const root = reading.roots.length === 1 ? reading.roots[0] : undefined;
  const children = root?.place?.children;
  const only = children?.length === 1 && isBlock(root?.node) ? root?.node : undefined;
  const entry = only?.kind === 'map' ? only.entries[0] : undefined;
  return {
    length: text.length,
    role,
    comments: reading.comments,
    empty: reading.roots.every((each) => each.place === undefined),
    problems: firstSyntaxProblem(reading.problems),
    entry,
    identity: entry?.key.text.normalize('NFC'),
    item: only?.kind === 'list' ? { node: only.items[0] } : undefined,
    place: only && children?.[0],
    sound: !reading.problems.some((p) => hidesContent(p.code)),
    unfinished: isUnfinishedKey(text),
    awaitsValue: awaitsValue(text, entry, children?.[0]?.from ?? 0),
    entangled: reading.entangled || NEEDS_SURROUNDINGS.test(text),
  };
}

/**
 * The problem of a piece that parses alone, but is not what the entries around it are.
 * @param code `unfinished-key` where it hides nothing
 */
export function misfit(text: string, code: 'syntax' | 'unfinished-key' = 'syntax'): LocalProblem {
  const start = text.length - text.trimStart().length;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0].trimEnd() ?? '';
  return { code, message: phrase(COLON_MISSING), start, end: start + line.length };
}

/** Behind a first syntax error the parser is guessing: what else it complains about is mostly the same slip. */
export function firstSyntaxProblem(problems: readonly LocalProblem[]): readonly LocalProblem[] {
  const first = problems.findIndex((p) => p.code === 'syntax');
  return first < 0 ? problems : problems.filter((p, i) => p.code !== 'syntax' || i === first);
}

function isBlock(node: SyntaxNode | undefined): boolean {
  return node !== undefined && node.kind !== 'scalar' && !node.flow;
}
