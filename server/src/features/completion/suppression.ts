/** Completion in a comment that silences a finding: the word that opens it, then the rules, those of the next line first. */
import type { ParsedDocument, Position, Range } from '../../syntax/types';
import type { Snapshot } from '../../workspace/snapshot';
import { compare, touches, type DocumentPosition } from '../annotation';
import { paragraphs } from '../markup';
import type { Completion, CompletionOptions, CompletionResult, RuleToName } from './types';

const MARK = 'aims-ignore-next-line';
const RULE = new RegExp(String.raw`^${MARK}[ \t]+([\w-]*)$`);
/** Somebody who types this much means AIMS. */
const OPENING = /^(aims[\w-]*)$/;

/** What stands of a comment before the cursor, without its mark. */
interface Typed {
  readonly text: string;
  /** What stands behind the cursor. */
  readonly rest: string;
  /** 0-based line of what is silenced; undefined where nothing follows. */
  readonly next: number | undefined;
}

export function completeSuppression(
  options: CompletionOptions,
  at: DocumentPosition,
): CompletionResult | undefined {
  const typed = typedIn(options.snapshot, at);
  if (!typed) return undefined;
  const rule = RULE.exec(typed.text)?.[1];
  const opening = OPENING.exec(typed.text)?.[1];
  const word = rule ?? opening;
  if (word === undefined) return undefined;
  const replace = around(at.position, word, typed.rest);
  const items = rule === undefined ? openings(options.snapshot.code.has(at.uri)) : rules(options, at, typed);
  return { items, replace };
}

/** Only a comment in code can be evidence. */
const openings = (isCode: boolean): readonly Completion[] =>
  [MARK, ...(isCode ? ['aims: evidence'] : [])].map((label, rank) => ({
    label,
    kind: 'word',
    newText: `${label} `,
    rank,
  }));

/** The word under the cursor, on both sides of it. */
function around({ line, character }: Position, before: string, rest: string): Range {
  const behind = /^[\w-]*/.exec(rest)?.[0] ?? '';
  return {
    start: { line, character: character - before.length },
    end: { line, character: character + behind.length },
  };
}

/** A reason has to follow. */
function rules(
  { rules: known, found, markup }: CompletionOptions,
  { uri, cell }: DocumentPosition,
  { rest, next }: Typed,
): readonly Completion[] {
  const here = new Set(
    found(uri)
      .filter((finding) => finding.cell === cell && finding.range.start.line === next)
      .map(({ rule }) => rule),
  );
  const ending = rest.includes('--') ? '' : ' -- ';
  return known.map(({ id, summary, why }: RuleToName, index) => ({
    label: id,
    kind: 'word',
    detail: summary,
    documentation: paragraphs(markup.prose(summary), markup.prose(why)),
    newText: `${id}${ending}`,
    rank: (here.has(id) ? 0 : known.length) + index,
  }));
}

function typedIn(snapshot: Snapshot, { uri, position, cell }: DocumentPosition): Typed | undefined {
  const file = snapshot.files.get(uri);
  if (file) return typedInYaml(file.parsed, position);
  const comment = snapshot.code
    .get(uri)
    ?.facts.comments.find(
      (each) => each.cell === cell && touches(each.range, position) && each.start.line === position.line,
    );
  if (!comment || compare(position, comment.start) < 0) return undefined;
  const length = position.character - comment.start.character;
  // The text of a comment ends with its last sign; the cursor may stand behind blanks.
  return {
    text: comment.text.slice(0, length).padEnd(length),
    rest: comment.text.slice(length),
    next: position.line + 1,
  };
}

function typedInYaml(parsed: ParsedDocument, position: Position): Typed | undefined {
  const offset = parsed.offsetAt(position);
  const comment = parsed.comments.find(
    // It ends with its last sign; the cursor may stand behind blanks.
    ({ span }) => span.start < offset && parsed.positionAt(span.start).line === position.line,
  );
  if (!comment) return undefined;
  const text = parsed.text.slice(comment.span.start, offset).replace(/^#+[ \t]*/, '');
  const below = parsed.text.split(/\r\n?|\n/).slice(position.line + 1);
  const first = below.findIndex((line) => !/^\s*(?:#|$)/.test(line));
  return {
    text,
    rest: parsed.text.slice(offset, Math.max(offset, comment.span.end)),
    next: first < 0 ? undefined : position.line + 1 + first,
  };
}
