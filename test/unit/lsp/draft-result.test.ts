import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver';
import { answerDraft, type Drafting } from '../../../server/src/lsp/handlers/draft-result';
import type { Session } from '../../../server/src/lsp/session';
import { openWorkspace } from '../../support/workspace';

describe('a request for a draft', () => {
  /** The answer about a folder, where drafting ends like that. */
  async function answered(draft: Drafting<{ readonly folder: string }>['draft']): Promise<unknown> {
    const { snapshot } = await openWorkspace({});
    let ask: (...given: readonly unknown[]) => unknown = () => assert.fail('not answered');
    const session = {
      connection: { onRequest: (_method: string, handler: typeof ask) => (ask = handler) },
      log: { error: () => undefined },
      snapshot: () => Promise.resolve(snapshot),
    } as unknown as Session;
    answerDraft(session, 'test/draft', { there: () => undefined, draft });
    return ask({ folder: 'file:///workspace' }, new CancellationTokenSource().token);
  }

  it('tells apart that there is nothing to draft and that it failed: a user is told what is the matter', async () => {
    assert.deepEqual(await answered(() => Promise.resolve(undefined)), { is: 'nothing' });
    assert.equal(await answered(() => Promise.reject(new Error('a mistake'))), null);
  });
});
