import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeLens,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  type Registration,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SymbolInformation,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { createFolder, type Folder } from '../support/folder';
import { PLAIN, VSCODE, startServer, type RunningServer, type StartOptions } from '../support/server';
import { CARD } from './card';

const dynamicRegistration = true;
const TEXT_FEATURES: ClientCapabilities['textDocument'] = {
  documentSymbol: { dynamicRegistration, hierarchicalDocumentSymbolSupport: true },
  documentHighlight: { dynamicRegistration },
  documentLink: { dynamicRegistration, tooltipSupport: true },
  codeLens: { dynamicRegistration },
  foldingRange: { dynamicRegistration, rangeLimit: 5_000 },
  selectionRange: { dynamicRegistration },
  inlayHint: { dynamicRegistration },
  semanticTokens: {
    dynamicRegistration,
    requests: { full: { delta: true }, range: true },
    tokenTypes: [],
    tokenModifiers: [],
    formats: ['relative'],
  },
};
/** VS Code, with what it says of these features. */
const FULL: ClientCapabilities = {
  ...VSCODE,
  textDocument: { ...VSCODE.textDocument, ...TEXT_FEATURES },
  workspace: {
    ...VSCODE.workspace,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
};

const ROWS = `${CARD}controls:
  A.4.2:
    status: implemented
    why: Needed
    evidence:
      - {path: docs/a.md, anchor: results, reviewed: 2026-08-01, by: Bo Lind}
`;
const ALL = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('the structure of a card', () => {
  let folder: Folder;
  let server: RunningServer;
  let uri: string;
  const start = async (options: StartOptions = {}): Promise<void> => {
    server = await startServer({ capabilities: FULL, folders: [folder.path], ...options });
    await server.open(uri, ROWS);
  };
  beforeEach(() => {
    folder = createFolder({ 'docs/a.md': '# A\n\n## Results\n' });
    uri = folder.uri('aims.yaml');
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  const ask = <T>(method: string, params: object = {}, of = uri): Promise<T> =>
    server.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: of }, ...params });

  it('is registered for YAML where the editor takes registrations, else announced', async () => {
    const asked = startServer({ capabilities: FULL, folders: [folder.path] });
    server = await asked;
    assert.equal(server.result.capabilities.documentSymbolProvider, undefined);
    assert.equal(server.result.capabilities.workspaceSymbolProvider, true);
    const registered = (): readonly Registration[] =>
      server
        .requests('client/registerCapability')
        .flatMap((each) => (each as { registrations: Registration[] }).registrations);
    while (!registered().some(({ method }) => method === 'textDocument/codeLens'))
      await server.nextRequest('client/registerCapability');
    const tokens = registered().find(({ method }) => method === 'textDocument/semanticTokens');
    assert.deepEqual((tokens?.registerOptions as { documentSelector: unknown }).documentSelector, [
      { language: 'yaml' },
    ]);
    await server.stop();
    server = await startServer({ capabilities: PLAIN, folders: [folder.path] });
    const { capabilities } = server.result;
    assert.ok(capabilities.documentSymbolProvider && capabilities.codeLensProvider);
    assert.ok(capabilities.semanticTokensProvider?.legend.tokenTypes.includes('enumMember'));
  });

  it('is an outline with verdicts; a list to an editor that shows no tree', async () => {
    await start();
    const symbols = await ask<DocumentSymbol[]>('documentSymbol');
    const controls = symbols.find(({ name }) => name === 'controls');
    assert.match(controls?.detail ?? '', /^1 of \d+ evidenced$/);
    const [row] = controls?.children ?? [];
    assert.deepEqual([row?.name, row?.detail], ['A.4.2 Resource documentation', 'attested']);
    await server.stop();
    await start({ capabilities: PLAIN });
    const list = await ask<SymbolInformation[]>('documentSymbol');
    const flat = list.find(({ name }) => name.startsWith('A.4.2'));
    assert.equal(flat?.containerName, 'controls');
    assert.equal(flat.location.uri, uri);
  });

  it('is found by name across the workspace', async () => {
    await start();
    const found = await server.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', {
      query: 'a42',
    });
    assert.deepEqual(
      found.map(({ name, containerName, location }) => [name, containerName, location.uri]),
      [['A.4.2 Resource documentation', 'Credit scoring', uri]],
    );
  });

  it('folds, is selected and is highlighted', async () => {
    await start();
    const folds = await ask<FoldingRange[]>('foldingRange');
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [11, 16],
        [12, 16],
        [15, 16],
      ],
    );
    const [selection] = await ask<SelectionRange[]>('selectionRange', {
      positions: [{ line: 13, character: 14 }],
    });
    assert.deepEqual(selection?.range, {
      start: { line: 13, character: 12 },
      end: { line: 13, character: 23 },
    });
    assert.deepEqual(selection.parent?.range.start, { line: 13, character: 4 });
    const marked = await ask<DocumentHighlight[]>('documentHighlight', {
      position: { line: 12, character: 4 },
    });
    assert.equal(marked.length, 1);
    assert.equal(await ask('documentHighlight', { position: { line: 1, character: 1 } }), null);
  });

  it('is coloured, and only what changed is sent again', async () => {
    await start();
    const full = await ask<SemanticTokens>('semanticTokens/full');
    assert.ok(full.data.length > 20 && full.resultId !== undefined);
    await server.change(uri, ROWS.replace('status: implemented', 'status: planned'), 2);
    const delta = await ask<SemanticTokensDelta>('semanticTokens/full/delta', {
      previousResultId: full.resultId,
    });
    assert.deepEqual(
      delta.edits.map(({ deleteCount, data }) => [deleteCount, data]),
      [[1, ['planned'.length]]],
    );
    const stale = await ask<SemanticTokens>('semanticTokens/full/delta', { previousResultId: 'gone' });
    assert.equal(stale.data.length, full.data.length, 'who holds another answer gets all of it');
    const range = { start: { line: 12, character: 0 }, end: { line: 13, character: 0 } };
    assert.equal((await ask<SemanticTokens>('semanticTokens/range', { range })).data.length, 5);
  });

  it('links to files that are there, looked up when pointed at', async () => {
    await start();
    const links = await ask<DocumentLink[]>('documentLink');
    assert.deepEqual(
      links.map(({ range, target }) => [range.start.character, target]),
      [
        [15, undefined],
        [34, undefined],
      ],
    );
    const resolved = await server.connection.sendRequest<DocumentLink>('documentLink/resolve', links[0]);
    assert.equal(resolved.target, `${folder.uri('docs/a.md')}#L3`);
    assert.equal(resolved.tooltip, 'Open docs/a.md at line 3');
    const forged = await server.connection.sendRequest<DocumentLink>('documentLink/resolve', {
      range: ALL,
      data: { text: '../../../../etc/passwd', uri },
    });
    assert.equal(forged.target, undefined);
  });

  it('says titles and ages once the setting asks for them, without a restart', async () => {
    await start();
    assert.deepEqual(await ask('inlayHint', { range: ALL }), []);
    const refreshed = server.nextRequest('workspace/inlayHint/refresh');
    server.settings.inlayHints = 'all';
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    const hints = await ask<InlayHint[]>('inlayHint', { range: ALL });
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line, label]),
      [
        [12, 'Resource documentation'],
        [16, '3 months ago'],
      ],
    );
  });

  it('says above the card how it stands, and leads to what is open where the editor can go there', async () => {
    await start({ commands: ['aims.revealPlace'] });
    const lenses = await ask<CodeLens[]>('codeLens');
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.command]),
      [
        [1, 'aims.revealPlace'],
        [11, 'aims.revealPlace'],
      ],
    );
    const command = lenses[0]?.command;
    assert.match(command?.title ?? '', /^\d+ of \d+ requirements evidenced \(\d+ controls, \d+ clauses\): /);
    const [argument] = command?.arguments as [{ location: { uri: string } }];
    assert.equal(argument.location.uri, uri);
  });

  it('says it as mere words to an editor without the command', async () => {
    await start();
    const [lens] = await ask<CodeLens[]>('codeLens');
    assert.match(lens?.command?.title ?? '', /requirements evidenced/);
    assert.equal(lens?.command?.command, '');
  });

  it('asks for lenses again when a verdict changes elsewhere, and shows none when they are switched off', async () => {
    await start();
    const titles = async (): Promise<readonly (string | undefined)[]> =>
      (await ask<CodeLens[]>('codeLens')).map(({ command }) => command?.title);
    const before = await titles();
    assert.match(before[1] ?? '', /^1 of/);
    let refreshed = server.nextRequest('workspace/codeLens/refresh');
    folder.remove('docs/a.md');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('docs/a.md'), type: 3 }],
    });
    await refreshed;
    const after = await titles();
    assert.notDeepEqual(after, before);
    assert.match(after[1] ?? '', /^0 of/);
    refreshed = server.nextRequest('workspace/codeLens/refresh');
    server.settings.codeLens = false;
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    assert.deepEqual(await titles(), []);
  });

  it('asks for lenses again where the client took a question back and asked no other', async () => {
    await start();
    const refreshed = server.nextRequest('workspace/codeLens/refresh');
    const giveUp = new CancellationTokenSource();
    const asked = server.connection.sendRequest(
      'textDocument/codeLens',
      { textDocument: { uri } },
      giveUp.token,
    );
    giveUp.cancel();
    await assert.rejects(asked);
    await refreshed;
  });

  it('is no business of files that are not ours', async () => {
    await start();
    const other = folder.uri('compose.yaml');
    await server.open(other, 'services:\n  web: {image: x}\n');
    for (const method of [
      'documentSymbol',
      'foldingRange',
      'documentLink',
      'codeLens',
      'semanticTokens/full',
    ])
      assert.equal(await ask(method, {}, other), null, method);
    assert.equal(await ask('inlayHint', { range: ALL }, other), null);
    assert.equal(await ask('selectionRange', { positions: [{ line: 0, character: 0 }] }, other), null);
  });
});
