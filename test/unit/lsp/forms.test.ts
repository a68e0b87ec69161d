import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver';
import { answerNewAssessment } from '../../../server/src/lsp/handlers/new-assessment';
import { answerNewSystem } from '../../../server/src/lsp/handlers/new-system';
import type { Session } from '../../../server/src/lsp/session';
import { ASSESSABLE_REQUEST, SYSTEM_FOLDERS_REQUEST } from '../../../server/src/protocol';

describe('what a new system or assessment begins with', () => {
  it('is nothing where the server failed, not that there is nothing here', async () => {
    type Handler = (...given: readonly unknown[]) => unknown;
    const handlers = new Map<string, Handler>();
    const session = {
      connection: { onRequest: (method: string, handler: Handler) => void handlers.set(method, handler) },
      log: { error: () => undefined },
      snapshot: () => Promise.reject(new Error('a mistake')),
    } as unknown as Session;
    answerNewSystem(session);
    answerNewAssessment(session);
    for (const method of [SYSTEM_FOLDERS_REQUEST, ASSESSABLE_REQUEST])
      assert.equal(await handlers.get(method)?.({}, new CancellationTokenSource().token), null, method);
  });
});
