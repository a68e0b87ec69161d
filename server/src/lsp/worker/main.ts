/** Entry of `dist/browser/server.js`: the language server as a web worker. It has no disk, no processes and no git. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver/browser';
import { clockOf } from '../../clock';
import { servesFiles } from '../client-features';
import { clientFiles } from '../files/client-files';
import { createClientHost } from '../files/client-host';
import { errorText } from '../log';
import { createServer } from '../server';
import { LifecycleGate } from '../transport/lifecycle';

const writer = new BrowserMessageWriter(self);
const gate = new LifecycleGate(new BrowserMessageReader(self), writer, () => self.close());
const connection = createProtocolConnection(gate, writer);
const files = clientFiles(connection);

let hasFiles = false;
const { log } = createServer(connection, {
  clock: clockOf(() => new Date()),
  // An editor that serves no files has open documents alone: its folders would all look empty.
  hostFor: (folders) => createClientHost(files, hasFiles ? folders : []),
  onInitialize: ({ initializationOptions }) => {
    hasFiles = servesFiles(initializationOptions);
  },
});

// One mistake in one feature must not take the others down: it is told, and the server goes on.
self.addEventListener('error', (event) => log.error(`Unexpected: ${event.message}`));
self.addEventListener('unhandledrejection', (event) => log.error(`Unexpected: ${errorText(event.reason)}`));

connection.listen();
