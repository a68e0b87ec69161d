import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  Position,
  Range,
  workspace,
  type CodeLens,
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SymbolInformation,
} from 'vscode';
import { closeAll, open, until } from './support/vscode';

describe('the structure of a card in VS Code', () => {
  afterEach(closeAll);

  it('is an outline, folds, colours and lenses that lead somewhere', async () => {
    const { document } = await open('cards', 'shortest/aims.yaml');
    const { uri } = document;
    const lenses = await until('lenses', async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
      return found.length > 0 && found;
    });
    assert.match(lenses[0]?.command?.title ?? '', /^\d+ of \d+ requirements evidenced/);
    assert.equal(lenses[0]?.command?.command, 'aims.revealPlace');
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.ok(symbols.some(({ name }) => name === 'models'));
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      uri,
    );
    assert.ok(legend.tokenModifiers.includes('declaration'));
    const tokens = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', uri);
    assert.ok(tokens.data.length > 0);
    assert.ok(await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', uri));
    const found = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'scorer',
    );
    assert.ok(found.some(({ name }) => name.startsWith('scorer')));
  });

  it('has titles between its words as soon as the setting asks for them', async () => {
    const { document } = await open('cards', 'notebook/aims.yaml');
    const everything = new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
    const labels = async (): Promise<readonly unknown[]> =>
      (
        await commands.executeCommand<InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          everything,
        )
      ).map(({ label }) => label);
    await until('an outline', async () => {
      const symbols = await commands.executeCommand<DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return symbols !== undefined && symbols.length > 0;
    });
    assert.deepEqual(await labels(), [], 'off by default');
    const settings = workspace.getConfiguration('aims');
    await settings.update('inlayHints', 'titles', ConfigurationTarget.Workspace);
    try {
      await until('a title', async () => (await labels()).includes('AI system verification and validation'));
    } finally {
      await settings.update('inlayHints', undefined, ConfigurationTarget.Workspace);
    }
  });
});
