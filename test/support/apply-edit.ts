/** Applies what a code action would change, as an editor does. */
import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * @param texts by URI; not changed
 * @returns texts after the edit, created files included
 */
export function applyEdit(
  texts: Readonly<Record<string, string>>,
  edit: WorkspaceEdit | undefined,
): Record<string, string> {
  assert.ok(edit?.documentChanges);
  const result: Record<string, string> = { ...texts };
  for (const change of edit.documentChanges) {
    if ('kind' in change) {
      assert.equal(change.kind, 'create');
      assert.ok(!(change.uri in result), 'the file is there already');
      result[change.uri] = '';
      continue;
    }
    const { uri } = change.textDocument;
    const before = result[uri];
    assert.ok(before !== undefined, `an edit of ${uri}, which is not there`);
    const edits = change.edits.flatMap((one) => ('newText' in one ? [one] : []));
    assert.equal(edits.length, change.edits.length);
    result[uri] = TextDocument.applyEdits(TextDocument.create(uri, '', 1, before), edits);
  }
  return result;
}
