import assert from 'node:assert/strict';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { PassThrough } from 'node:stream';
import { createSession } from '../../../server/src/lsp/session';
import { toWorkspaceEdit } from '../../../server/src/lsp/workspace-edit';
import { MemoryHost } from '../../../server/src/workspace/memory-host';

const URI = 'file:///workspace/aims.yaml';
const CLOCK = { today: () => '2026-11-01', now: () => '2026-11-01T09:00:00Z' };
const AT = { line: 0, character: 0 };

describe('the edit of a fix', () => {
  it('is for the text it was made from, also where typing went on meanwhile', async () => {
    const connection = createProtocolConnection(
      new StreamMessageReader(new PassThrough()),
      new StreamMessageWriter(new PassThrough()),
    );
    const session = createSession(connection, { clock: CLOCK, hostFor: () => new MemoryHost({}) });
    session.client = { ...session.client, documentChanges: true };
    session.documents.open({ uri: URI, languageId: 'yaml', version: 1, text: 'aims: 1\n' });
    const versions = session.documents.versions();
    session.documents.change(URI, 2, [{ text: 'aims: 1\nkind: system\n' }]);
    const edits = [{ range: { start: AT, end: AT }, newText: '# \n' }];
    const fix = { title: 'Mend', changes: [{ kind: 'edit' as const, uri: URI, edits }] };
    const made = await toWorkspaceEdit(session, fix, versions);
    assert.deepEqual(made?.documentChanges, [{ textDocument: { uri: URI, version: 1 }, edits }]);
  });
});
