import { commands, languages, window } from 'vscode';
import type { Disposable } from './disposable';

/**
 * Tells VS Code by the context key `aims.found` that a finding of ours stood in an editor on the screen, however it came
 * there: a step of the walkthrough is done then. Looks until that was so once.
 */
export function watchFirstFinding(): Disposable {
  let subscriptions: readonly Disposable[] = [];
  const stop = (): void => subscriptions.forEach((each) => each.dispose());
  const look = (): void => {
    if (!isFindingShown()) return;
    stop();
    void commands.executeCommand('setContext', 'aims.found', true);
  };
  subscriptions = [languages.onDidChangeDiagnostics(look), window.onDidChangeVisibleTextEditors(look)];
  return { dispose: stop };
}

const isFindingShown = (): boolean =>
  window.visibleTextEditors.some(({ document }) =>
    languages.getDiagnostics(document.uri).some(({ source }) => source === 'aims'),
  );
