/** The edit that silences one finding: a comment above its line, whose reason a person has to write. */
import { tr } from '../l10n/tr';
import { analyseCode } from '../code';
import type { Fix } from '../fixes/edit';
import { PLACEHOLDER } from '../fixes/yaml';
import { parse } from '../syntax';
import type { Range } from '../syntax/types';

interface Suppressible {
  readonly rule: string;
  readonly uri: string;
  readonly range: Range;
  readonly cell?: number | undefined;
}

const LINE_BREAK = /\r\n?|\n/;

/**
 * @param text of the document or cell the finding is in
 * @param language decides what must not be broken: in YAML no comment can stand inside a text of several lines, in
 *   JavaScript neither between elements
 * @returns undefined where a comment cannot stand above that line
 */
export function suppression(
  finding: Suppressible,
  text: string,
  language: 'yaml' | 'python' | 'javascript',
): Fix | undefined {
  const { line } = finding.range.start;
  const lines = text.split(LINE_BREAK);
  const indent = /^[ \t]*/.exec(lines[line] ?? '')?.[0] ?? '';
  const mark = language === 'javascript' ? '//' : '#';
  const comment = `${indent}${mark} aims-ignore-next-line ${finding.rule} -- ${PLACEHOLDER}: say why`;
  const edited = [...lines.slice(0, line), comment, ...lines.slice(line)].join('\n');
  if (language === 'yaml' && !isCommentIn(edited, line)) return undefined;
  const facts = language === 'javascript' ? analyseCode(finding.uri, edited) : undefined;
  if (facts && !facts.comments.some(({ range }) => range.start.line === line)) return undefined;
  const newText = `${comment}${LINE_BREAK.exec(text)?.[0] ?? '\n'}`;
  const at = { line, character: 0 };
  return {
    title: tr('Silence {0} on this line', finding.rule),
    changes: [
      {
        kind: 'edit',
        uri: finding.uri,
        ...(finding.cell === undefined ? {} : { cell: finding.cell }),
        edits: [{ range: { start: at, end: at }, newText }],
      },
    ],
  };
}

/** Is the line read as a comment? */
function isCommentIn(yaml: string, line: number): boolean {
  const parsed = parse(yaml);
  return parsed.comments.some(({ span }) => parsed.positionAt(span.start).line === line);
}
