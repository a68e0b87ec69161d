/** Applies the edits of a fix to the one text it changes. */
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix } from '../../server/src/fixes/edit';

export function applyFix(text: string, { changes }: Fix): string {
  const [change, ...others] = changes;
  assert.ok(change?.kind === 'edit' && others.length === 0);
  const edits = change.edits.map(({ range: { start, end }, newText }) => ({
    range: { start: { ...start }, end: { ...end } },
    newText,
  }));
  return TextDocument.applyEdits(TextDocument.create(change.uri, '', 1, text), edits);
}
