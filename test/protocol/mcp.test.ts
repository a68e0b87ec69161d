import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TOOLS } from '../../server/src/agents';
import { TOOL_REQUEST, type ToolResult } from '../../server/src/protocol';
import { createFolder, type Folder } from '../support/folder';
import { connect, disconnectAll, speak, type Handshake } from '../support/mcp';
import { startServer, type RunningServer } from '../support/server';

/** Every file below a folder with its digest and the time it was written. */
const contents = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .flatMap((name) => {
        const path = join(folder, name);
        const found = statSync(path);
        if (!found.isFile()) return [];
        const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
        return [[name, `${digest} ${found.mtimeMs}`] as const];
      }),
  );

const INPUTS: Readonly<Record<string, Record<string, unknown>>> = {
  aims_status: { subject: 'support-assistant' },
  aims_list_gaps: { subject: 'support-assistant' },
  aims_explain_requirement: { requirement: 'A.6.2.4' },
  aims_requirements_of_file: { file: 'credit-scoring/docs/design.md' },
  aims_draft_evidence: { requirement: 'A.7.5', subject: 'support-assistant' },
};

const call = (id: number, name: string, input: unknown): string =>
  JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: input } });

const HELLO = JSON.stringify({
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
});

describe('aims mcp', () => {
  let folder: Folder;
  before(() => {
    folder = createFolder();
    cpSync(resolve('examples/northwind'), folder.path, { recursive: true });
  });
  after(() => folder.dispose());
  let server: RunningServer | undefined;
  afterEach(async () => {
    await disconnectAll();
    await server?.stop();
    server = undefined;
  });

  const handshakes: readonly Handshake[] = [{ mode: 'legacy' }, { mode: { pin: '2026-07-28' } }];
  for (const handshake of handshakes)
    it(`offers its tools to a client that begins with ${JSON.stringify(handshake.mode)}, and answers each`, async () => {
      const client = await connect(folder.path, handshake);
      const { tools } = await client.listTools();
      assert.deepEqual(
        tools.map(({ name, inputSchema }) => [name, inputSchema]),
        TOOLS.map(({ name, input }) => [name, input]),
      );
      for (const { name, annotations } of tools) {
        assert.deepEqual([annotations?.readOnlyHint, annotations?.destructiveHint], [true, false]);
        const { content, structuredContent, isError } = await client.callTool({
          name,
          arguments: INPUTS[name] ?? {},
        });
        assert.ok(isError !== true, JSON.stringify(content));
        const [text] = content;
        assert.ok(text?.type === 'text');
        assert.deepEqual(JSON.parse(text.text), structuredContent);
      }
    });

  it('says the same as the editor is told', async () => {
    const editor = (server = await startServer({ folders: [folder.path], trusted: true }));
    const client = await connect(folder.path);
    for (const [name, input] of Object.entries(INPUTS)) {
      const told = await editor.connection.sendRequest<ToolResult>(TOOL_REQUEST, { name, input });
      const { structuredContent } = await client.callTool({ name, arguments: input });
      assert.ok('result' in told, name);
      assert.deepEqual(structuredContent, told.result, name);
    }
    const wrong = await editor.connection.sendRequest<ToolResult>(TOOL_REQUEST, { name: 'nothing' });
    assert.match('error' in wrong ? wrong.error : '', /There is no tool "nothing"/);
  });

  it('sees what was written a moment ago', async () => {
    const client = await connect(folder.path);
    const ask = async (): Promise<string> =>
      JSON.stringify(
        (await client.callTool({ name: 'aims_status', arguments: { subject: 'just-made' } })).content,
      );
    assert.match(await ask(), /Nothing has the id/);
    folder.write('new/aims.yaml', 'aims: 1\nkind: system\nid: just-made\n');
    assert.match(await ask(), /just-made/);
    folder.remove('new');
    assert.match(await ask(), /Nothing has the id/);
  });

  it('tells a model what is wrong with a call, in words', async () => {
    const client = await connect(folder.path);
    const { content, isError } = await client.callTool({
      name: 'aims_list_gaps',
      arguments: { subject: 'credit-scorin' },
    });
    assert.equal(isError, true);
    assert.match(JSON.stringify(content), /Did you mean credit-scoring\?/);
  });

  it('changes no file, whatever it is asked', async () => {
    const before = contents(folder.path);
    const hostile: readonly (readonly [string, unknown])[] = [
      ...Object.entries(INPUTS),
      ['aims_requirements_of_file', { file: '../../../../etc/passwd' }],
      ['aims_requirements_of_file', { file: 'file:///etc/passwd' }],
      ['aims_requirements_of_file', { file: `a${'/..'.repeat(1_000)}` }],
      ['aims_status', { subject: '__proto__' }],
      ['aims_status', JSON.parse('{"__proto__": {"subject": "x"}}') as unknown],
      ['aims_status', { subject: 'x'.repeat(100_000) }],
      ['aims_list_gaps', { limit: 1e308 }],
      ['aims_explain_requirement', { requirement: '\u0000\u202e$(touch x)' }],
      ['aims_draft_evidence', { requirement: 'A.7.5', subject: '; rm -rf .' }],
    ];
    const { answers, code } = await speak(
      folder.path,
      [HELLO, ...hostile.map(([name, input], index) => call(index + 1, name, input))],
      hostile.length + 1,
    );
    assert.equal(code, 0);
    assert.equal(answers.length, hostile.length + 1);
    assert.ok(!JSON.stringify(answers).includes('root:'), 'nothing outside is read');
    assert.deepEqual(contents(folder.path), before);
  });

  it('outlives lines that are no protocol, and writes nothing else to standard output', async () => {
    const bad = [
      '',
      'hello',
      '{',
      '[]',
      'null',
      '{"jsonrpc":"2.0"}',
      '{"jsonrpc":"1.0","id":1,"method":"tools/list"}',
      JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 7 } }),
      JSON.stringify({
        jsonrpc: '2.0',
        id: 3,
        method: 'resources/read',
        params: { uri: 'file:///etc/passwd' },
      }),
      '['.repeat(100_000),
    ];
    const { answers, code } = await speak(folder.path, [HELLO, ...bad, call(9, 'aims_status', {})], 4);
    assert.equal(code, 0);
    const byId = new Map(answers.map((each) => [each.id, each]));
    assert.ok(byId.get(2)?.error && byId.get(3)?.error);
    assert.ok(byId.get(9)?.result);
  });

  it('ends when the client hangs up', async () => {
    assert.deepEqual(await speak(folder.path, [], 0), { code: 0, answers: [], stderr: '' });
  });
});
