import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { extensions, LanguageModelTextPart, lm, workspace } from 'vscode';
import { aims, closeAll, open, replace, until } from './support/vscode';

interface Declared {
  readonly name: string;
  readonly displayName: string;
  readonly inputSchema: object;
}

/** What a tool answers, as a model reads it. */
async function ask(name: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
}

describe('tools for language models', () => {
  before(aims);
  afterEach(closeAll);

  it('are all there for agents to choose', () => {
    const { contributes } = extensions.getExtension('aims-as-code.aims-vscode')!.packageJSON as {
      contributes: { languageModelTools: readonly Declared[] };
    };
    assert.ok(contributes.languageModelTools.length >= 5);
    for (const { name, inputSchema } of contributes.languageModelTools) {
      const found = lm.tools.find((tool) => tool.name === name);
      assert.ok(found, `${name} is not registered`);
      assert.deepEqual(found.inputSchema, inputSchema);
    }
  });

  it('answer from what the server knows, also before it is saved', async () => {
    const editor = await open('cards', 'typing/aims.yaml');
    const status = (): Promise<string> => ask('aims_status', { subject: 'typing' });
    const before = JSON.parse(await until('the status', status)) as { subjects: { name: string }[] };
    assert.equal(before.subjects[0]?.name, 'Typing');
    await replace(editor, 'name: Typing', 'name: Typing by hand');
    await until('the new name', async () => (await status()).includes('Typing by hand'));
  });

  it('answer every question of theirs', async () => {
    for (const [name, input, expected] of [
      ['aims_list_gaps', { subject: 'typing' }, /"verdict":"missing"/],
      ['aims_explain_requirement', { requirement: 'A.6.2.4' }, /"auditorsUsuallyAccept"/],
      ['aims_requirements_of_file', { file: 'cards/typing/aims.yaml' }, /"file":"cards\/typing\/aims\.yaml"/],
      ['aims_draft_evidence', { requirement: 'A.7.5', subject: 'typing' }, /TODO/],
      ['aims_status', { subject: 'nobody' }, /^Nothing has the id "nobody"/],
    ] as const)
      assert.match(await ask(name, input), expected, name);
  });
});

describe('the MCP server that is offered to agents', () => {
  it('is one for each folder, and starts with the Node of the editor', async () => {
    const { mcpServers } = await aims();
    const definitions = mcpServers.provideMcpServerDefinitions();
    assert.deepEqual(
      definitions.map(({ label }) => label),
      workspace.workspaceFolders?.map(({ name }) => `AIMS: ${name}`),
    );
    const [definition] = definitions;
    assert.ok(definition);
    const child = spawn(definition.command, definition.args, {
      cwd: definition.cwd?.fsPath,
      env: { ...process.env, ...(definition.env as NodeJS.ProcessEnv) },
    });
    const ended = once(child, 'exit');
    const send = (message: object): boolean =>
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    const clientInfo = { name: 'test', version: '1' };
    send({
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo },
    });
    send({ method: 'notifications/initialized' });
    send({ id: 2, method: 'tools/call', params: { name: 'aims_status', arguments: { subject: 'typing' } } });
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.includes('"id":2')) continue;
      assert.match(line, /"structuredContent".*"name":"Typing"/);
      child.stdin.end();
    }
    assert.deepEqual(await ended, [0, null]);
  });
});
