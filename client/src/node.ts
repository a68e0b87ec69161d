/** Entry of `dist/client.js`: the extension on the desktop and on remote machines. */
import { Uri, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import { CLIENT_ID, clientName, clientOptions } from './client';
import { start, type AimsApi } from './extension';

export { deactivate } from './extension';

export const activate = (context: ExtensionContext): Promise<AimsApi> => start(context, createClient);

/** The client of the language server in `dist/cli.js`, not started yet: `aims lsp`, as in other editors. */
function createClient(extensionUri: Uri, log: LogOutputChannel): LanguageClient {
  const server: ServerOptions = {
    module: Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath,
    args: ['lsp'],
    transport: TransportKind.stdio,
  };
  return new LanguageClient(CLIENT_ID, clientName(), server, clientOptions(log));
}
