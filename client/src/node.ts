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
  return new ProcessClient(CLIENT_ID, clientName(), server, clientOptions(log));
}

class ProcessClient extends LanguageClient {
  /** Ends the server, whatever it is busy with. The client is of no use after that. */
  kill(): void {
    const server = this.serverProcess;
    // It would take the end for a crash, and start another server.
    for (const stream of [server?.stdin, server?.stdout]) stream?.removeAllListeners('close');
    server?.kill('SIGKILL');
  }
}
