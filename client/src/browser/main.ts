/** Entry of `dist/browser/client.js`: the extension where there is no Node, in VS Code for the Web. */
import { Uri, type ExtensionContext, type LogOutputChannel } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { CLIENT_ID, clientName, clientOptions } from '../client';
import { start, type AimsApi } from '../extension';

export { deactivate } from '../extension';

export const activate = (context: ExtensionContext): Promise<AimsApi> => start(context, createClient);

/** The client of the language server in `dist/browser/server.js`, not started yet. */
function createClient(extensionUri: Uri, log: LogOutputChannel): LanguageClient {
  const script = Uri.joinPath(extensionUri, 'dist', 'browser', 'server.js').toString(true);
  let running: Worker | undefined;
  // A worker that was shut down, or hangs, does not start again: each start gets its own. What VS Code calls `Worker`
  // here is not the class of what it makes, so that the client does not know one when it sees it.
  const startWorker = (): Promise<MessageTransports> => {
    running?.terminate();
    const worker = (running = new Worker(script));
    worker.addEventListener('error', (event) =>
      log.error(`The language server could not go on: ${event.message}`),
    );
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    });
  };
  return new LanguageClient(CLIENT_ID, clientName(), startWorker, clientOptions(log));
}
