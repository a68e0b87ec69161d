import assert from 'node:assert/strict';
import { findPart, parseTarget, type PartAnswer } from '../../../../server/src/evidence';
import type { Range } from '../../../../server/src/syntax/types';

/** The answer for evidence as a person writes it, about a file with this text. */
export function answer(evidence: string, text: string): PartAnswer {
  const target = parseTarget(evidence);
  assert.ok(target.kind === 'file' && target.part, `${evidence} names no part of a file`);
  const found = findPart(target.part, target.path, text);
  if (found.kind === 'found') assertInside(found.range, text, evidence);
  return found;
}

/** In one line: what is found there, `missing … -> nearest`, or `unknown`. */
export function said(evidence: string, text: string): string {
  const found = answer(evidence, text);
  if (found.kind === 'unknown') return 'unknown';
  if (found.kind === 'found') return `found ${textAt(found.range, text)}`;
  return `missing ${found.what}${found.nearest === undefined ? '' : ` -> ${found.nearest}`}`;
}

/** Asks for several places in one text. */
export function check(text: string, cases: Readonly<Record<string, string>>): void {
  for (const [evidence, expected] of Object.entries(cases))
    assert.equal(said(evidence, text), expected, evidence);
}

export function textAt({ start, end }: Range, text: string): string {
  const offsets = lineStarts(text);
  return text.slice((offsets[start.line] ?? 0) + start.character, (offsets[end.line] ?? 0) + end.character);
}

/** Positions exist in the text, and do not run backwards. */
export function assertInside({ start, end }: Range, text: string, message: string): void {
  const offsets = [...lineStarts(text), text.length + 1];
  for (const { line, character } of [start, end]) {
    const from = offsets[line];
    const to = offsets[line + 1];
    assert.ok(from !== undefined && to !== undefined, `line ${line} is beyond the text: ${message}`);
    assert.ok(
      character >= 0 && from + character < to,
      `column ${character} is beyond line ${line}: ${message}`,
    );
  }
  const isForward = start.line < end.line || (start.line === end.line && start.character <= end.character);
  assert.ok(isForward, `the range runs backwards: ${message}`);
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
}
