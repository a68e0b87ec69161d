import assert from 'node:assert/strict';
import type { CodeAction, CompletionList, Diagnostic, Hover } from 'vscode-languageserver/node';
import { TOOL_REQUEST, TREE_REQUEST, type ToolResult, type TreeResult } from '../../server/src/protocol';
import { createFolder, type Folder } from '../support/folder';
import { startServer, type RunningServer, type StartOptions } from '../support/server';
import { CARD, actionsOn, hoverAt, items, pull } from './card';

/** What somebody sees of a card: findings, fixes, a hover, completion, the tree. */
interface Seen {
  readonly findings: readonly Diagnostic[];
  readonly fixes: readonly CodeAction[];
  readonly hover: string;
  readonly completion: CompletionList;
  readonly tree: TreeResult;
}

const TEXT = `${CARD}controls:\n  A.6.2.4: {status: planed}\n  A.3.2: {status: not-applicable}\n`;

describe('the language of the server', () => {
  let folder: Folder;
  let running: RunningServer | undefined;
  beforeEach(() => {
    folder = createFolder();
    folder.write('aims.yaml', TEXT);
  });
  afterEach(async () => {
    assert.equal(await running?.stop(), 0);
    folder.dispose();
  });

  async function start(options: StartOptions): Promise<RunningServer> {
    await running?.stop();
    running = await startServer({ folders: [folder.path], ...options });
    return running;
  }

  async function look(server: RunningServer): Promise<Seen> {
    const uri = folder.uri('aims.yaml');
    const findings = items(await pull(server, uri));
    const rules = new Set(findings.map(({ code }) => String(code)));
    const hover: Hover | null = await hoverAt(server, uri, 12, 4);
    assert.ok(hover && typeof hover.contents === 'object' && 'value' in hover.contents);
    return {
      findings,
      fixes: (await Promise.all([...rules].map((rule) => actionsOn(server, uri, rule)))).flat(),
      hover: hover.contents.value,
      completion: await server.connection.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position: { line: 12, character: 2 },
      }),
      tree: await server.connection.sendRequest<TreeResult>(TREE_REQUEST, {}),
    };
  }

  async function seen(options: StartOptions): Promise<Seen> {
    const server = await start(options);
    await server.open(folder.uri('aims.yaml'), TEXT);
    return look(server);
  }

  /** What tools rely on: everything of a finding but what people read. */
  const bare = ({ findings }: Seen): readonly unknown[] =>
    findings.map(({ code, range, severity, source }) => ({ code, range, severity, source }));

  const messages = ({ findings }: Seen): readonly string[] =>
    findings.map(({ message }) => {
      assert.ok(typeof message === 'string');
      return message;
    });

  it('is German where the editor is: findings, fixes, hovers, the tree', async () => {
    const german = await seen({ locale: 'de' });
    const told = messages(german).join('\n');
    assert.match(told, /`status` kann nicht `planed` sein\. Meinten Sie `planned`\?/);
    assert.match(told, /A\.3\.2 ist ohne Begründung ausgelassen/);
    assert.doesNotMatch(told, /\b(?:the|there|is not|add)\b/i);
    assert.ok(
      german.fixes.some(({ title }) => title === 'In planned ändern'),
      german.fixes.map(({ title }) => title).join('; '),
    );
    assert.match(german.hover, /Was Auditoren meist gelten lassen/);
    assert.match(german.hover, /A\.6\.2\.4 AI system verification and validation/, 'titles stay');
    assert.match(String(german.tree.nodes[0]?.description), /\d+ fehlend/);
  });

  it('changes nothing but words', async () => {
    const [english, german] = [await seen({}), await seen({ locale: 'de' })];
    assert.ok(english.findings.length > 3);
    assert.deepEqual(bare(german), bare(english));
    assert.deepEqual(
      german.completion.items.map(({ label, textEdit, insertText }) => ({ label, textEdit, insertText })),
      english.completion.items.map(({ label, textEdit, insertText }) => ({ label, textEdit, insertText })),
    );
    assert.notDeepEqual(messages(german), messages(english));
  });

  it('is English for language models, whatever people read', async () => {
    const server = await start({ locale: 'de' });
    const uri = folder.uri('aims.yaml');
    await server.open(uri, TEXT);
    const german = await look(server);
    const input = { file: 'aims.yaml' };
    const answer = await server.connection.sendRequest<ToolResult>(TOOL_REQUEST, {
      name: 'aims_requirements_of_file',
      input,
    });
    const said = JSON.stringify(answer);
    assert.match(said, /`status` cannot be `planed`/);
    assert.match(said, /A\.3\.2 is left out without a reason/);
    assert.doesNotMatch(said, /ausgelassen|kann nicht/);
    assert.deepEqual(messages(await look(server)), messages(german), 'people go on reading German');
  });

  it('is German in Austria and Switzerland', async () => {
    const german = messages(await seen({ locale: 'de' }));
    for (const locale of ['de-AT', 'de-CH']) assert.deepEqual(messages(await seen({ locale })), german);
  });

  it('is English where there is no translation, or none is asked for', async () => {
    const english = messages(await seen({}));
    for (const locale of ['fr', 'en-GB', '../de', ''])
      assert.deepEqual(messages(await seen({ locale })), english, locale);
  });

  it('comes with the client, where that brings a translation along', async () => {
    const texts = { '`{key}` cannot be `{word}`. Did you mean `{suggestion}`?': '{word}? {suggestion}!' };
    const told = messages(await seen({ locale: 'fr', texts }));
    assert.ok(told.includes('planed? planned!'), told.join('\n'));
  });

  it('is the same after an edit as in a fresh look', async () => {
    const uri = folder.uri('aims.yaml');
    const server = await start({ locale: 'de' });
    await server.open(uri, CARD);
    await pull(server, uri);
    await server.change(uri, TEXT, 2);
    const edited = await look(server);
    assert.deepEqual(messages(edited), messages(await seen({ locale: 'de' })));
  });
});
