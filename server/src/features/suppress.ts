/** The edit that silences one finding: a comment above its line, whose reason a person has to write. */
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
 * @param language decides what must not be broken: in YAML no comment can stand inside a text of several lines
 * @returns undefined where a comment cannot stand above that line
 */
export function suppression(
  finding: Suppressible,
  text: string,
  language: 'yaml' | 'python',
): Fix | undefined {
  const { line } = finding.range.start;
  const lines = text.split(LINE_BREAK);
  const indent = /^[ \t]*/.exec(lines[line] ?? '')?.[0] ?? '';
  const comment = `${indent}# aims-ignore-next-line ${finding.rule} -- ${PLACEHOLDER}: say why`;
  if (language === 'yaml' && !isCommentThere(lines, line, comment)) return undefined;
  const newText = `${comment}${LINE_BREAK.exec(text)?.[0] ?? '\n'}`;
  const at = { line, character: 0 };
  return {
    title: `Silence ${finding.rule} on this line`,
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

/** Would the line be read as a comment? */
function isCommentThere(lines: readonly string[], line: number, comment: string): boolean {
  const edited = [...lines.slice(0, line), comment, ...lines.slice(line)].join('\n');
  const parsed = parse(edited);
  return parsed.comments.some(({ span }) => parsed.positionAt(span.start).line === line);
}
