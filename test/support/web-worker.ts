/** Runs the built server as a web worker does: in a thread of its own that has what the web has, and nothing of Node. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageConnection,
} from 'vscode-languageserver/node';
import { buildBundle } from '../../scripts/build.mjs';

/** Evaluated in the thread: the globals of a worker, then the bundle among them. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const vm = require('node:vm');
const self = new EventTarget();
const names = ['URL', 'TextEncoder', 'TextDecoder', 'atob', 'btoa', 'performance', 'crypto', 'console', 'queueMicrotask',
  'clearTimeout', 'AbortController', 'Event', 'EventTarget'];
for (const name of names) self[name] = globalThis[name];
// Timers of the web are numbers.
const timers = new Map();
let last = 0;
self.setTimeout = (run, delay) => {
  timers.set(++last, setTimeout(run, delay));
  return last;
};
self.clearTimeout = (id) => clearTimeout(timers.get(id));
self.postMessage = (message) => parentPort.postMessage(message);
self.close = () => process.exit(0);
self.self = self;
for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) self[name] = self[name].bind(self);
parentPort.on('message', (data) => self.onmessage({ data }));
vm.runInContext(readFileSync(workerData, 'utf8'), vm.createContext(self));
`;

class WorkerReader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  override listen(callback: DataCallback): Disposable {
    this.#worker.on('message', callback);
    return { dispose: () => this.#worker.off('message', callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
    return Promise.resolve();
  }

  end(): void {
    // The worker closes itself.
  }
}

export interface WebWorkerServer {
  readonly connection: MessageConnection;
  /** Resolves with the code once the worker has closed itself. */
  readonly closed: Promise<number>;
}

let built: Promise<string> | undefined;

/** Starts a worker; the caller installs what it answers, listens and shakes hands. */
export async function startWebWorker(): Promise<WebWorkerServer> {
  built ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aims-worker-'));
    await buildBundle('browser/server', folder);
    return join(folder, 'browser/server.js');
  })();
  const worker = new Worker(THREAD, { eval: true, workerData: await built });
  const closed = new Promise<number>((resolve, reject) => {
    worker.once('exit', resolve);
    worker.once('error', reject);
  });
  return {
    connection: createMessageConnection(new WorkerReader(worker), new WorkerWriter(worker)),
    closed,
  };
}
