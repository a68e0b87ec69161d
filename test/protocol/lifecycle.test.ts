import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { createFolder, type Folder } from '../support/folder';
import { exitOf, spawnServer, startServer, type RunningServer } from '../support/server';
import { CARD, SLIP, codes, hoverAt, items, pull } from './card';

/** Speaks bytes to a bare server process. */
class Raw {
  readonly child: ChildProcess;
  readonly #gone: Promise<never>;
  #text = '';

  constructor(child: ChildProcess) {
    this.child = child;
    child.stdout!.on('data', (chunk: Buffer) => (this.#text += chunk.toString('utf8')));
    child.stdin!.on('error', () => undefined);
    this.#gone = exitOf(child).then((code) => {
      throw new Error(`The server ended with ${code}: ${this.#text}`);
    });
    this.#gone.catch(() => undefined);
  }

  send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  write(bytes: string | Buffer): void {
    this.child.stdin!.write(bytes);
  }

  /** The first message the test holds for, among those that have come or will. */
  async message(fits: (message: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    for (;;) {
      const found = this.messages().find(fits);
      if (found) return found;
      await Promise.race([once(this.child.stdout!, 'data'), this.#gone]);
    }
  }

  messages(): Record<string, unknown>[] {
    return [...this.#text.matchAll(/Content-Length: (\d+)\r\n\r\n/g)].flatMap((match) => {
      const body = Buffer.from(this.#text.slice(match.index + match[0].length)).subarray(0, Number(match[1]));
      return body.length === Number(match[1])
        ? [JSON.parse(body.toString('utf8')) as Record<string, unknown>]
        : [];
    });
  }

  async initialize(): Promise<void> {
    this.send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await this.message(({ id }) => id === 1);
  }
}

const errorCode = (message: Record<string, unknown>): number => (message.error as { code: number }).code;

describe('a server spoken to badly', () => {
  let raw: Raw;
  beforeEach(async () => (raw = new Raw(await spawnServer())));
  afterEach(() => raw.child.kill('SIGKILL'));

  for (const [what, header] of [
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['a negative length', 'Content-Length: -5\r\n\r\n{}'],
    ['an absurd length', 'Content-Length: 99999999999999\r\n\r\n{}'],
    ['a length beyond all documents', 'Content-Length: 999999999\r\n\r\n{}'],
    ['no length', 'Content-Type: text/plain\r\n\r\n{}'],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    ['a line that is no header', 'hello\r\n\r\n'],
    ['a header without end', `X: ${'x'.repeat(10_000)}`],
  ] as const)
    it(`says so and ends: ${what}`, async () => {
      await raw.initialize();
      const gone = exitOf(raw.child);
      raw.write(header);
      assert.equal(await gone, 1);
      const complaint = raw.messages().find(({ id }) => id === null);
      assert.ok(complaint && errorCode(complaint) === -32700);
    });

  it('goes on after a body that is no JSON', async () => {
    raw.write('Content-Length: 3\r\n\r\n{x}');
    raw.write('Content-Length: 2\r\n\r\n[]');
    await raw.initialize();
    assert.equal(raw.messages().filter(({ id }) => id === null).length, 2);
  });

  it('answers initialize before it asks anything, settings that come along or not', async () => {
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    };
    const initializationOptions = { at: '2027-01-01' };
    const params = { processId: null, rootUri: null, capabilities, initializationOptions };
    raw.send({ id: 1, method: 'initialize', params });
    await raw.message(({ id, result }) => id === 1 && result !== undefined);
    assert.equal(raw.messages()[0]?.id, 1);
    assert.ok('result' in raw.messages()[0]!);
  });

  it('reads messages in any pieces', async () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {}, locale: 'é€😀' },
    });
    const bytes = Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    for (const byte of bytes) {
      raw.write(Buffer.from([byte]));
      if (byte % 16 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    assert.ok('result' in (await raw.message(({ id }) => id === 1)));
  });

  it('refuses requests before initialize, a second initialize, and all after shutdown', async () => {
    raw.send({ id: 5, method: 'textDocument/hover', params: {} });
    assert.equal(errorCode(await raw.message(({ id }) => id === 5)), -32002);
    raw.send({ method: 'textDocument/didOpen', params: {} });
    await raw.initialize();
    raw.send({ id: 2, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    assert.equal(errorCode(await raw.message(({ id }) => id === 2)), -32600);
    raw.send({ id: 3, method: 'shutdown' });
    await raw.message(({ id }) => id === 3);
    raw.send({ id: 4, method: 'textDocument/hover', params: {} });
    assert.equal(errorCode(await raw.message(({ id }) => id === 4)), -32600);
    const gone = exitOf(raw.child);
    raw.send({ method: 'exit' });
    assert.equal(await gone, 0);
  });

  it('ends with 1 on exit without shutdown, and when the stream ends', async () => {
    await raw.initialize();
    const gone = exitOf(raw.child);
    raw.child.stdin!.end();
    assert.equal(await gone, 1);
    const other = new Raw(await spawnServer());
    const alsoGone = exitOf(other.child);
    other.send({ method: 'exit' });
    assert.equal(await alsoGone, 1);
  });

  it('ends when the process that started it is gone, though the stream stays open', async () => {
    const parent = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    raw.send({
      id: 1,
      method: 'initialize',
      params: { processId: parent.pid, rootUri: null, capabilities: {} },
    });
    await raw.message(({ id }) => id === 1);
    const gone = exitOf(raw.child);
    parent.kill('SIGKILL');
    assert.equal(await gone, 1);
  }).timeout(15_000);

  it('answers what it does not know with an error, and goes on', async () => {
    await raw.initialize();
    raw.send({ id: 7, method: 'textDocument/noSuchThing', params: {} });
    assert.equal(errorCode(await raw.message(({ id }) => id === 7)), -32601);
    for (const params of [null, {}, { textDocument: null }, { textDocument: { uri: 5 } }]) {
      raw.send({ method: 'textDocument/didOpen', params });
      raw.send({ method: 'textDocument/didChange', params });
      raw.send({ method: 'workspace/didChangeWatchedFiles', params });
      raw.send({ method: 'notebookDocument/didOpen', params });
      raw.send({ method: 'workspace/didChangeConfiguration', params });
    }
    raw.send({ id: 8, method: 'textDocument/hover', params: {} });
    await raw.message(({ id }) => id === 8);
    raw.send({ id: 9, method: 'shutdown' });
    await raw.message(({ id }) => id === 9);
  });
});

describe('a server whose client errs', () => {
  let folder: Folder;
  let server: RunningServer;
  beforeEach(async () => {
    folder = createFolder();
    server = await startServer({ folders: [folder.path] });
  });
  afterEach(async () => {
    await server.stop();
    folder.dispose();
  });

  it('drops a change that comes late', async () => {
    const uri = folder.uri('aims.yaml');
    await server.open(uri, CARD, 'yaml', 3);
    await server.change(uri, SLIP, 2);
    assert.ok(!codes(items(await pull(server, uri))).includes('unknown-key'));
    await server.change(uri, SLIP, 4);
    assert.ok(codes(items(await pull(server, uri))).includes('unknown-key'));
    await server.change(uri, CARD, 4);
    assert.ok(codes(items(await pull(server, uri))).includes('unknown-key'));
  });

  it('drops a change of what is not open, and takes the last of two opens', async () => {
    const uri = folder.uri('aims.yaml');
    await server.change(uri, SLIP, 2);
    assert.deepEqual(items(await pull(server, uri)), []);
    await server.open(uri, SLIP);
    await server.open(uri, CARD);
    assert.ok(!codes(items(await pull(server, uri))).includes('unknown-key'));
    assert.ok(server.logged.some((line) => line.includes('Dropped a change')));
  });

  it('applies changes of ranges as the editor counts them', async () => {
    const uri = folder.uri('aims.yaml');
    await server.open(uri, CARD.replace('Amara', '😀mara'));
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 4, character: 9 }, end: { line: 4, character: 20 } }, text: '' },
        { range: { start: { line: 4, character: 2 }, end: { line: 4, character: 4 } }, text: 'ne' },
        { range: { start: { line: 4, character: 3 }, end: { line: 4, character: 4 } }, text: '' },
      ],
    });
    const slip = items(await pull(server, uri)).find(({ code }) => code === 'unknown-key');
    assert.deepEqual(slip?.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 4 } });
  });

  it('answers a cancelled request with the word for it', async () => {
    const uri = folder.uri('aims.yaml');
    await server.open(uri, CARD);
    const source = new CancellationTokenSource();
    source.cancel();
    const asked = server.connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri }, position: { line: 1, character: 0 } },
      source.token,
    );
    await asked.then(
      // The answer may have been on its way already.
      () => undefined,
      (error: unknown) => assert.equal((error as { code: number }).code, -32800),
    );
    assert.notEqual(await hoverAt(server, uri, 1, 0), null);
  });
});

describe('a server that is killed', () => {
  it('has its diagnostics back within 3 s of the next start, once', async () => {
    const folder = createFolder({ 'aims.yaml': SLIP });
    try {
      const first = await startServer({ folders: [folder.path] });
      await first.open(folder.uri('aims.yaml'), SLIP);
      const before = items(await pull(first, folder.uri('aims.yaml')));
      first.process.kill('SIGKILL');
      await exitOf(first.process);
      const started = performance.now();
      const second = await startServer({ folders: [folder.path] });
      await second.open(folder.uri('aims.yaml'), SLIP);
      const after = items(await pull(second, folder.uri('aims.yaml')));
      assert.ok(performance.now() - started < 3_000);
      assert.deepEqual(after, before);
      assert.deepEqual(second.notifications('textDocument/publishDiagnostics'), []);
      assert.equal(await second.stop(), 0);
    } finally {
      folder.dispose();
    }
  });
});
