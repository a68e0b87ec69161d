/**
 * What Enter brings behind a key, where the editor formats while somebody types: the indentation, and the dash of a first
 * item with `id: ` where its kind has one. No other keys: which of them are wanted is a choice, and completion offers them.
 * Nothing is put in where something stands below the key already, and nothing that was typed is taken away but blanks.
 */
import type { TextEdit } from '../../fixes/edit';
import type { AimsFile } from '../../model/build';
import { blockKeys, fieldAt } from '../../schema';
import type { Field } from '../../schema/field';
import type { Position } from '../../syntax/types';

/** A key with nothing behind it but a comment. */
const OPEN_KEY = /^[ \t]*(?:- +)*[^\s#'"{[-][^#'"{[]*:[ \t]*(?:[ \t]#.*)?$/;

/**
 * @param at where the cursor is, on the new line
 * @param tabSize columns of an indentation
 */
export function onNewLine(
  { parsed, artefacts }: AimsFile,
  at: Position,
  tabSize: number,
): readonly TextEdit[] {
  if (at.line === 0) return [];
  const lineAt = (line: number): string => {
    const start = parsed.offsetAt({ line, character: 0 });
    return (/^[^\r\n]*/.exec(parsed.text.slice(start)) ?? [''])[0];
  };
  const [before, here] = [lineAt(at.line - 1), lineAt(at.line)];
  if (here.trim() !== '' || !OPEN_KEY.test(before)) return [];
  const column = before.length - before.replace(/^[ \t]*(?:- +)*/, '').length;
  const key = parsed.locate(parsed.offsetAt({ line: at.line - 1, character: column + 1 }));
  const document = parsed.documents[key.document];
  const kind = artefacts[key.document]?.kind;
  if (key.at !== 'key' || key.flow || !kind || !document || document.node(key.route)) return [];
  const span = document.span(key.route, 'key');
  const field = fieldAt(kind, key.route);
  if (!span || !field || parsed.positionAt(span.start).line !== at.line - 1) return [];
  const start = opening(field);
  if (start === undefined) return [];
  const newText = `${' '.repeat(column + Math.max(2, tabSize))}${start}`;
  const range = { start: { line: at.line, character: 0 }, end: { line: at.line, character: here.length } };
  return here === newText ? [] : [{ range, newText }];
}

/** How what a field takes begins on a line of its own; undefined for what stands behind its key. */
function opening(field: Field<unknown>): string | undefined {
  const { shape } = field;
  switch (shape.is) {
    case 'list':
      return Object.hasOwn(blockKeys(shape.of) ?? {}, 'id') ? '- id: ' : '- ';
    case 'block':
    case 'dictionary':
      return '';
    default:
      return undefined;
  }
}
