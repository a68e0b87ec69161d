import { phrase } from '../l10n/tr';
import { Composer, Schema } from 'yaml';
import type { CST, Document, ParsedNode, YAMLError } from 'yaml';
import { Converter } from './convert';
import { explain } from './explain';
import { readFast } from './fast/index';
import type { LocalProblem, Reading, Root } from './reading';
import { countBelow } from './search';
import { Survey } from './survey';
import { findBidiText } from './suspiciousText';
import { MAX_DEPTH, tokenize } from './tokens';

// Values are read from the source text, so the schema that resolves nothing is the right one (and the fastest);
// one instance serves every document. Duplicate keys are found by a Set, in linear time.
const OPTIONS = {
  schema: new Schema({ schema: 'failsafe' }),
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * Reads a stretch of YAML that stands on its own: a file, a document, or one entry of a map or list with its
 * indentation. Never throws. `outer` is the number of collections around it, for the bound on depth.
 */
export function read(text: string, outer = 0): Reading {
  return readFast(text) ?? readAny(text, outer);
}

/** The same for any text, by means of the `yaml` package. */
export function readAny(text: string, outer = 0): Reading {
  try {
    return readUnguarded(text, outer);
  } catch {
    // No input is known to get here; if one does, its file must be unknown rather than the server down.
    const message = phrase(
      'This part of the file could not be read as YAML. Look for something unusual in it, and simplify it.',
    );
    return {
      roots: [],
      problems: [{ code: 'syntax', message, start: 0, end: text.length }],
      comments: [],
      entangled: false,
    };
  }
}

function readUnguarded(text: string, outer: number): Reading {
  const tokens = tokenize(text);
  const surveyed = new Survey(tokens, outer);
  const problems = [...surveyed.problems, ...findBidiText(text)];
  const documents = surveyed.refused ? [] : compose(tokens.list);
  const roots = documents.map((document) => readDocument(document, text, surveyed.unclosed, problems));
  return {
    roots,
    problems: problems.map((p) => within(text.length, p)).sort((a, b) => a.start - b.start || a.end - b.end),
    comments: surveyed.comments,
    entangled: surveyed.hasAnchor,
  };
}

function compose(tokens: readonly CST.Token[]): Document.Parsed[] {
  const composer = new Composer<ParsedNode>(OPTIONS);
  return withoutStackTraces(() => [...composer.compose(tokens, true, 0)]);
}

/** The composer makes an `Error` of each complaint; gathering stacks would take most of the time. */
function withoutStackTraces<T>(run: () => T): T {
  // Not every browser has it.
  const errors = Error as { stackTraceLimit?: number | undefined };
  const before = errors.stackTraceLimit;
  errors.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    errors.stackTraceLimit = before;
  }
}

function readDocument(
  document: Document.Parsed,
  text: string,
  unclosed: readonly number[],
  problems: LocalProblem[],
): Root {
  const errors = document.errors.filter((e) => e.code !== 'TAG_RESOLVE_FAILED');
  const colonless = new Set(errors.filter((e) => e.code === 'MISSING_CHAR').map((e) => e.pos[0]));
  const converter = new Converter(text, colonless);
  const { node, place } = converter.convert(document.contents);
  for (const error of errors) problems.push(syntaxProblem(error, text, unclosed));
  for (const problem of converter.problems) problems.push(problem);
  return { node, place: document.contents === null ? undefined : place, start: document.range[0] };
}

function syntaxProblem(error: YAMLError, text: string, unclosed: readonly number[]): LocalProblem {
  const [start, end] = error.pos;
  if (error.code === 'RESOURCE_EXHAUSTION') {
    const message = phrase('Maps and lists are nested more than {0} levels deep here.', MAX_DEPTH);
    return { code: 'too-deep', message, start, end };
  }
  const message = explain(error.code, error.message);
  // The parser notices what is not closed where it ends; the one who has to close it looks where it starts.
  const opener = saysUnclosed(error.message) ? unclosed[countBelow(unclosed, start + 1) - 1] : undefined;
  if (opener !== undefined) return { code: 'syntax', message, start: opener, end: endOfLine(text, opener) };
  const aboutIndent = error.code === 'BAD_INDENT' || error.code === 'TAB_AS_INDENT';
  const visible = (aboutIndent ? nextWritten(text, start) : undefined) ?? lastWritten(text, start);
  return {
    code: 'syntax',
    message,
    start: visible,
    end: Math.max(visible + 1, Math.min(end, endOfLine(text, visible))),
  };
}

function saysUnclosed(message: string): boolean {
  return /closing ['"]quote|end with a/.test(message);
}

/** An error behind the last character of a line is shown on that character: nobody sees a line break. */
function lastWritten(text: string, offset: number): number {
  let at = Math.min(offset, text.length);
  if (at < text.length && !/\s/.test(text.charAt(at))) return at;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return Math.max(0, at - 1);
}

/** A wrong indentation is shown on the line that has it, though the parser names the end of the line above. */
function nextWritten(text: string, offset: number): number | undefined {
  const line = text.indexOf('\n', offset);
  const from = /\s/.test(text.charAt(offset)) || line < 0 ? offset : line;
  for (let at = from; at < text.length; at++) if (!/\s/.test(text.charAt(at))) return at;
  return undefined;
}

/** End of what is written on the line, at least one character on. */
function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  const written = text.slice(from, found < 0 ? text.length : found).trimEnd();
  return from + Math.max(1, written.length);
}

function within(length: number, problem: LocalProblem): LocalProblem {
  const start = Math.max(0, Math.min(problem.start, length));
  return { ...problem, start, end: Math.max(start, Math.min(problem.end, length)) };
}
