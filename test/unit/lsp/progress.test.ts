import assert from 'node:assert/strict';
import { withProgress } from '../../../server/src/lsp/progress';
import type { Session } from '../../../server/src/lsp/session';

/** What a client is told, in order. */
function sessionOf(showsProgress: boolean): { readonly session: Session; readonly told: string[] } {
  const told: string[] = [];
  const connection = {
    sendRequest: () => Promise.resolve(void told.push('create')),
    sendProgress: (_type: unknown, _token: unknown, { kind }: { readonly kind: string }) =>
      Promise.resolve(void told.push(kind)),
  };
  return { session: { connection, client: { showsProgress } } as unknown as Session, told };
}

const lasting = (milliseconds: number): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve('read'), milliseconds));

describe('long work', () => {
  it('is told of from its second second on, until it ends', async () => {
    const { session, told } = sessionOf(true);
    assert.equal(await withProgress(session, 'Reading', lasting(1_300)), 'read');
    await lasting(10);
    assert.deepEqual(told, ['create', 'begin', 'end']);
  });

  it('that is short goes without a word', async () => {
    const { session, told } = sessionOf(true);
    assert.equal(await withProgress(session, 'Reading', lasting(10)), 'read');
    await lasting(1_100);
    assert.deepEqual(told, []);
  });

  it('is not told of where the editor shows no progress, and fails as it fails', async () => {
    const { session, told } = sessionOf(false);
    await assert.rejects(withProgress(session, 'Reading', Promise.reject(new Error('no'))), /no/);
    await lasting(1_100);
    assert.deepEqual(told, []);
  });
});
