import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  CancellationTokenSource,
  RequestType,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { GIVE_UP_AFTER, answer, answerResolving } from '../../../server/src/lsp/answer';

interface Item {
  readonly label: string;
  readonly documentation?: string;
}

const RESOLVE = new RequestType<Item, Item, void>('test/resolve');
const ASK = new RequestType<string, string, void>('test/ask');

describe('a request', () => {
  let client: ProtocolConnection;
  let server: ProtocolConnection;
  let logged: string[];
  beforeEach(() => {
    const [up, down] = [new PassThrough(), new PassThrough()];
    client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    server = createProtocolConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    logged = [];
    client.listen();
    server.listen();
  });
  afterEach(() => {
    client.dispose();
    server.dispose();
  });
  const say = (message: string): unknown => logged.push(message);
  const log = { info: say, warn: say, error: say };

  it('whose handler throws gets the answer of nothing, and a line in the log', async () => {
    answer({ connection: server, log }, ASK, () => Promise.reject(new Error('a mistake')), {
      otherwise: 'nothing',
    });
    assert.equal(await client.sendRequest(ASK, 'x'), 'nothing');
    assert.match(logged.join(), /test\/ask failed: Error: a mistake/);
  });

  it('that takes too long is given up, with a line in the log', async () => {
    answer({ connection: server, log }, ASK, () => new Promise(() => undefined), { otherwise: 'late' });
    const before = performance.now();
    assert.equal(await client.sendRequest(ASK, 'x'), 'late');
    assert.ok(performance.now() - before >= GIVE_UP_AFTER - 50);
    assert.match(logged.join(), /Gave up on test\/ask/);
  });

  it('that is meant to stay open is not, but can be cancelled', async () => {
    answer({ connection: server, log }, ASK, () => new Promise(() => undefined), {
      otherwise: 'late',
      staysOpen: true,
    });
    const source = new CancellationTokenSource();
    const open = client.sendRequest(ASK, 'x', source.token);
    setTimeout(() => source.cancel(), GIVE_UP_AFTER + 100);
    await assert.rejects(open, { code: -32800 });
    assert.deepEqual(logged, []);
  });

  it('to complete something leaves it as it came where the handler throws', async () => {
    answerResolving({ connection: server, log }, RESOLVE, () => Promise.reject(new Error('a mistake')));
    assert.deepEqual(await client.sendRequest(RESOLVE, { label: 'owner' }), { label: 'owner' });
    assert.match(logged.join(), /test\/resolve failed: Error: a mistake/);
  });

  it('to complete something leaves it as it came where that takes too long', async () => {
    answerResolving({ connection: server, log }, RESOLVE, () => new Promise(() => undefined));
    assert.deepEqual(await client.sendRequest(RESOLVE, { label: 'owner' }), { label: 'owner' });
    assert.match(logged.join(), /Gave up on test\/resolve/);
  });

  it('that fails says so in the language of that moment', async () => {
    let language = 'English';
    answer({ connection: server, log }, ASK, () => Promise.reject(new Error('a mistake')), {
      otherwise: () => `in ${language}`,
    });
    language = 'German';
    assert.equal(await client.sendRequest(ASK, 'x'), 'in German');
  });
});
