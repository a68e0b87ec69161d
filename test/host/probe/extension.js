// @ts-check
/* global require, exports */
/** The probe: one command, one hover, one diagnostic with its fix, one tree; enough to exercise every test helper. */
const vscode = require('vscode');

const yaml = { language: 'yaml' };

/** @param {vscode.ExtensionContext} context */
exports.activate = (context) => {
  const diagnostics = vscode.languages.createDiagnosticCollection('probe');
  /** @param {vscode.TextDocument} document */
  const check = (document) => {
    if (document.languageId !== 'yaml') return;
    const offset = document.getText().indexOf('owner: nobody');
    const range = new vscode.Range(
      document.positionAt(offset),
      document.positionAt(offset + 'owner: nobody'.length),
    );
    diagnostics.set(document.uri, offset < 0 ? [] : [new vscode.Diagnostic(range, 'Nobody owns this.')]);
  };
  vscode.workspace.textDocuments.forEach(check);
  context.subscriptions.push(
    diagnostics,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument((event) => check(event.document)),
    vscode.commands.registerCommand('aimsProbe.hello', () => {
      void vscode.window.showInformationMessage('Hello from the probe');
      return 'hello';
    }),
    vscode.languages.registerHoverProvider(yaml, {
      provideHover: (document, position) => {
        const word = document.getText(document.getWordRangeAtPosition(position));
        return new vscode.Hover(new vscode.MarkdownString(`The word **${word}**`));
      },
    }),
    vscode.languages.registerCodeActionsProvider(yaml, {
      provideCodeActions: (document, _range, { diagnostics: found }) =>
        found.map((diagnostic) => {
          const action = new vscode.CodeAction('Name an owner', vscode.CodeActionKind.QuickFix);
          action.edit = new vscode.WorkspaceEdit();
          action.edit.replace(document.uri, diagnostic.range, 'owner: amara');
          action.diagnostics = [diagnostic];
          return action;
        }),
    }),
    vscode.window.registerTreeDataProvider('aimsProbe.tree', {
      getTreeItem: (/** @type {string} */ label) => {
        const item = new vscode.TreeItem(
          label,
          label === 'Plan' ? vscode.TreeItemCollapsibleState.Collapsed : 0,
        );
        item.description = `${label.length} letters`;
        return item;
      },
      getChildren: (/** @type {string | undefined} */ label) => (label ? ['Policy'] : ['Plan', 'Do']),
    }),
  );
};
