import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { Changes } from '../../../server/src/lsp/changes';
import { refreshWhenDifferent } from '../../../server/src/lsp/refresh';
import type { Session } from '../../../server/src/lsp/session';
import { parseDay } from '../../../server/src/model/scalars';
import { ROOT, openWorkspace } from '../../support/workspace';

const ORGANIZATION = 'aims: 1\nkind: organization\nid: harbour\nname: Harbour\n';
const system = (at: number): string =>
  `aims: 1\nkind: system\nid: s${at}\nname: System ${at}\nlifecycle: {stage: design-development}\n`;

describe('looking again at what an editor shows of an organization', () => {
  it('judges its thousand systems in pieces, so that a keystroke in between is answered', async () => {
    const { snapshot } = await openWorkspace({
      'aims.yaml': ORGANIZATION,
      ...Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`s${at}/aims.yaml`, system(at)])),
    });
    const uri = `${ROOT}/aims.yaml`;
    const order: string[] = [];
    const asked = new Promise<void>((resolve) => {
      const session = {
        changes: new Changes(),
        documents: { get: () => ({}) },
        service: { date: () => parseDay('2026-11-01') },
        onClosed: () => undefined,
        log: { error: (message: string) => order.push(message) },
        connection: { sendRequest: () => Promise.resolve(resolve()) },
        snapshot: () => {
          void turn().then(() => order.push('a turn'));
          return Promise.resolve(snapshot);
        },
      } as unknown as Session;
      const note = refreshWhenDifferent(session, 'test/refresh', () => true);
      const again = (): string => {
        order.push('looked at');
        return 'something else';
      };
      note(uri, { from: { ...snapshot }, shown: 'this', again });
    });
    await asked;
    const lookedAt = order.indexOf('looked at');
    assert.ok(lookedAt >= 2, order.join());
  });
});
