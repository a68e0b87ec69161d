import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type {
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentDiagnosticReport,
  InitializeParams,
} from 'vscode-languageserver/node';
import { SYSTEMS_REQUEST, TREND_REQUEST, TRUSTED, type SystemsResult } from '../../server/src/protocol';
import { EditorFiles } from '../support/editor-files';
import { VSCODE } from '../support/server';
import { startWebWorker, type WebWorkerServer } from '../support/web-worker';
import { CARD, CODE, codes, items } from './card';

const ROOT = 'memfs:/project';
const EXAMPLE = 'examples/northwind';

describe('the server in a web worker', () => {
  let server: WebWorkerServer;
  let editor: EditorFiles;

  const start = async (options: object = { files: true }): Promise<void> => {
    server = await startWebWorker();
    const { connection } = server;
    connection.onRequest(async (method, params) => {
      const asked: unknown = Array.isArray(params) ? params[0] : params;
      if (method !== 'workspace/configuration')
        return (await editor.answered(method, asked as never)) ?? null;
      return (asked as { items: readonly unknown[] }).items.map(() => ({ at: '2026-11-01' }));
    });
    connection.listen();
    const params: InitializeParams = {
      processId: null,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the type asks for it
      rootUri: null,
      capabilities: VSCODE,
      workspaceFolders: [{ uri: ROOT, name: 'project' }],
      initializationOptions: options,
    };
    await connection.sendRequest('initialize', params);
    await connection.sendNotification('initialized', {});
  };

  const pull = async (uri: string): Promise<readonly unknown[]> =>
    codes(
      items(
        await server.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
          textDocument: { uri },
        }),
      ),
    );

  beforeEach(() => {
    editor = new EditorFiles({
      [`${ROOT}/aims.yaml`]: CARD,
      [`${ROOT}/src/train.py`]: CODE,
      [`${ROOT}/node_modules/x/aims.yaml`]: CARD.replace('credit-scoring', 'theirs'),
    });
  });

  afterEach(async () => {
    await server.connection.sendRequest('shutdown');
    await server.connection.sendNotification('exit');
    assert.equal(await server.closed, 0);
  });

  it('reads the workspace through the editor: systems, findings of cards and of code', async () => {
    await start();
    const { systems } = await server.connection.sendRequest<SystemsResult>(SYSTEMS_REQUEST);
    assert.deepEqual(
      systems.map(({ id, codeFiles }) => [id, codeFiles]),
      [['credit-scoring', 1]],
    );
    await server.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: `${ROOT}/aims.yaml`, languageId: 'yaml', version: 1, text: CARD },
    });
    assert.ok((await pull(`${ROOT}/aims.yaml`)).includes('impact-assessment-missing'));
  });

  it('follows what changes', async () => {
    await start();
    await server.connection.sendRequest(SYSTEMS_REQUEST);
    editor.write(`${ROOT}/other/aims.yaml`, CARD.replace('credit-scoring', 'other'));
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${ROOT}/other/aims.yaml`, type: 1 }],
    });
    const isThere = async (): Promise<boolean> =>
      (await server.connection.sendRequest<SystemsResult>(SYSTEMS_REQUEST)).systems.some(
        ({ id }) => id === 'other',
      );
    while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('says nothing of what only git knows', async () => {
    const reviewed = `controls:\n  A.2.2: {status: implemented, why: Law, evidence: [{path: policy.md, reviewed: 2026-10-01, by: Dana Reyes}, {path: 'git:v1'}]}\n`;
    editor.write(`${ROOT}/policy.md`, 'One.\n');
    editor.write(`${ROOT}/aims.yaml`, `${CARD}${reviewed}`);
    await start({ files: true, trusted: true });
    await server.connection.sendNotification(TRUSTED);
    const found = await pull(`${ROOT}/aims.yaml`);
    assert.deepEqual(
      found.filter((code) => String(code).startsWith('evidence-')),
      [],
    );
    const trend = await server.connection.sendRequest(TREND_REQUEST, { day: '2026-10-01' });
    assert.deepEqual(trend, { none: 'unavailable' });
  });

  it('tells the figures of a card once what it refers to has been read, however late that comes', async () => {
    const card = readFileSync(join(EXAMPLE, 'support-assistant/aims.yaml'), 'utf8');
    const uri = `${ROOT}/support-assistant/aims.yaml`;
    const files = readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    editor = new EditorFiles(
      Object.fromEntries(files.map((file) => [`${ROOT}/${relative(EXAMPLE, file)}`, readFileSync(file)])),
    );
    const digests = editor.hold(({ as }) => as === 'base64');
    await start();
    const { connection } = server;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: card },
    });
    const lenses = connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    // What need not be exact is not held up.
    await connection.sendRequest<SystemsResult>(SYSTEMS_REQUEST);
    digests.release();
    const titles = (await lenses).map(({ command }) => command?.title ?? '');
    assert.ok(
      titles.some((title) => title.startsWith('7 of 20 controls evidenced')),
      titles.join('\n'),
    );
  });

  it('leaves a row of completion as it came while the editor holds back a file', async () => {
    await start();
    const { connection } = server;
    const uri = `${ROOT}/aims.yaml`;
    const text = `${CARD}controls:\n  A.6.2.4: {status: planned}\n  A.`;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    const position = { line: text.split('\n').length - 1, character: 4 };
    const list = await connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    const row = list.items.find(({ label }) => label === 'A.2.2');
    assert.ok(row);
    const held = editor.hold();
    const reference = 'A.2.2: {status: implemented, why: Law, evidence: [{path: docs/policy.md#scope}]}';
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: text.replace(/A\.$/, reference) }],
    });
    const { documentation, ...same } = await connection.sendRequest<CompletionItem>(
      'completionItem/resolve',
      row,
    );
    assert.equal(documentation, undefined, 'the answer did not wait for the file');
    assert.deepEqual(same, row);
    held.release();
    const whole = await connection.sendRequest<CompletionItem>('completionItem/resolve', row);
    assert.ok(whole.documentation);
  });

  it('checks open documents of an editor that serves no files', async () => {
    await start({});
    await server.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: `${ROOT}/aims.yaml`, languageId: 'yaml', version: 1, text: CARD },
    });
    assert.ok((await pull(`${ROOT}/aims.yaml`)).includes('impact-assessment-missing'));
    assert.deepEqual(editor.asked, []);
  });
});
