/** Document symbols: the documents, sections, rows, people, risks and other entries of a file. */
import { tr } from '../../l10n/tr';
import { formats, type Kind } from '../../schema';
import type { Artefact } from '../../model/build';
import type { Day } from '../../model/scalars';
import type { ParsedDocument, PlacedNode } from '../../syntax/types';
import { evaluateSubject } from '../../verdict/evaluate';
import type { RequirementResult } from '../../verdict/types';
import type { Snapshot } from '../../workspace/snapshot';
import { isControl } from '../../verdict/place-of-row';
import { evidenced } from '../evidenced';
import { fieldBelow, isDivided } from '../mentions/entries';
import { PLAIN } from '../markup';
import { subjectOf } from '../subject';
import { verdictWord } from '../verdict-words';
import { textUnder } from './labels';
import { outline, outlineOfEntry, type OutlineEntry } from './outline';
import type { OutlineSymbol } from './types';

export type { OutlineSymbol } from './types';

/** Sections of the only document, or each document with its sections. Empty in files that are not ours. */
export function symbolsIn(snapshot: Snapshot, date: Day, uri: string): readonly OutlineSymbol[] {
  const file = snapshot.files.get(uri);
  if (!file) return [];
  const documents = file.artefacts.map((artefact) => ofDocument(snapshot, date, file.parsed, artefact));
  if (documents.length <= 1) return documents[0]?.children ?? [];
  return documents.filter(({ children }) => children.length > 0);
}

function ofDocument(
  snapshot: Snapshot,
  date: Day,
  parsed: ParsedDocument,
  artefact: Artefact,
): OutlineSymbol {
  const { yaml, kind } = artefact;
  const top = yaml.placed([]);
  const results = resultsOf(snapshot, date, artefact);
  const children = (top?.children() ?? []).map((section) => ofSection(section, kind, parsed, results));
  const range = parsed.rangeOf(top?.entry ?? yaml.nearest([]));
  return {
    name: PLAIN.text(textUnder(top?.node, ['name', 'id']) ?? '').trim() || tr('document {0}', yaml.index + 1),
    detail: kind ?? '',
    kind: 'document',
    range,
    selection: { start: range.start, end: range.start },
    children,
  };
}

type Results = ReadonlyMap<string, RequirementResult>;

/** Verdicts of the organization or system this document describes, by requirement. */
function resultsOf(snapshot: Snapshot, date: Day, artefact: Artefact): Results {
  const subject = artefact.kind === 'impact-assessment' ? undefined : subjectOf(snapshot, artefact);
  const results = subject ? evaluateSubject(snapshot, subject, date).results : [];
  return new Map(results.map((result) => [result.requirement.id, result]));
}

function ofSection(
  section: PlacedNode,
  kind: Kind | undefined,
  parsed: ParsedDocument,
  results: Results,
): OutlineSymbol {
  const top = kind && formats[kind];
  const field = fieldBelow(top, section);
  if (!isDivided(section.node)) {
    const entry = outline(section, field, top, section.entry.start, 0);
    return withVerdicts(placedSymbol(entry, section.entry.start, parsed), section.step, results);
  }
  const own = outline(section, field, top, section.entry.start, Infinity);
  const rows = section.children().flatMap((placed) => {
    if (placed.node === undefined || placed.node.kind === 'scalar') return [];
    const entry = outlineOfEntry({ placed, field: fieldBelow(field, placed), holder: field }, parsed.text);
    return [placedSymbol(entry, placed.entry.start, parsed)];
  });
  const symbol = placedSymbol({ ...own, kind: 'section' }, section.entry.start, parsed);
  return withVerdicts({ ...symbol, children: rows }, section.step, results);
}

function placedSymbol(entry: OutlineEntry, base: number, parsed: ParsedDocument): OutlineSymbol {
  const [start, end, from, to] = entry.span;
  const { name, detail, kind } = entry;
  return {
    name,
    detail,
    kind,
    range: parsed.rangeOf({ start: base + start, end: base + end }),
    selection: parsed.rangeOf({ start: base + from, end: base + to }),
    children: entry.children.map((child) => placedSymbol(child, base, parsed)),
  };
}

/** Rows that are judged say their verdict, and their section how many are evidenced. */
function withVerdicts(section: OutlineSymbol, step: PlacedNode['step'], results: Results): OutlineSymbol {
  if (step !== 'controls' && step !== 'clauses') return section;
  const ofControls = [...results.values()].filter(({ requirement }) => isControl(requirement.id));
  const count = step === 'controls' ? evidenced(ofControls) : undefined;
  return {
    ...section,
    detail: count ?? section.detail,
    children: section.children.map((row) => {
      const verdict = results.get(row.name.split(' ', 1)[0] ?? '')?.verdict;
      return verdict ? { ...row, detail: verdictWord(verdict) } : row;
    }),
  };
}
