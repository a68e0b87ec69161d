import assert from 'node:assert/strict';
import { analyseCode } from '../../../../server/src/code/index';
import type { CodeFacts, Signal } from '../../../../server/src/code/types';

/** Facts of Python text. */
export function factsOf(text: string): CodeFacts {
  const facts = analyseCode('file:///repo/train.py', text);
  assert.ok(facts);
  return facts;
}

/** `kind callee <target>` of each signal. */
export function signalsOf(text: string): string[] {
  return factsOf(text).signals.map(shown);
}

export function shown(signal: Signal): string {
  return `${signal.kind} ${signal.callee}${signal.target === undefined ? '' : ` <${signal.target}>`}`;
}

/** The text a signal's range covers. */
export function covered(text: string, { range }: Pick<Signal, 'range'>): string {
  const lines = text.split(/\r\n|\r|\n/);
  assert.equal(range.start.line, range.end.line);
  return (lines[range.start.line] ?? '').slice(range.start.character, range.end.character);
}

/** Facts of TypeScript text. */
export function javascriptFactsOf(text: string, name = 'app.ts'): CodeFacts {
  const facts = analyseCode(`file:///repo/${name}`, text, 'all');
  assert.ok(facts);
  return facts;
}
