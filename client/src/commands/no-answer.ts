import { commands, l10n, window } from 'vscode';

/** What a flow ends with where the language server is not there, or failed; not waited for. */
export function sayNoAnswer(): void {
  const ways = new Map([
    [l10n.t('Restart Language Server'), 'aims.restartServer'],
    [l10n.t('Show Log'), 'aims.showLog'],
  ]);
  void window
    .showWarningMessage(l10n.t('The language server did not answer. Nothing was written.'), ...ways.keys())
    .then((chosen) => {
      const command = chosen === undefined ? undefined : ways.get(chosen);
      return command === undefined ? undefined : commands.executeCommand(command);
    });
}
