import { say, tr } from '../l10n/tr';
import { Change } from './change';
import { DocumentView } from './document';
import { readDocuments, readStream, type DocumentState } from './documents';
import { conflictMarker, invalidBytes, refuse, refuseLines } from './guards';
import { LineTable } from './lines';
import { locate } from './locate';
import type { LocalProblem } from './reading';
import { countBelow } from './search';
import { readSections, updateSections, type Sections } from './sections';
import type { Locus, ParsedDocument, Position, Range, SyntaxProblem, TextSpan, YamlDocument } from './types';
import { UntrustedDocument } from './untrusted';
import { WholeDocument } from './wholeDocument';

const BOM = '\ufeff';

/** What is known about one version of a file, and what the next version can be made from. */
export class ParsedFile implements ParsedDocument {
  readonly text: string;
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly SyntaxProblem[];
  /** `text` with every line break YAML knows and the `yaml` package does not (a lone `\r`) written as `\n`. */
  readonly #source: string;
  readonly #lines: LineTable;
  readonly #states: readonly DocumentState[];
  readonly #sections: Sections | undefined;
  #comments: ParsedDocument['comments'] | undefined;

  private constructor(text: string, source: string, lines: LineTable, parts: Parts) {
    this.text = text;
    this.#source = source;
    this.#lines = lines;
    this.#sections = parts.sections;
    this.#states = parts.states;
    const conflict = parts.refused === undefined ? conflictMarker(source) : undefined;
    this.documents = parts.states.map(
      ({ source: read }, i) => new DocumentView(i, conflict ? new UntrustedDocument(read) : read),
    );
    const only = parts.refused ?? conflict;
    this.problems = (only ? [only] : allProblems(parts.states, source)).map((p) => finish(p, lines));
  }

  static read(text: string, previous: ParsedFile | undefined): ParsedFile {
    if (previous?.text === text) return previous;
    const refused = refuse(text);
    if (refused !== undefined) return ParsedFile.#refused(text, refused);
    const source = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
    const origin = source.startsWith(BOM) ? 1 : 0;
    const before = previous && previous.#usableFor(origin);
    const change = previous && before && Change.between(previous.#source, source);
    const lines =
      previous && change
        ? previous.#lines.changed(source, change.prefix, change.suffix)
        : LineTable.of(source);
    const tooLong = refuseLines(lines.count);
    if (tooLong !== undefined) return ParsedFile.#refused(text, tooLong);
    const sections = before && change ? updateSections(source, before, change) : readSections(source, origin);
    const old = previous && change && { states: previous.#states, change };
    const states = sections ? readDocuments(source, sections, old) : readStream(source, origin);
    return new ParsedFile(text, source, lines, { sections, states, refused: undefined });
  }

  static #refused(text: string, refused: LocalProblem): ParsedFile {
    const source = new WholeDocument(undefined, [refused], 0, { start: 0, end: 0 });
    const state: DocumentState = { start: 0, source, problems: [], comments: () => [], whole: undefined };
    return new ParsedFile(text, text, LineTable.of(text), { sections: undefined, states: [state], refused });
  }

  /** The sections of this version, if a text that starts at `origin` can be made from them. */
  #usableFor(origin: number): Sections | undefined {
    return this.#sections?.starts[0] === origin ? this.#sections : undefined;
  }

  get comments(): ParsedDocument['comments'] {
    this.#comments ??= this.#states
      .flatMap((state) => state.comments())
      .map(({ text, start }) => ({ text, span: { start, end: start + text.length } }));
    return this.#comments;
  }

  positionAt(offset: number): Position {
    return this.#lines.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.#lines.offsetAt(position);
  }

  rangeOf(span: TextSpan): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  locate(offset: number): Locus {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const starts = this.#states.map((state) => state.start);
    const index = Math.max(0, countBelow(starts, at + 1) - 1);
    const end = starts[index + 1] ?? this.text.length;
    return locate(this.#source, { start: starts[index] ?? 0, end, index }, at);
  }
}

interface Parts {
  readonly sections: Sections | undefined;
  readonly states: readonly DocumentState[];
  readonly refused: LocalProblem | undefined;
}

function allProblems(states: readonly DocumentState[], text: string): LocalProblem[] {
  const bytes = invalidBytes(text);
  const problems = [...(bytes ? [bytes] : []), ...states.flatMap((state) => state.problems)];
  return problems.sort((a, b) => a.start - b.start || a.end - b.end);
}

function finish(problem: LocalProblem, lines: LineTable): SyntaxProblem {
  const { code, message, start, end, refersTo } = problem;
  const line = refersTo === undefined ? undefined : lines.lineAt(refersTo) + 1;
  return {
    code,
    // Files are kept: it is said when it is read, in the language spoken then.
    get message() {
      return (line === undefined ? '' : tr('Line {0}', line)) + say(message);
    },
    span: { start, end },
  };
}
