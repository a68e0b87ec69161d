/** What a client of the language server is told, wherever both run. */
import { l10n, workspace, type LogOutputChannel } from 'vscode';
import { RevealOutputChannelOn, type LanguageClientOptions } from 'vscode-languageclient';
import {
  DRAFT_CARD,
  REVEAL_PLACE,
  SAVE_RECORD,
  TRIGGER_SUGGEST,
  type ClientOptions,
} from '../../server/src/protocol';
import { cellMiddleware } from './cells';
import { fileEventsInTime } from './file-events';
import { reportsYaml } from './other-yaml';
import { restartPolicy } from './restart-policy';

/**
 * What is sent to the server at all. It decides itself which YAML files are AIMS files, by name or first key, so that
 * a card is understood before it is saved and whatever it is called.
 */
const documentSelector = [
  { language: 'yaml' },
  { language: 'python' },
  { language: 'javascript' },
  { language: 'javascriptreact' },
  { language: 'typescript' },
  { language: 'typescriptreact' },
  { notebook: 'jupyter-notebook', language: 'python' },
  // What was recorded counts before it is saved.
  { pattern: '**/aims.lock' },
];

/** Of the commands that there are here, those the server has a use for; and whether git may be asked, by now. */
const initializationOptions = (): ClientOptions => ({
  commands: [REVEAL_PLACE, SAVE_RECORD, DRAFT_CARD, TRIGGER_SUGGEST],
  trusted: workspace.isTrusted,
  cells: true,
  files: true,
  yaml: reportsYaml(),
});

/** The settings section, and prefix of messages. */
export const CLIENT_ID = 'aims';

export const clientName = (): string => l10n.t('AIMS language server');

/** @param texts the translation, for a server that has no files of its own */
export function clientOptions(log: LogOutputChannel, texts?: ClientOptions['texts']): LanguageClientOptions {
  return {
    documentSelector,
    initializationOptions: () => ({ ...initializationOptions(), ...(texts ? { texts } : {}) }),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Without these the client pulls only when a file is opened. Files that are in no editor come with the server's
    // workspace diagnostics.
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
    // Hovers quote what users wrote: no command links, no HTML.
    markdown: { isTrusted: false, supportHtml: false },
    errorHandler: restartPolicy(),
    middleware: { ...cellMiddleware, workspace: { didChangeWatchedFile: fileEventsInTime() } },
  };
}
