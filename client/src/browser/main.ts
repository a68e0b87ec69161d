/** Entry of `dist/browser/client.js`: the extension where there is no Node, in VS Code for the Web. */
import { env, Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { ClientOptions } from '../../../server/src/protocol';
import { CLIENT_ID, clientName, clientOptions } from '../client';
import { start, type AimsApi } from '../extension';
import { untilItAnswers } from './worker';

export { deactivate } from '../extension';

export async function activate(context: ExtensionContext): Promise<AimsApi> {
  const texts = await textsOf(context.extensionUri);
  return start(context, (extensionUri, log) => createClient(extensionUri, log, texts));
}

/** What the server says in the language of VS Code: it has no files of its own. Undefined for English. */
async function textsOf(extensionUri: Uri): Promise<ClientOptions['texts']> {
  const [language = ''] = env.language.split('-');
  if (language === 'en') return undefined;
  try {
    const file = Uri.joinPath(extensionUri, 'l10n', `server.${language}.json`);
    return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as ClientOptions['texts'];
  } catch {
    return undefined;
  }
}

/** The client of the language server in `dist/browser/server.js`, not started yet. */
function createClient(
  extensionUri: Uri,
  log: LogOutputChannel,
  texts: ClientOptions['texts'],
): LanguageClient {
  const script = Uri.joinPath(extensionUri, 'dist', 'browser', 'server.js').toString(true);
  let running: Worker | undefined;
  // A worker that was shut down, or hangs, does not start again: each start gets its own. What VS Code calls `Worker`
  // here is not the class of what it makes, so that the client does not know one when it sees it.
  const startWorker = async (): Promise<MessageTransports> => {
    running?.terminate();
    const worker = (running = new Worker(script));
    await untilItAnswers(worker);
    worker.addEventListener('error', (event) =>
      log.error(`The language server could not go on: ${event.message}`),
    );
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient(CLIENT_ID, clientName(), startWorker, clientOptions(log, texts));
}
