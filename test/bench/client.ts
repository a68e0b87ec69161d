/** A language server under measurement, and the few things an editor does with it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { cpuTime } from './processes';

export interface ServerSpec {
  readonly name: string;
  /** Arguments of node. */
  readonly args: readonly string[];
  /** Sections of workspace/configuration. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Document {
  readonly uri: string;
  version: number;
  lines: string[];
}

const LONGEST_WAIT = 60_000;
/** A server that pushes may still owe an answer to what came before. */
const QUIET = 400;

export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  readonly #waiting = new Set<() => void>();
  #pulls = false;
  #lastPublished = 0;
  /** From starting the process to the answer of `initialize`, in milliseconds. */
  startedIn = NaN;

  private constructor(process: ChildProcess, connection: MessageConnection) {
    this.#process = process;
    this.#connection = connection;
  }

  static async start({ args, settings }: ServerSpec, folder: string): Promise<LanguageServer> {
    const began = performance.now();
    const child = spawn(process.execPath, [...args], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const server = new LanguageServer(child, connection);
    server.#listen(settings);
    const rootUri = pathToFileURL(folder).href;
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'bench' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
        textDocument: {
          diagnostic: { dynamicRegistration: false },
          publishDiagnostics: { versionSupport: true },
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { snippetSupport: true } },
        },
      },
    });
    server.startedIn = performance.now() - began;
    server.#pulls = capabilities.diagnosticProvider !== undefined;
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', { settings });
    return server;
  }

  #listen(settings: Readonly<Record<string, unknown>>): void {
    const connection = this.#connection;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#lastPublished = performance.now();
      this.#published.set(params.uri, params);
      for (const wake of this.#waiting) wake();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => settings[section ?? ''] ?? null),
    );
    connection.onRequest(() => null);
    connection.onNotification(() => undefined);
    connection.listen();
  }

  /** Milliseconds of CPU the server used while something was done; wall time where that is not known. */
  async costOf(work: () => Promise<unknown>): Promise<number> {
    const pid = this.#process.pid ?? 0;
    const [cpu, wall] = [cpuTime(pid), performance.now()];
    await work();
    const after = cpuTime(pid);
    return cpu === undefined || after === undefined ? performance.now() - wall : after - cpu;
  }

  async open(path: string, text: string): Promise<Document> {
    const uri = pathToFileURL(path).href;
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    return { uri, version: 1, lines: text.split('\n') };
  }

  async close({ uri }: Document): Promise<void> {
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Types or takes back one letter, as a keystroke does. */
  async type(document: Document, { line, character }: Position): Promise<void> {
    const before = document.lines[line] ?? '';
    const isTyped = before.charAt(character) === 'x';
    document.lines[line] =
      before.slice(0, character) + (isTyped ? '' : 'x') + before.slice(character + (isTyped ? 1 : 0));
    document.version++;
    const end = { line, character: character + (isTyped ? 1 : 0) };
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version: document.version },
      contentChanges: [{ range: { start: { line, character }, end }, text: isTyped ? '' : 'x' }],
    });
  }

  /** Diagnostics of the document as it is now: asked for, or waited for from a server that only pushes. */
  async diagnostics({ uri, version }: Document): Promise<readonly Diagnostic[]> {
    if (!this.#pulls) return (await this.#publishedFor(uri, version)).diagnostics;
    const report = await this.#connection.sendRequest<{ items?: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items ?? [];
  }

  /** Waits until a server that pushes has said all it had to say, so that the next answer is to the next change. */
  async settle(): Promise<void> {
    if (this.#pulls) return;
    for (let left = QUIET; left > 0; left = this.#lastPublished + QUIET - performance.now())
      await new Promise((resolve) => setTimeout(resolve, left));
    this.#published.clear();
  }

  #publishedFor(uri: string, version: number): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`no diagnostics of ${uri}`)), LONGEST_WAIT);
      const look = (): void => {
        const found = this.#published.get(uri);
        if (!found || (found.version !== undefined && found.version < version)) return;
        this.#waiting.delete(look);
        clearTimeout(limit);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  request(method: string, params: object): Promise<unknown> {
    return this.#connection.sendRequest(method, params);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    const limit = setTimeout(() => this.#process.kill('SIGKILL'), 2_000);
    await ended;
    clearTimeout(limit);
    this.#connection.dispose();
  }
}
