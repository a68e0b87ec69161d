import { l10n, Uri, workspace, type LogOutputChannel } from 'vscode';
import {
  LanguageClient,
  RevealOutputChannelOn,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import { REVEAL_PLACE, SAVE_RECORD, type ClientOptions } from '../../server/src/protocol';
import { cellMiddleware } from './cells';
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
  { scheme: 'file', pattern: '**/aims.lock' },
];

/** Of the commands that are registered here, those the server has a use for; and whether git may be asked, by now. */
const initializationOptions = (): ClientOptions => ({
  commands: [REVEAL_PLACE, SAVE_RECORD],
  trusted: workspace.isTrusted,
  cells: true,
});

/**
 * The client of the language server in `dist/server.js`, not started yet.
 *
 * @param extensionUri where the extension is installed
 */
export function createClient(extensionUri: Uri, log: LogOutputChannel): LanguageClient {
  const server: ServerOptions = {
    module: Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath,
    transport: TransportKind.stdio,
  };
  const options: LanguageClientOptions = {
    documentSelector,
    initializationOptions,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Without these the client pulls only when a file is opened. Files that are in no editor come with the server's
    // workspace diagnostics.
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
    // Hovers quote what users wrote: no command links, no HTML.
    markdown: { isTrusted: false, supportHtml: false },
    errorHandler: restartPolicy(),
    middleware: cellMiddleware,
  };
  return new LanguageClient('aims', l10n.t('AIMS language server'), server, options);
}
